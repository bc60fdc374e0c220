import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import type { ProjectDatabase } from './database.ts';
import { logAfter } from './log-totals.ts';
import { type ArticleRow, dataVersion, type LogTotals, type StepRow } from './rows.ts';
import { tableWritesOf, writeRows } from './table-writes.ts';

/** What one write brings: entries that follow each other, and how things stand after the last. */
export interface EntriesWrite {
  readonly entries: readonly { readonly entry: LogEntry; readonly json: string }[];
  readonly project: Project;
  /** The article's row after the last entry, or undefined when it is gone. */
  readonly articleRow: (id: Identifier) => ArticleRow | undefined;
  readonly relations: number;
}

/** The store does not hold the log that was written to it. */
export class LogDiffersError extends Error {
  override readonly name = 'LogDiffersError';
}

/**
 * Writes entries and all that comes of them in one strict transaction, after a check that the store still ends where `before` says.
 * @returns the log's totals afterwards.
 * @throws {LogDiffersError} when it does not; whatever Dexie throws when the transaction fails. It may also never settle: give it a deadline.
 */
export async function writeEntries(
  database: ProjectDatabase,
  before: LogTotals,
  write: EntriesWrite,
): Promise<LogTotals> {
  const writes = tableWritesOf(write.entries.map(({ entry }) => entry.operation));
  const after = write.entries.reduce((log, { json }) => logAfter(log, json), before);
  await database.transaction('rw', database.written, async () => {
    // The store does what it is asked in order: it is looked at before anything is changed, and what was asked meanwhile is undone when it differs.
    const looked = lookAt(database, before);
    const ids = [...writes.articles];
    const rows = ids.map(write.articleRow).filter((row) => row !== undefined);
    const gone = ids.filter((id) => write.articleRow(id) === undefined);
    await Promise.all([
      looked,
      writeRows(database, writes),
      rows.length > 0 && database.articles.bulkPut(rows),
      gone.length > 0 && database.articles.bulkDelete(gone),
      database.entries.bulkAdd(write.entries.map(({ entry, json }) => ({ seq: entry.seq, json }))),
      database.steps.bulkAdd(write.entries.map(({ entry }) => stepRowOf(entry))),
      database.meta.put({ key: 'log', dataVersion, relations: write.relations, ...after }),
      writes.project && database.meta.put({ key: 'project', project: write.project }),
    ]);
  });
  return after;
}

async function lookAt(database: ProjectDatabase, before: LogTotals): Promise<void> {
  const log = await database.meta.get('log');
  if (log?.key !== 'log' || log.lastSeq !== before.lastSeq || log.chain !== before.chain) {
    throw new LogDiffersError('The working store no longer holds what was written to it.');
  }
}

/** What undo and redo need of an entry. */
export function stepRowOf({ seq, label, undoes, redoes }: LogEntry): StepRow {
  return {
    seq,
    label,
    ...(undoes === undefined ? {} : { undoes }),
    ...(redoes === undefined ? {} : { redoes }),
  };
}
