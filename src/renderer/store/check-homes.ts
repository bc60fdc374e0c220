import { chainAfter, chainStart } from '../db/chain.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { readContents } from '../db/read-ledger.ts';
import type { EntryRow } from '../db/rows.ts';
import { journalBatches } from './journal-reader.ts';
import type { StoreEnvironment } from './store-environment.ts';

/** What a comparison of the two homes found. */
export interface HomesReport {
  /** Log entries in the working store. */
  readonly entries: number;
  /** Of them, how many the journal has too, word for word; what a snapshot made superfluous it may have given up. */
  readonly inJournal: number;
  readonly faults: readonly HomesFault[];
}

/** What is wrong between the two homes. */
export interface HomesFault {
  /** A sentence. */
  readonly words: string;
  /** The home that is to be made whole from the other. */
  readonly home: 'store' | 'journal';
}

/**
 * Compares working store and journal, entry by entry, and checks that the store holds as much as it says. Changes nothing. To be called when
 * nothing is being written.
 */
export async function checkHomes(
  { bridge, projectId }: StoreEnvironment,
  database: ProjectDatabase,
): Promise<HomesReport> {
  const contents = await readContents(database);
  if ('kind' in contents) {
    const detail = 'detail' in contents ? contents.detail : contents.kind;
    return {
      entries: 0,
      inJournal: 0,
      faults: [{ words: `The working store is damaged: ${detail}.`, home: 'store' }],
    };
  }
  const { lastSeq, count, chain } = contents.log;
  const faults: HomesFault[] = [];
  const held = new Map<number, string>();
  let sum = chainStart;
  for await (const rows of entryBatches(database)) {
    for (const { seq, json } of rows) {
      sum = chainAfter(sum, json);
      held.set(seq, json);
    }
  }
  if (held.size !== count || sum !== chain) {
    faults.push({
      words: 'The log in the working store is not as it was written: its checksum differs.',
      home: 'store',
    });
  }
  let inJournal = 0;
  let journalSeq = 0;
  const batches = journalBatches(bridge, projectId, Math.min(...held.keys(), lastSeq + 1) - 1);
  for (;;) {
    const batch = await batches.next();
    if (batch.done) {
      if (batch.value !== undefined) faults.push({ words: batch.value.message, home: 'journal' });
      break;
    }
    for (const { seq, json } of batch.value) {
      journalSeq = seq;
      const mine = held.get(seq);
      if (mine === undefined) continue;
      if (mine === json) inJournal += 1;
      else
        faults.push({
          words: `Entry ${seq} of the journal is not that of the working store.`,
          home: 'journal',
        });
    }
  }
  if (journalSeq !== 0 && journalSeq !== lastSeq) {
    faults.push({
      words: `The journal ends at entry ${journalSeq}, the working store at entry ${lastSeq}.`,
      home: journalSeq < lastSeq ? 'journal' : 'store',
    });
  }
  return { entries: held.size, inJournal, faults };
}

async function* entryBatches(database: ProjectDatabase): AsyncGenerator<readonly EntryRow[]> {
  let after = 0;
  for (;;) {
    const rows = await database.entries.where('seq').above(after).limit(500).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.seq;
  }
}
