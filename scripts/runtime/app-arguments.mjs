import { isAbsolute, resolve } from 'node:path';

/** Chromium's switches whose value is a folder or file, and therefore relative to where the user stands. */
const pathSwitches = ['--user-data-dir=', '--log-file=', '--log-net-log='];

/**
 * What the app is given for what the user typed: switches as they are, everything else as absolute paths. After `--`
 * all are paths, so a file whose name begins with `-` can be opened.
 * @param {string[]} typed
 * @param {string} folder where it was typed
 */
export function appArguments(typed, folder) {
  const end = typed.indexOf('--');
  const before = end < 0 ? typed : typed.slice(0, end);
  const after = end < 0 ? [] : typed.slice(end + 1);
  return [
    ...before.map((argument) => absolute(argument, folder)),
    ...after.map((path) => resolve(folder, path)),
  ];
}

/** @param {string} argument @param {string} folder */
function absolute(argument, folder) {
  if (!argument.startsWith('-')) return resolve(folder, argument);
  const found = pathSwitches.find((name) => argument.startsWith(name));
  if (found === undefined) return argument;
  const path = argument.slice(found.length);
  return path === '' || isAbsolute(path) ? argument : found + resolve(folder, path);
}
