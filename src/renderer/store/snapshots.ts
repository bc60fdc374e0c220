import type { ProjectDatabase } from '../db/database.ts';
import { HomeFailure } from './home.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';
import { writeSnapshot } from './write-snapshot.ts';

/** A snapshot is due when the journal has grown by so much since the last: UTF-16 units of JSON, or entries. */
const dueLength = 4 * 1024 * 1024;
const dueEntries = 2_000;
/** At quitting it is due sooner, since nobody waits for it at the next start. */
const dueEntriesAtEnd = 200;
/**
 * All of these grow with projects that are longer than this, UTF-16 units: a snapshot is written whole each time, and its cost is to stay in proportion to what was
 * done since the last.
 */
const unscaledLength = 4 * dueLength;
/** It is written once nothing was done for so long, ms; after a failure, not before so long. */
const quiet = 2_000;
const afterFailure = 60_000;

/** Knows which snapshots main has, and writes the next when it is due. */
export class Snapshots {
  readonly #environment: StoreEnvironment;
  readonly #database: () => ProjectDatabase;
  readonly #pause: () => Promise<void>;
  readonly #projectLength: () => number;
  #seqs: readonly number[];
  #length = 0;
  #lastSeq: number;
  #running: Promise<number> | null = null;
  #cancelWait: (() => void) | null = null;

  constructor(options: {
    readonly environment: StoreEnvironment;
    readonly database: () => ProjectDatabase;
    readonly pause: () => Promise<void>;
    /** About how long a snapshot of the project is, UTF-16 units. */
    readonly projectLength: () => number;
    /** Those that main has, newest first. */
    readonly seqs: readonly number[];
    readonly lastSeq: number;
  }) {
    this.#environment = options.environment;
    this.#database = options.database;
    this.#pause = options.pause;
    this.#projectLength = options.projectLength;
    this.#seqs = options.seqs;
    this.#lastSeq = options.lastSeq;
  }

  /** Numbers of the snapshots that main has, newest first. */
  get seqs(): readonly number[] {
    return this.#seqs;
  }

  /** An entry was made. */
  grown(seq: number, length: number): void {
    this.#lastSeq = seq;
    this.#length += length;
    if (this.#isDue(dueEntries)) this.#wait(quiet);
  }

  /** Writes one now if the next start would be the better for it. */
  async atEnd(): Promise<void> {
    this.stop();
    if (!this.#isDue(dueEntriesAtEnd)) return;
    await this.write().catch((thrown) => this.#failed(thrown));
  }

  /**
   * Writes one now.
   * @returns the number of the last entry in it.
   * @throws {HomeFailure} when it cannot be written.
   */
  write(): Promise<number> {
    this.#running ??= this.#writeNow().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  stop(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  async #writeNow(): Promise<number> {
    const before = this.#length;
    const written = await writeSnapshot(this.#environment, this.#database(), this.#pause);
    if (!written.ok) throw new HomeFailure(written.reason);
    this.#length -= before;
    this.#seqs = [written.value, ...this.#seqs.filter((seq) => seq !== written.value)].slice(0, 3);
    writeLog(this.#environment, 'info', `snapshot ${written.value} written`);
    return written.value;
  }

  #isDue(afterEntries: number): boolean {
    const entries = this.#lastSeq - (this.#seqs[0] ?? 0);
    if (this.#length <= dueLength && entries <= afterEntries) return false;
    const scale = Math.max(1, this.#projectLength() / unscaledLength);
    return this.#length > dueLength * scale || entries > afterEntries * scale;
  }

  #wait(milliseconds: number): void {
    this.#cancelWait?.();
    this.#cancelWait = this.#environment.clock.after(milliseconds, () => {
      this.#cancelWait = null;
      this.write().catch((thrown) => {
        this.#failed(thrown);
        this.#wait(afterFailure);
      });
    });
  }

  #failed(thrown: unknown): void {
    writeLog(this.#environment, 'warning', `snapshot: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}
