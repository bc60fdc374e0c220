import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from './setup-failure.mjs';

/**
 * The switches by which Electron's sandbox is set up here: none, but for root on Linux, where Chromium refuses to run
 * with it. On a system that forbids unprivileged user namespaces it needs a helper that root owns.
 * @param {string} executable
 * @returns {string[]}
 */
export function sandboxSwitches(executable) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const forbidden =
    setting('kernel/unprivileged_userns_clone') === '0' ||
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('user/max_user_namespaces') === '0';
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (!forbidden || isSetuidRoot(helper)) return [];
  throw new SetupFailure(
    "This system allows user namespaces to root only, so Electron's sandbox needs a helper that root owns.",
    `sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
  );
}

/** @param {string} name */
function setting(name) {
  const file = join('/proc/sys', name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** @param {string} file */
function isSetuidRoot(file) {
  const info = statSync(file, { throwIfNoEntry: false });
  return info !== undefined && info.uid === 0 && (info.mode & 0o4000) !== 0;
}
