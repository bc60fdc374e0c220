import type { ProjectDatabase } from '../db/database.ts';
import type { LogTotals } from '../db/rows.ts';
import { type EntriesWrite, writeEntries } from '../db/write-entries.ts';
import { type Clock, DeadlineError, withDeadline } from './clock.ts';
import { type Home, HomeFailure, reasonOf } from './home.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { Ledger } from './ledger.ts';

/** A write is given up after this long, ms, and this much more for each MiB of it. */
export const writeDeadline = 5_000;
const deadlinePerMebibyte = 2_000;
/** The more there is to make anew, the longer a store is waited for, ms. */
const patiencePerArticle = 2;

/** How long a write of that many UTF-16 units of JSON may take, ms. */
export function deadlineFor(length: number): number {
  return writeDeadline + Math.floor(length / (1024 * 1024)) * deadlinePerMebibyte;
}

/** A database with all that was ever kept up to `log.lastSeq`. */
export interface OpenStore {
  readonly database: ProjectDatabase;
  readonly log: LogTotals;
  /** The ledger after entry `log.lastSeq`. */
  readonly ledger: Ledger;
}

/**
 * Makes another database of what is known: of `store` as it was last, and entries that follow it or that it has already.
 * @param ledger how things stand after the last of them.
 */
export type RebuildStore = (
  store: OpenStore,
  entries: readonly KeptEntry[],
  ledger: Ledger,
) => Promise<OpenStore>;

/** The first home: the working store. After any failure a new database is made of what is left; the old one is not written again. */
export class StoreHome implements Home {
  readonly #clock: Clock;
  readonly #rebuild: RebuildStore;
  readonly #onClosed: (reason: string) => void;
  #store: OpenStore;
  #replaced: (() => void)[] = [];
  /** Databases that were closed here: Dexie tells of that in the same way as of what the system does. */
  readonly #givenUp = new WeakSet<ProjectDatabase>();

  constructor(options: {
    readonly store: OpenStore;
    readonly clock: Clock;
    readonly rebuild: RebuildStore;
    /** Called when the browser closes the database by itself. */
    readonly onClosed: (reason: string) => void;
  }) {
    this.#clock = options.clock;
    this.#rebuild = options.rebuild;
    this.#onClosed = options.onClosed;
    this.#store = options.store;
    this.#watch(options.store.database);
  }

  /** The database to read from. Another one after a recovery. */
  get database(): ProjectDatabase {
    return this.#store.database;
  }

  /** Resolves when the database has been replaced by a new one. */
  whenReplaced(): Promise<void> {
    return new Promise((resolve) => this.#replaced.push(resolve));
  }

  /** Lets go of the database without having it made anew. */
  close(): void {
    this.#letGo(this.#store.database);
  }

  async write(entries: readonly KeptEntry[]): Promise<void> {
    const last = entries.at(-1);
    if (last === undefined) return;
    const { database, log } = this.#store;
    const length = entries.reduce((sum, { json }) => sum + json.length, 0);
    try {
      const after = await withDeadline(
        this.#clock,
        deadlineFor(length) + this.#store.ledger.articles.size * patiencePerArticle,
        'The system does not answer',
        writeEntries(database, log, storeWriteOf(entries, last)),
      );
      this.#store = { database, log: after, ledger: last.ledger };
    } catch (thrown) {
      this.#letGo(database);
      throw new HomeFailure(explain(thrown));
    }
  }

  async recover(entries: readonly KeptEntry[]): Promise<number> {
    this.#letGo(this.#store.database);
    const store = await this.#rebuild(this.#store, entries, entries.at(-1)?.ledger ?? this.#store.ledger);
    this.#store = store;
    this.#watch(store.database);
    for (const resolve of this.#replaced.splice(0)) resolve();
    return store.log.lastSeq;
  }

  #watch(database: ProjectDatabase): void {
    const closed = (reason: string) => {
      if (this.#givenUp.has(database)) return;
      this.#letGo(database);
      this.#onClosed(reason);
    };
    database.on('close', () => closed('The system closed the working store.'));
    database.on('versionchange', () => closed('Another program is changing the working store.'));
  }

  #letGo(database: ProjectDatabase): void {
    this.#givenUp.add(database);
    database.close();
  }
}

/** What the entries write, given the last of them. */
export function storeWriteOf(entries: readonly KeptEntry[], { ledger }: KeptEntry): EntriesWrite {
  return {
    entries,
    project: ledger.project,
    relations: ledger.relations,
    articleRow: (id) => {
      const article = ledger.articles.get(id);
      return article === undefined ? undefined : { id, ...article };
    },
  };
}

function explain(thrown: unknown): string {
  if (thrown instanceof DeadlineError) return 'The disk did not answer in time.';
  if (thrown instanceof Error && /quota/i.test(`${thrown.name} ${thrown.message}`)) {
    return 'There is no space left on the disk.';
  }
  return reasonOf(thrown);
}
