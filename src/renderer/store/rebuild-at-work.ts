import type { SnapshotContents } from '../../core/snapshot/snapshot-file.ts';
import { databaseName, ProjectDatabase } from '../db/database.ts';
import { readContents } from '../db/read-ledger.ts';
import { HomeFailure } from './home.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { Ledger } from './ledger.ts';
import { type Base, rebuildStore } from './rebuild.ts';
import { snapshotOf } from './snapshot-source.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';
import type { OpenStore } from './store-home.ts';

/**
 * How a running window makes itself a new store when it can no longer rely on the old one: from snapshot, journal and memory, or, where
 * the journal cannot be read, from the old store and memory. Loses nothing, or fails and leaves everything in memory.
 */
export function rebuildAtWork(
  environment: StoreEnvironment,
  generation: number,
  snapshots: () => readonly number[],
) {
  let inUse = generation;
  let highest = generation;
  return async (store: OpenStore, entries: readonly KeptEntry[], known: Ledger): Promise<OpenStore> => {
    const bases: Base[] = snapshots().map((seq) => ({ kind: 'snapshot', seq }));
    bases.push({ kind: 'nothing' });
    bases.push({ kind: 'store', read: () => reread(environment, inUse) });
    const rebuilt = await rebuildStore(environment, {
      bases,
      target: entries.at(-1)?.entry.seq ?? store.log.lastSeq,
      memory: entries,
      known,
      generation: highest,
      acceptLoss: false,
    });
    if (!rebuilt.ok) throw new HomeFailure(rebuilt.reason);
    highest = rebuilt.value.generation;
    const { bridge, projectId } = environment;
    const adopted = await bridge.request('session.adoptStore', { projectId, generation: highest });
    if (!adopted.ok) {
      rebuilt.value.store.database.close();
      throw new HomeFailure(adopted.reason.message);
    }
    inUse = highest;
    writeLog(environment, 'warning', `rebuilt generation ${highest} at work from ${rebuilt.value.base}`);
    return rebuilt.value.store;
  };
}

/** The old store as a fresh connection finds it. */
async function reread(
  { engine, projectId }: StoreEnvironment,
  generation: number,
): Promise<SnapshotContents> {
  const database = new ProjectDatabase(databaseName(projectId, generation), engine);
  await database.open();
  const contents = await readContents(database);
  if ('kind' in contents) throw new Error(`the old store is not whole (${contents.kind})`);
  return snapshotOf(database, contents);
}
