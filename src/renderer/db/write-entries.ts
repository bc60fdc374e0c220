import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import type { ProjectDatabase } from './database.ts';
import { logAfter } from './log-totals.ts';
import { type ArticleRow, dataVersion, type LogTotals, type MetaRow, type StepRow } from './rows.ts';
import { askForRows, tableWritesOf } from './table-writes.ts';
import { writeAtOnce } from './write-at-once.ts';

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
 * Writes entries and all that comes of them in one strict transaction, after a check that the store still ends where `before` says. Everything is asked for before this
 * returns; the store does it in order, so that it is looked at before anything is changed.
 * @returns the log's totals afterwards.
 * @throws {LogDiffersError} when it does not; whatever the storage says when the transaction fails. It may also never settle: give it a deadline.
 */
export async function writeEntries(
  database: ProjectDatabase,
  before: LogTotals,
  write: EntriesWrite,
): Promise<LogTotals> {
  const writes = tableWritesOf(write.entries.map(({ entry }) => entry.operation));
  const after = write.entries.reduce((log, { json }) => logAfter(log, json), before);
  await writeAtOnce(database, (requests) => {
    const { put, add, remove, read } = requests;
    read('meta', 'log', (row) => expectLog(row, before));
    askForRows(requests, writes);
    const ids = [...writes.articles];
    put(
      'articles',
      ids.map(write.articleRow).filter((row) => row !== undefined),
    );
    remove(
      'articles',
      ids.filter((id) => write.articleRow(id) === undefined),
    );
    add(
      'entries',
      write.entries.map(({ entry, json }) => ({ seq: entry.seq, json })),
    );
    add(
      'steps',
      write.entries.map(({ entry }) => stepRowOf(entry)),
    );
    put('meta', [{ key: 'log', dataVersion, relations: write.relations, ...after }]);
    if (writes.project) put('meta', [{ key: 'project', project: write.project }]);
  });
  return after;
}

function expectLog(row: MetaRow | undefined, before: LogTotals): void {
  if (row?.key !== 'log' || row.lastSeq !== before.lastSeq || row.chain !== before.chain) {
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
