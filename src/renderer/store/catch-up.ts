import { parseEntry } from '../../core/operations/parse-entry.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { readContents, type StoreContents } from '../db/read-ledger.ts';
import type { EntryRow } from '../db/rows.ts';
import { writeEntries } from '../db/write-entries.ts';
import { withDeadline } from './clock.ts';
import { journalEntry, readJournal } from './journal-reader.ts';
import type { KeptEntry } from './kept-entry.ts';
import { ledgerAfter } from './ledger.ts';
import type { Started } from './started.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';
import { storeWriteOf } from './store-home.ts';

/**
 * A store that lacks no more than this many entries at its end was cut off by a kill while the last group was being written; one that
 * lacks more has lost something that it once had.
 */
export const longestCatchUp = 64;

/** A write or a reading of the whole may take so long, ms. */
const catchUpDeadline = 15_000;

/** True when the last entry that both should have is the same, as far as both can still show it. */
export async function sharesJournal(
  { bridge, projectId }: StoreEnvironment,
  database: ProjectDatabase,
  contents: StoreContents,
  journalSeq: number,
): Promise<boolean> {
  const seq = Math.min(contents.log.lastSeq, journalSeq);
  const [mine, theirs] = await Promise.all([database.entries.get(seq), journalEntry(bridge, projectId, seq)]);
  return mine === undefined || theirs === undefined || mine.json === theirs.json;
}

/**
 * Makes in the store what the journal has beyond it; undefined when that cannot be done, and the store is as it was. Rejects when the store fails: it is
 * not to be gone on with then.
 */
export async function catchUpStore(
  environment: StoreEnvironment,
  started: Started,
  journalSeq: number,
): Promise<Started | undefined> {
  const { bridge, projectId } = environment;
  const { store } = started;
  const { database } = store;
  const lines = await readJournal(bridge, projectId, store.log.lastSeq);
  const kept: KeptEntry[] = [];
  let { ledger } = store;
  for (const { seq, json } of lines.ok ? lines.value : []) {
    const entry = parseEntry(json);
    const after = entry === undefined ? undefined : ledgerAfter(ledger, entry.operation);
    if (entry?.seq !== seq || after?.ok !== true) break;
    ledger = after.value;
    kept.push({ entry, json, ledger });
  }
  const last = kept.at(-1);
  if (last?.entry.seq !== journalSeq) return undefined;
  const { clock } = environment;
  const log = await withDeadline(
    clock,
    catchUpDeadline,
    'The system does not answer',
    writeEntries(database, store.log, storeWriteOf(kept, last)),
  );
  const contents = await withDeadline(
    clock,
    catchUpDeadline,
    'The system does not answer',
    readContents(database),
  );
  if ('kind' in contents) return undefined;
  writeLog(environment, 'info', `store: ${kept.length} entries made from the journal`);
  return { ...started, store: { database, log, ledger }, history: contents.history };
}

/**
 * Gives the journal the entries that it lacks.
 * @returns false when they cannot be had, or not be appended: a snapshot must fill the gap.
 */
export async function catchUpJournal(
  environment: StoreEnvironment,
  database: ProjectDatabase,
  storeSeq: number,
  journalSeq: number,
): Promise<boolean> {
  const { bridge, projectId } = environment;
  const rows = await database.entries.where('seq').above(journalSeq).toArray();
  if (rows.length !== storeSeq - journalSeq) return false;
  for (const entries of inGroups(rows)) {
    const answer = await bridge.request('journal.append', { projectId, entries });
    if (!answer.ok) return false;
  }
  writeLog(environment, 'info', `journal: ${rows.length} entries made from the store`);
  return true;
}

/** Groups of about 4 Mi UTF-16 units. */
function* inGroups(rows: readonly EntryRow[]): Generator<EntryRow[]> {
  let group: EntryRow[] = [];
  let length = 0;
  for (const row of rows) {
    group.push(row);
    length += row.json.length;
    if (length < 4 * 1024 * 1024) continue;
    yield group;
    group = [];
    length = 0;
  }
  if (group.length > 0) yield group;
}
