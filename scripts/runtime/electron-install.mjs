import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** Written last inside an unpacked Electron: a folder without it is not one. */
const completeMark = '.complete';
/** Archive, unpacked archive and the result lie side by side for a moment. */
const neededBytes = 1_200_000_000;

/** @param {string} folder */
export function isInstalled(folder) {
  return existsSync(join(folder, completeMark));
}

/**
 * Makes `folder` by `fill`, which works in a temporary folder beside it that is renamed when whole. Of several
 * processes one does the work and the others wait for it.
 * @param {string} folder
 * @param {(temporary: string, downloads: string) => Promise<void>} fill
 */
export async function installOnce(folder, fill) {
  if (isInstalled(folder)) return;
  const parent = dirname(folder);
  const onWait = () => say('Another start is fetching Electron; waiting for it…');
  await withLock(
    `${folder}.lock`,
    async () => {
      if (isInstalled(folder)) return;
      await assertSpace(parent);
      await removeLeftovers(parent, basename(folder));
      const temporary = `${folder}.${randomUUID()}.tmp`;
      await mkdir(temporary);
      try {
        await fill(temporary, join(parent, 'downloads'));
        await writeFile(join(temporary, completeMark), '');
        await rm(folder, { recursive: true, force: true });
        await rename(temporary, folder);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
    onWait,
  );
}

/** @param {string} parent */
async function assertSpace(parent) {
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize >= neededBytes) return;
  throw new SetupFailure(
    `Unpacking Electron needs ${neededBytes / 1e9} GB for a moment, and ${parent} has ${Math.round((bavail * bsize) / 1e6)} MB left.`,
    'free some space there, or set ASCRIBE_CACHE to a folder on another disk',
  );
}

/** What a killed process left behind; the lock is held, so nobody is using it. @param {string} parent @param {string} name */
async function removeLeftovers(parent, name) {
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(`${name}.`) && entry.endsWith('.tmp')) {
      await rm(join(parent, entry), { recursive: true, force: true });
    }
  }
}
