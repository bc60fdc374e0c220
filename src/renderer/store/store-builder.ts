import type { AnnotatedArticle } from '../../core/formats/annotated-article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import type { HistoryItem } from '../../core/snapshot/snapshot-file.ts';
import { bodyRowOf } from '../db/body-row.ts';
import { chainAfter } from '../db/chain.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { emptyLog, logAfter } from '../db/log-totals.ts';
import { dataVersion, type LogTotals } from '../db/rows.ts';
import { askForRows, spanRowOf, tableWritesOf } from '../db/table-writes.ts';
import { writeAtOnce } from '../db/write-at-once.ts';
import { stepRowOf } from '../db/write-entries.ts';
import { emptyLedger, type Ledger, ledgerAfterAll, listedAfter } from './ledger.ts';
import type { OpenStore } from './store-home.ts';
import type { ArticleSummary } from './workbench-state.ts';

/** So much is written in one transaction, UTF-16 units of text: each is flushed, which takes as long as writing some articles. */
const writtenTogether = 1024 * 1024;
/** What a span or relation weighs beside text. */
const weightOfRecord = 500;

/**
 * Fills an empty database with a project: first what a snapshot or another store holds, then entries one after the other. The rows that make a store of it
 * are written last, so that what was begun and not finished is never taken for a store.
 */
export class StoreBuilder {
  readonly #database: ProjectDatabase;
  #ledger: Ledger;
  #log: LogTotals = emptyLog(0);
  /** The articles of `#ledger` while they are being added: one list that grows, since a copy for each would cost the square of their number. */
  readonly #articles = new Map<Identifier, ArticleSummary>();
  /** Articles that are in the ledger and not in the database yet. */
  #waiting: AnnotatedArticle[] = [];
  #waitingWeight = 0;

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

  /** Adds an article with all its annotations; the last in the list so far. It may be written with those that follow. */
  async addArticle(article: AnnotatedArticle): Promise<void> {
    const { record, body, spans, relations } = article;
    const counts = new Map<string, number>();
    for (const { tag } of spans) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const { order, nextOrder } = listedAfter(this.#ledger.nextOrder, record);
    this.#articles.set(record.id, { record, counts: Object.fromEntries(counts), order });
    this.#ledger = {
      ...this.#ledger,
      articles: this.#articles,
      relations: this.#ledger.relations + relations.length,
      nextOrder,
    };
    this.#waiting.push(article);
    this.#waitingWeight += body.text.length + (spans.length + relations.length) * weightOfRecord;
    if (this.#waitingWeight > writtenTogether) await this.#writeWaiting();
  }

  /**
   * Makes entries that follow the last one.
   * @returns false when one does not follow, or does not fit; those before it are in.
   */
  async addEntries(
    entries: readonly { readonly entry: LogEntry; readonly json: string }[],
  ): Promise<boolean> {
    await this.#writeWaiting();
    const inOrder = entries.findIndex(({ entry }, i) => entry.seq !== this.#log.lastSeq + 1 + i);
    const { fitting, ledger } = this.#fitting(inOrder < 0 ? entries : entries.slice(0, inOrder));
    await writeAtOnce(this.#database, (requests) => {
      askForRows(requests, tableWritesOf(fitting.map(({ entry }) => entry.operation)));
      requests.put(
        'entries',
        fitting.map(({ entry, json }) => ({ seq: entry.seq, json })),
      );
      requests.put(
        'steps',
        fitting.map(({ entry }) => stepRowOf(entry)),
      );
    });
    this.#ledger = ledger;
    this.#log = fitting.reduce((log, { json }) => logAfter(log, json), this.#log);
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
    await this.#writeWaiting();
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

  /** Those of the entries before the first whose operation does not fit, and the ledger after them. */
  #fitting<Kept extends { readonly entry: LogEntry }>(
    entries: readonly Kept[],
  ): { readonly fitting: readonly Kept[]; readonly ledger: Ledger } {
    const after = ledgerAfterAll(
      this.#ledger,
      entries.map(({ entry }) => entry.operation),
    );
    return after.ok
      ? { fitting: entries, ledger: after.value }
      : this.#fitting(entries.slice(0, after.reason.index));
  }

  async #writeWaiting(): Promise<void> {
    const articles = this.#waiting;
    if (articles.length === 0) return;
    this.#waiting = [];
    this.#waitingWeight = 0;
    const { bodies, spans, relations } = this.#database;
    await this.#database.transaction('rw', [bodies, spans, relations], () =>
      Promise.all([
        bodies.bulkPut(articles.map(({ record, body }) => bodyRowOf(record.id, body))),
        spans.bulkPut(articles.flatMap((article) => article.spans.map(spanRowOf))),
        relations.bulkPut(articles.flatMap((article) => article.relations)),
      ]),
    );
  }
}
