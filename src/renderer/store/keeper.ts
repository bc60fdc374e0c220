import { type Clock, withDeadline } from './clock.ts';
import type { Home } from './home.ts';
import type { KeptEntry } from './kept-entry.ts';
import { Lane } from './lane.ts';
import { describeFailure, describePending } from './saving-messages.ts';
import type { SavingState } from './workbench-state.ts';

/**
 * Brings every operation to both homes, and knows at each instant which of them are safe: `saved` if and only if both homes durably have all of
 * them. What is not in both stays in memory and is tried again.
 */
export class Keeper {
  readonly #clock: Clock;
  readonly #store: Lane;
  readonly #journal: Lane;
  readonly #onChange: (state: SavingState) => void;
  #entries: readonly KeptEntry[] = [];
  #lastSeq: number;
  #warning: string | null = null;
  #state: SavingState = { kind: 'saved' };
  #settled: (() => void)[] = [];

  constructor(options: {
    readonly store: Home;
    readonly journal: Home;
    readonly clock: Clock;
    /** Number of the last entry when the window starts. */
    readonly lastSeq: number;
    readonly onChange: (state: SavingState) => void;
  }) {
    this.#clock = options.clock;
    this.#onChange = options.onChange;
    this.#lastSeq = options.lastSeq;
    const lane = (home: Home) =>
      new Lane({
        home,
        clock: options.clock,
        durable: options.lastSeq,
        entries: () => this.#entries,
        lastSeq: () => this.#lastSeq,
        changed: () => this.#update(),
      });
    this.#store = lane(options.store);
    this.#journal = lane(options.journal);
  }

  get state(): SavingState {
    return this.#state;
  }

  /** How many operations are not in both homes. */
  get pending(): number {
    return this.#lastSeq - Math.min(this.#store.durable, this.#journal.durable);
  }

  /** Entries that the store may not have yet, in order: what a reader of the store must add to what it reads. */
  notInStore(): readonly KeptEntry[] {
    return this.#entries.filter(({ entry }) => entry.seq > this.#store.durable);
  }

  /** An entry that is not in both homes yet. */
  waiting(seq: number): KeptEntry | undefined {
    return this.#entries.find(({ entry }) => entry.seq === seq);
  }

  /** Starts writing an entry to both homes. Entries come in order, without gaps. */
  keep(kept: KeptEntry): void {
    if (kept.entry.seq !== this.#lastSeq + 1) {
      throw new Error(`entry ${kept.entry.seq} does not follow ${this.#lastSeq}: the workbench numbers them`);
    }
    this.#lastSeq = kept.entry.seq;
    this.#entries = [...this.#entries, kept];
    this.#update();
    this.#store.pump();
    this.#journal.pump();
  }

  /** The store was found closed or damaged: it is made anew before it is relied on again. */
  distrustStore(reason: string): void {
    this.#store.distrust(reason);
  }

  /** The journal is known to lack something: it is mended before it is relied on again. */
  distrustJournal(reason: string): void {
    this.#journal.distrust(reason);
  }

  /** Shows a warning in the place of `saved`, or takes it back with null. */
  warn(message: string | null): void {
    this.#warning = message;
    this.#update();
  }

  /** Tries again now what failed. */
  retry(): void {
    this.#store.hurry();
    this.#journal.hurry();
  }

  /** Resolves when both homes have everything; rejects with the reason after `timeout` ms. */
  async whenSaved(timeout: number): Promise<void> {
    if (this.#isSafe()) return;
    const safe = new Promise<void>((resolve) => this.#settled.push(resolve));
    try {
      await withDeadline(this.#clock, timeout, 'late', safe);
    } catch {
      if (this.#isSafe()) return;
      throw new Error(this.#state.kind === 'failed' ? this.#state.message : describePending(this.pending));
    }
  }

  /** Stops trying; what is waiting stays unwritten. */
  stop(): void {
    this.#store.stop();
    this.#journal.stop();
  }

  #isSafe(): boolean {
    return this.pending === 0 && this.#store.failure === null && this.#journal.failure === null;
  }

  #update(): void {
    const both = Math.min(this.#store.durable, this.#journal.durable);
    if ((this.#entries[0]?.entry.seq ?? Number.POSITIVE_INFINITY) <= both) {
      this.#entries = this.#entries.filter(({ entry }) => entry.seq > both);
    }
    if (this.#isSafe()) {
      for (const settle of this.#settled.splice(0)) settle();
    }
    const next = this.#describe();
    if (isSameState(next, this.#state)) return;
    this.#state = next;
    this.#onChange(next);
  }

  #describe(): SavingState {
    const { pending } = this;
    const store = this.#store.failure;
    const journal = this.#journal.failure;
    if (store !== null || journal !== null) {
      const message = describeFailure({
        pending,
        store,
        journal,
        notInStore: this.#lastSeq - this.#store.durable,
        notInJournal: this.#lastSeq - this.#journal.durable,
      });
      return { kind: 'failed', pending, message };
    }
    if (pending > 0) return { kind: 'saving', pending };
    return this.#warning === null
      ? { kind: 'saved' }
      : { kind: 'failed', pending: 0, message: this.#warning };
  }
}

function isSameState(a: SavingState, b: SavingState): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'saving' && b.kind === 'saving') return a.pending === b.pending;
  if (a.kind === 'failed' && b.kind === 'failed') return a.pending === b.pending && a.message === b.message;
  return true;
}
