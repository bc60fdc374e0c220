import type { Clock } from './clock.ts';
import { type Home, reasonOf } from './home.ts';
import type { KeptEntry } from './kept-entry.ts';

/** How long is waited before the n-th new attempt, ms: doubling from the first to the last. */
const firstPause = 250;
const longestPause = 30_000;

/** One write holds at most this much JSON (UTF-16 units), unless a single entry is longer. */
const groupLimit = 4 * 1024 * 1024;

/**
 * The way to one home: writes what is waiting in groups, one at a time; after a failure lets the home recover before it writes again. Knows what
 * is durable there and what is wrong.
 */
export class Lane {
  readonly #home: Home;
  readonly #clock: Clock;
  /** All entries that are not in both homes yet, in order. */
  readonly #entries: () => readonly KeptEntry[];
  /** Number of the last entry that was made. */
  readonly #lastSeq: () => number;
  readonly #changed: () => void;
  #durable: number;
  #failure: string | null = null;
  #busy = false;
  #stopped = false;
  #attempts = 0;
  #cancelPause: (() => void) | null = null;

  constructor(options: {
    readonly home: Home;
    readonly clock: Clock;
    /** Number of the last entry that the home has. */
    readonly durable: number;
    readonly entries: () => readonly KeptEntry[];
    readonly lastSeq: () => number;
    readonly changed: () => void;
  }) {
    this.#home = options.home;
    this.#clock = options.clock;
    this.#durable = options.durable;
    this.#entries = options.entries;
    this.#lastSeq = options.lastSeq;
    this.#changed = options.changed;
  }

  /** Number of the last entry that is durable in this home. */
  get durable(): number {
    return this.#durable;
  }

  /** What went wrong last, until it is mended; null when nothing is wrong. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Writes what is waiting, unless that is being done. */
  pump(): void {
    if (this.#busy || this.#stopped || this.#cancelPause !== null) return;
    if (this.#failure === null && this.#waiting().length === 0) return;
    this.#busy = true;
    void this.#step().then(() => {
      this.#busy = false;
      this.#changed();
      this.pump();
    });
  }

  /** Tells that the home is not to be trusted any more: it is recovered before the next write. While it is being recovered that is no news. */
  distrust(reason: string): void {
    if (this.#failure !== null) return;
    this.#failure = reason;
    this.#changed();
    this.pump();
  }

  /** Tries again now instead of after the pause. */
  hurry(): void {
    this.#cancelPause?.();
    this.#cancelPause = null;
    this.pump();
  }

  /** Writes nothing more. */
  stop(): void {
    this.#cancelPause?.();
    this.#stopped = true;
  }

  async #step(): Promise<void> {
    try {
      if (this.#failure !== null) {
        this.#durable = await this.#home.recover(this.#entries(), this.#lastSeq());
        this.#failure = null;
      } else {
        const group = this.#group();
        await this.#home.write(group);
        this.#durable = group.at(-1)?.entry.seq ?? this.#durable;
        this.#attempts = 0;
      }
    } catch (thrown) {
      this.#failure = reasonOf(thrown);
      this.#pause();
    }
  }

  #pause(): void {
    if (this.#cancelPause !== null) return;
    const pause = Math.min(longestPause, firstPause * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#cancelPause = this.#clock.after(pause, () => {
      this.#cancelPause = null;
      this.pump();
    });
  }

  #waiting(): readonly KeptEntry[] {
    return this.#entries().filter(({ entry }) => entry.seq > this.#durable);
  }

  #group(): readonly KeptEntry[] {
    const group: KeptEntry[] = [];
    let length = 0;
    for (const kept of this.#waiting()) {
      length += kept.json.length;
      if (group.length > 0 && length > groupLimit) break;
      group.push(kept);
    }
    return group;
  }
}
