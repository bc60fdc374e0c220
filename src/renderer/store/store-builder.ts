import type { AnnotatedArticle } from '../../core/formats/annotated-article.ts';
import type { Project } from '../../core/model/project.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import type { HistoryItem } from '../../core/snapshot/snapshot-file.ts';
import { bodyRowOf } from '../db/body-row.ts';
import { chainAfter } from '../db/chain.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { emptyLog, logAfter } from '../db/log-totals.ts';
import { dataVersion, type LogTotals } from '../db/rows.ts';
import { spanRowOf, tableWritesOf, writeRows } from '../db/table-writes.ts';
import { stepRowOf } from '../db/write-entries.ts';
import { emptyLedger, type Ledger, ledgerAfter, listedAfter } from './ledger.ts';
import type { OpenStore } from './store-home.ts';

/**
 * Fills an empty database with a project: first what a snapshot or another store holds, then entries one after the other. The rows that make a store of it
 * are written last, so that what was begun and not finished is never taken for a store.
 */
export class StoreBuilder {
  readonly #database: ProjectDatabase;
  #ledger: Ledger;
  #log: LogTotals = emptyLog(0);

  constructor(database: ProjectDatabase, project: Project) {
    this.#database = database;
    this.#ledger = emptyLedger(project);
  }

  /** Number of the last entry that is in. */
  get lastSeq(): number {
    return this.#log.lastSeq;
  }

  /** Begins with a project as it stood after entry `seq`, whose articles are added next. */
  async startFrom(seq: number, project: Project, history: readonly HistoryItem[]): Promise<void> {
    this.#ledger = emptyLedger(project);
    const { entries, steps } = this.#database;
    await this.#database.transaction('rw', [entries, steps], async () => {
      await steps.bulkPut(history.map(({ step }) => step));
      await entries.bulkPut(
        history.flatMap(({ step, json }) => (json === undefined ? [] : { seq: step.seq, json })),
      );
    });
    const held = history.flatMap(({ json }) => json ?? []);
    this.#log = { lastSeq: seq, count: held.length, chain: held.reduce(chainAfter, emptyLog(seq).chain) };
  }

  /** Adds an article with all its annotations; the last in the list so far. */
  async addArticle({ record, body, spans, relations }: AnnotatedArticle): Promise<void> {
    const { id } = record;
    const database = this.#database;
    await database.transaction('rw', [database.bodies, database.spans, database.relations], async () => {
      await database.bodies.put(bodyRowOf(id, body));
      await database.spans.bulkPut(spans.map(spanRowOf));
      await database.relations.bulkPut([...relations]);
    });
    const counts = new Map<string, number>();
    for (const { tag } of spans) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const { articles } = this.#ledger;
    const { order, nextOrder } = listedAfter(this.#ledger.nextOrder, record);
    this.#ledger = {
      ...this.#ledger,
      articles: new Map(articles).set(id, { record, counts: Object.fromEntries(counts), order }),
      relations: this.#ledger.relations + relations.length,
      nextOrder,
    };
  }

  /**
   * Makes entries that follow the last one.
   * @returns false when one does not follow, or does not fit; those before it are in.
   */
  async addEntries(
    entries: readonly { readonly entry: LogEntry; readonly json: string }[],
  ): Promise<boolean> {
    const fitting: (typeof entries)[number][] = [];
    let ledger = this.#ledger;
    let log = this.#log;
    for (const kept of entries) {
      const after = ledgerAfter(ledger, kept.entry.operation);
      if (kept.entry.seq !== log.lastSeq + 1 || !after.ok) break;
      ledger = after.value;
      log = logAfter(log, kept.json);
      fitting.push(kept);
    }
    const database = this.#database;
    await database.transaction('rw', database.written, async () => {
      await writeRows(database, tableWritesOf(fitting.map(({ entry }) => entry.operation)));
      await database.entries.bulkPut(fitting.map(({ entry, json }) => ({ seq: entry.seq, json })));
      await database.steps.bulkPut(fitting.map(({ entry }) => stepRowOf(entry)));
    });
    this.#ledger = ledger;
    this.#log = log;
    return fitting.length === entries.length;
  }

  /** Goes on after entry `seq` though the entries before it could not be made: their numbers are taken. */
  skipTo(seq: number): void {
    this.#log = { ...this.#log, lastSeq: seq };
  }

  /**
   * Makes a store of what was added.
   * @param known the ledger in memory after the last entry, when there is one: places in the list are then those that the window knows.
   */
  async finish(known?: Ledger): Promise<OpenStore> {
    const database = this.#database;
    const ledger = known ?? this.#ledger;
    const log = this.#log;
    await database.transaction('rw', [database.articles, database.meta], async () => {
      await database.articles.bulkPut([...ledger.articles].map(([id, article]) => ({ id, ...article })));
      await database.meta.bulkPut([
        { key: 'project', project: ledger.project },
        { key: 'log', dataVersion, relations: ledger.relations, ...log },
      ]);
    });
    return { database, log, ledger };
  }
}
