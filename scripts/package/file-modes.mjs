import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const setuid = 0o4000;
const runByOwner = 0o100;

/**
 * Lets every user read what is in a folder, and run what its owner may run: who packages may have a umask, or a download, that keeps files to themselves,
 * and what root installs from it would then start for root alone.
 * @param {string} folder
 */
export async function letAllRead(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    if (!entry.isFile()) continue;
    const { mode } = await stat(path);
    await chmod(path, (mode & setuid) | (mode & runByOwner ? 0o755 : 0o644));
  }
}
