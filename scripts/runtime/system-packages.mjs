import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} debian its name in Debian
 * @property {string[]} signs it is there when one of these files is
 * @property {'library' | 'display' | 'font'} purpose
 */

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/lib64',
];

/** @param {string} name */
const library = (name) => libraryFolders.map((folder) => join(folder, name));
/** @param {string} name */
const program = (name) =>
  (process.env.PATH ?? '/usr/bin').split(delimiter).map((folder) => join(folder, name));
/** @param {string} name */
const font = (name) =>
  ['truetype/noto', 'noto', 'google-noto'].map((folder) => join('/usr/share/fonts', folder, name));

/** What Electron loads at run time, what a screen of our own takes, and fonts to read on it. @type {SystemPackage[]} */
const packages = [
  { debian: 'libgtk-3-0', signs: library('libgtk-3.so.0'), purpose: 'library' },
  { debian: 'libnss3', signs: library('libnss3.so'), purpose: 'library' },
  { debian: 'libasound2', signs: library('libasound.so.2'), purpose: 'library' },
  { debian: 'libgbm1', signs: library('libgbm.so.1'), purpose: 'library' },
  { debian: 'libxss1', signs: library('libXss.so.1'), purpose: 'library' },
  { debian: 'libxtst6', signs: library('libXtst.so.6'), purpose: 'library' },
  { debian: 'xvfb', signs: program('Xvfb'), purpose: 'display' },
  { debian: 'xauth', signs: program('xauth'), purpose: 'display' },
  { debian: 'fonts-noto-core', signs: font('NotoSans-Regular.ttf'), purpose: 'font' },
  { debian: 'fonts-noto-color-emoji', signs: font('NotoColorEmoji.ttf'), purpose: 'font' },
];

/**
 * Sees to it that the system packages are there: installs what is missing where that is possible without asking
 * (Debian's apt, as root), else says what to type. A screen and its fonts count only where there is no display.
 * @param {{ needsDisplay: boolean }} options
 */
export function ensureSystemPackages({ needsDisplay }) {
  if (process.platform !== 'linux') return;
  const missing = packages.filter(({ purpose, signs }) => {
    return (purpose === 'library' || needsDisplay) && !signs.some((file) => existsSync(file));
  });
  if (missing.length === 0) return;
  const apt = existsSync('/usr/bin/apt-get');
  if (apt && process.getuid?.() === 0) install(missing);
  else complain(missing, apt);
}

/** @param {SystemPackage[]} missing */
function install(missing) {
  say(`Installing system packages: ${missing.map(({ debian }) => debian).join(' ')}…`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameHere)]);
}

/** @param {string[]} args */
function apt(args) {
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // apt's chatter goes where progress goes; it is given no stdin to ask on.
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  throw new SetupFailure(
    'apt-get could not do its work; what it said stands above.',
    `apt-get ${args.join(' ')}`,
  );
}

/** Newer Debians and Ubuntus call some libraries by a name with `t64` behind it. @param {SystemPackage} wanted */
function nameHere({ debian }) {
  const renamed = `${debian}t64`;
  return spawnSync('apt-cache', ['show', renamed], { stdio: 'ignore' }).status === 0 ? renamed : debian;
}

/** @param {SystemPackage[]} missing @param {boolean} apt */
function complain(missing, apt) {
  const names = missing.map(({ debian }) => debian).join(' ');
  const needed = missing.filter(({ purpose }) => purpose !== 'font');
  const remedy = apt
    ? `sudo apt-get update && sudo apt-get install -y ${missing.map(nameHere).join(' ')}`
    : `install what your system calls these Debian packages: ${names}`;
  if (needed.length > 0) throw new SetupFailure(`System packages are missing: ${names}.`, remedy);
  say(`Fonts are missing, so some scripts will show as boxes. To mend it: ${remedy}`);
}
