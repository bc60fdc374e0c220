import type { ProjectDatabase } from '../db/database.ts';
import { countRecords } from '../db/read-ledger.ts';
import { reasonOf } from './home.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';

/** The project is shown and its first article open by then, ms. */
const pauseBefore = 5_000;

/**
 * Counts a store that was too large to be counted before it was shown, bit by bit while it is in use.
 * @param pause called between two bits
 * @param onDamaged hears what is missing, as a clause
 * @returns ends it
 */
export function countLater(
  environment: StoreEnvironment,
  database: ProjectDatabase,
  pause: () => Promise<void>,
  onDamaged: (reason: string) => void,
): () => void {
  let isWanted = true;
  const count = async () => {
    const steps = countRecords(database);
    while (isWanted) {
      const step = await steps.next();
      if (step.done) {
        if (step.value !== undefined && isWanted) onDamaged(step.value);
        return;
      }
      await pause();
    }
  };
  const cancel = environment.clock.after(pauseBefore, () => {
    // A store that cannot be read, or was closed, is found out by whatever reads it next.
    count().catch((thrown: unknown) => writeLog(environment, 'warning', `count: ${reasonOf(thrown)}`));
  });
  return () => {
    isWanted = false;
    cancel();
  };
}
