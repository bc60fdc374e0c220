import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The work tree that these scripts belong to. */
export const projectRoot = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * The folder for what is downloaded once for all work trees. `ASCRIBE_CACHE` overrides the system's own cache folder.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.ASCRIBE_CACHE) return resolve(env.ASCRIBE_CACHE);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ascribe');
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'ascribe', 'Cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ascribe');
}

/** The folder the user typed the command in: npm itself changes to the work tree and leaves the old one in `INIT_CWD`. */
export function callerFolder() {
  return process.env.npm_lifecycle_event && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
}

/** A lock file for one chore in this work tree, kept outside of it. @param {string} chore */
export function workTreeLock(chore) {
  const tree = createHash('sha256').update(projectRoot).digest('hex').slice(0, 16);
  return join(cacheFolder(), 'locks', `${tree}-${chore}.lock`);
}
