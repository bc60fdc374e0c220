import { Dexie } from 'dexie';
import { emptyHistory, type History, remember } from '../../core/operations/history.ts';
import type { ProjectDatabase } from './database.ts';
import {
  type ArticleRow,
  articleRowOf,
  dataVersion,
  type LogRow,
  oldestDataVersion,
  type ProjectRow,
  type StepRow,
  type StoredArticleRow,
} from './rows.ts';

/** How many entries are looked at for the undo stack; what is older stays in the log. */
const stepsRead = 4_000;

/** What the store says of itself. */
export interface StoreContents {
  readonly log: LogRow;
  readonly project: ProjectRow;
  /** In the order of the list. */
  readonly articles: readonly ArticleRow[];
  readonly history: History;
  /** False when the store holds too much to be counted before it is shown: `countRecords` is to be asked later. */
  readonly isCounted: boolean;
}

/** Why a store cannot be gone on with. */
export type StoreFault =
  | { readonly kind: 'missing' | 'empty' | 'otherVersion' }
  | { readonly kind: 'unopenable'; readonly detail: string }
  /** `lastSeq`: the highest number of an entry that the store still knows of. */
  | { readonly kind: 'partlyLost'; readonly detail: string; readonly lastSeq: number };

/**
 * Reads all that is always in memory, and checks that as many records are there as should be. One transaction; writes nothing.
 * @param countUpTo counting takes time that grows with the number of records: where there should be more than these it is left out
 */
export function readContents(
  database: ProjectDatabase,
  countUpTo = Number.POSITIVE_INFINITY,
): Promise<StoreContents | StoreFault> {
  const { articles, bodies, spans, relations, entries, steps, meta } = database;
  return database.transaction('r', [articles, bodies, spans, relations, entries, steps, meta], async () => {
    const [log, project] = await Promise.all([meta.get('log'), meta.get('project')]);
    const [storedRows, [lastHeld = 0]] = await Promise.all([
      articles.orderBy('order').toArray(),
      entries.toCollection().reverse().limit(1).primaryKeys(),
    ]);
    const articleRows = storedRows.map(articleRowOf);
    const lost = (detail: string): StoreFault => {
      return {
        kind: 'partlyLost',
        detail,
        lastSeq: Math.max(lastHeld, log?.key === 'log' ? log.lastSeq : 0),
      };
    };
    if (log?.key !== 'log' || project?.key !== 'project') {
      const counts = await Promise.all([bodies, spans, relations, entries].map((table) => table.count()));
      const held = articleRows.length + counts.reduce((sum, n) => sum + n, 0);
      return held === 0 ? { kind: 'empty' } : lost('what the store says of itself is gone');
    }
    if (log.dataVersion < oldestDataVersion || log.dataVersion > dataVersion) return { kind: 'otherVersion' };
    const expected = expectedRecords(articleRows, log);
    const isCounted = expected.reduce((sum, { count }) => sum + count, 0) <= countUpTo;
    const missing = isCounted ? await firstMissing(database, expected) : undefined;
    if (missing !== undefined) return lost(missing);
    if (lastHeld > log.lastSeq) return lost(`it holds entry ${lastHeld} after its last, ${log.lastSeq}`);
    const lastSteps = await steps
      .where('seq')
      .above(Math.max(0, log.lastSeq - stepsRead))
      .toArray();
    return { log, project, articles: articleRows, history: historyOf(lastSteps), isCounted };
  });
}

/** Articles whose records are counted in one transaction: a write has to wait until it is over. */
const countedTogether = 25;

/**
 * Counts a store bit by bit, so that writes find their way in between: each article against its own row. One value for each step.
 * @returns what the store lacks, as a clause; undefined when all is there
 */
export async function* countRecords(database: ProjectDatabase): AsyncGenerator<void, string | undefined> {
  const { articles, bodies, spans, relations, entries, meta } = database;
  const totals = await database.transaction('r', [relations, entries, meta], async () => {
    const log = await meta.get('log');
    if (log?.key !== 'log') return 'what the store says of itself is gone';
    return firstMissing(
      database,
      expectedRecords([], log).filter(({ table }) => table === 'relations' || table === 'entries'),
    );
  });
  if (totals !== undefined) return totals;
  const ids = await articles.toCollection().primaryKeys();
  for (let i = 0; i < ids.length; i += countedTogether) {
    yield;
    const missing = await database.transaction('r', [articles, bodies, spans], async () => {
      const rows = await articles.bulkGet(ids.slice(i, i + countedTogether));
      // An article that was removed meanwhile lacks nothing.
      return (await Promise.all(rows.map((row) => row && missingOf(database, row)))).find(Boolean);
    });
    if (missing !== undefined) return missing;
  }
  return undefined;
}

/** What the store lacks of an article, as a clause. */
async function missingOf(database: ProjectDatabase, row: StoredArticleRow): Promise<string | undefined> {
  const [texts, annotations] = await Promise.all([
    database.bodies.where('articleId').equals(row.id).count(),
    database.spans.where('[articleId+id]').between([row.id, Dexie.minKey], [row.id, Dexie.maxKey]).count(),
  ]);
  const title = `“${row.record.title}”`;
  if (texts !== 1) return `the text of ${title} is gone`;
  const expected = spansOf(row);
  return annotations === expected
    ? undefined
    : `it holds ${annotations} of ${expected} annotations of ${title}`;
}

type CountedTable = 'bodies' | 'spans' | 'relations' | 'entries';
interface ExpectedRecords {
  readonly table: CountedTable;
  readonly noun: string;
  readonly count: number;
}

function expectedRecords(articleRows: readonly ArticleRow[], log: LogRow): readonly ExpectedRecords[] {
  const spans = articleRows.reduce((sum, row) => sum + spansOf(row), 0);
  return [
    { table: 'bodies', noun: 'texts', count: articleRows.length },
    { table: 'spans', noun: 'annotations', count: spans },
    { table: 'relations', noun: 'links', count: log.relations },
    { table: 'entries', noun: 'log entries', count: log.count },
  ];
}

async function firstMissing(
  database: ProjectDatabase,
  expected: readonly ExpectedRecords[],
): Promise<string | undefined> {
  const counts = await Promise.all(expected.map(({ table }) => database[table].count()));
  const wrong = expected.findIndex(({ count }, i) => counts[i] !== count);
  const record = expected[wrong];
  return record === undefined ? undefined : `it holds ${counts[wrong]} of ${record.count} ${record.noun}`;
}

/** The steps of the entries from `first` to `last`. */
export function stepsSince(database: ProjectDatabase, first: number, last: number): Promise<StepRow[]> {
  return database.steps.where('seq').between(first, last, true, true).toArray();
}

/** The undo stack that these entries leave, without steps whose operation is not held, and those before them. */
export function historyOf(steps: readonly StepRow[]): History {
  const without = new Set(steps.filter((step) => step.withoutOperation).map(({ seq }) => seq));
  const history = steps.reduce(remember, emptyHistory);
  const usable = (list: History['undo']) => list.slice(list.findLastIndex(({ seq }) => without.has(seq)) + 1);
  return { undo: usable(history.undo), redo: usable(history.redo) };
}

function spansOf(row: StoredArticleRow): number {
  return Object.values(row.counts).reduce((sum, n) => sum + n, 0);
}
