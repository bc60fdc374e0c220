import type { ProjectDatabase } from '../db/database.ts';
import { countRecords } from '../db/read-ledger.ts';
import { reasonOf } from './home.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';

/** The project is shown and its first article open by then, ms. */
const pauseBefore = 5_000;

/**
 * Counts a store that was too large to be counted before it was shown. The count sees one state of it, whatever is written meanwhile.
 * @param onDamaged hears what is missing, as a clause
 * @returns ends the waiting; a count that runs already ends unheard
 */
export function countLater(
  environment: StoreEnvironment,
  database: ProjectDatabase,
  onDamaged: (reason: string) => void,
): () => void {
  let isWanted = true;
  const cancel = environment.clock.after(pauseBefore, () => {
    countRecords(database).then(
      (missing) => {
        if (isWanted && missing !== undefined) onDamaged(missing);
      },
      // A store that cannot be read is found out by whatever reads it next.
      (thrown: unknown) => writeLog(environment, 'warning', `count: ${reasonOf(thrown)}`),
    );
  });
  return () => {
    isWanted = false;
    cancel();
  };
}
