import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Whether the data folder beside the repository is there. On CI its absence is a fault, elsewhere a reason to skip. */
export const hasSharedData = existsSync(folder);
if (!hasSharedData && process.env.CI === 'true') throw new Error('../shared/data is needed on CI');

/** Put behind a test's name, so that a skipped test says why. */
export const sharedDataNote = hasSharedData ? '' : ' (skipped: there is no ../shared/data)';

/** The path of a file in the data folder. */
export function sharedData(path: string): string {
  return `${folder}${path}`;
}
