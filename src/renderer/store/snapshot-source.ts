import type { ArticleState } from '../../core/operations/project-state.ts';
import type { HistoryItem, SnapshotContents } from '../../core/snapshot/snapshot-file.ts';
import { ArticlesAsOf } from '../db/articles-as-of.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { readContents, type StoreContents, stepsSince } from '../db/read-ledger.ts';

/** An entry longer than this (UTF-16 units) is not carried in a snapshot, nor are older ones once they come to that many in all. */
const longestEntry = 65_536;
const longestHistory = 8 * 1024 * 1024;

/** The project in the store as it stands after its last entry, which stays so while articles are read and others are written. */
export async function snapshotOf(
  database: ProjectDatabase,
  contents: StoreContents,
): Promise<SnapshotContents> {
  const seq = contents.log.lastSeq;
  return {
    seq,
    project: contents.project.project,
    history: await historyItems(database, contents),
    articles: articlesAsOf(database, contents, seq),
  };
}

/**
 * The project as the store has it now.
 * @throws {Error} when the store is not whole.
 */
export async function snapshotNow(database: ProjectDatabase): Promise<SnapshotContents> {
  const contents = await readContents(database);
  if ('kind' in contents) throw new Error(`The working store is not whole (${contents.kind}).`);
  return snapshotOf(database, contents);
}

async function* articlesAsOf(
  database: ProjectDatabase,
  contents: StoreContents,
  seq: number,
): AsyncGenerator<ArticleState> {
  const then = new ArticlesAsOf(database, seq);
  for (const { record } of contents.articles) yield await then.read(record);
}

/** Every step from the first that can be undone or redone on, with the entries of those that can, and the very last entry. */
async function historyItems(
  database: ProjectDatabase,
  { log, history }: StoreContents,
): Promise<HistoryItem[]> {
  const wanted = new Set([...history.undo, ...history.redo].map(({ seq }) => seq));
  const first = Math.min(log.lastSeq, ...wanted);
  const steps = await stepsSince(database, first, log.lastSeq);
  const items: HistoryItem[] = [];
  let length = 0;
  for (const step of steps.toReversed()) {
    const isWanted = wanted.has(step.seq) || step.seq === log.lastSeq;
    const json = isWanted ? (await database.entries.get(step.seq))?.json : undefined;
    const fits = json !== undefined && json.length <= longestEntry && length + json.length <= longestHistory;
    if (fits) length += json.length;
    items.push({ step, json: fits ? json : undefined });
  }
  return items.reverse();
}
