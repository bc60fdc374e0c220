import { databaseName } from '../db/database.ts';
import { deleteDatabase } from '../db/probe.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';

/**
 * Deletes the databases of this project that were given up. Called when a start has found the one in use whole and level with the journal: never
 * in the session that gave them up.
 */
export async function removeOldStores(environment: StoreEnvironment, inUse: number): Promise<void> {
  const { engine, projectId } = environment;
  try {
    const current = databaseName(projectId, inUse);
    const prefix = current.slice(0, -String(inUse).length);
    for (const { name } of await engine.indexedDB.databases()) {
      if (name === undefined || name === current || !name.startsWith(prefix)) continue;
      await deleteDatabase(engine, name);
      writeLog(environment, 'info', `${name} deleted`);
    }
  } catch (thrown) {
    writeLog(environment, 'warning', `an old store could not be deleted: ${thrown}`);
  }
}
