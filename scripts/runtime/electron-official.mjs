import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { download } from './download.mjs';
import { installOnce, isInstalled } from './electron-install.mjs';
import { cacheFolder, projectRoot } from './places.mjs';
import { say, sayTenths } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { unzip } from './unzip.mjs';

/** The variable by which Electron's own tools are pointed at a mirror. */
const releases = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
const answerWithinMs = 2_500;
/** For so long a "no" of the release host is believed without asking again. */
const rememberedMs = 24 * 60 * 60 * 1_000;

/** The version pinned in package.json. */
export function officialVersion() {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).devDependencies.electron;
}

function officialFolder() {
  return join(cacheFolder(), `electron-${officialVersion()}-${process.platform}-${process.arch}`);
}

export function officialExecutable() {
  const inside = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  return join(officialFolder(), inside[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron');
}

export function hasOfficial() {
  return isInstalled(officialFolder());
}

function archiveName() {
  return `electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`;
}

function archiveUrl() {
  return `${releases}v${officialVersion()}/${archiveName()}`;
}

function memoryFile() {
  return join(cacheFolder(), 'electron-release-host.json');
}

/** Whether the release host lately failed to answer for this address. */
export async function isKnownUnreachable() {
  try {
    const memory = JSON.parse(await readFile(memoryFile(), 'utf8'));
    const age = Date.now() - Date.parse(memory.unreachableAt);
    return memory.url === archiveUrl() && age >= 0 && age < rememberedMs;
  } catch {
    return false; // no memory, or one that cannot be read: ask
  }
}

/** Asks the release host for the first byte, and remembers a "no". Redirects are followed: both hosts must answer. */
export async function isReachable() {
  try {
    const response = await fetch(archiveUrl(), {
      headers: { range: 'bytes=0-0' },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    if (response.ok) {
      await rm(memoryFile(), { force: true });
      return true;
    }
  } catch {
    // Any failure to connect means the same here: not from this network.
  }
  await rememberUnreachable();
  return false;
}

export async function rememberUnreachable() {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(
    memoryFile(),
    JSON.stringify({ url: archiveUrl(), unreachableAt: new Date().toISOString() }),
  );
}

export async function installOfficial() {
  const checksums = JSON.parse(
    await readFile(join(projectRoot, 'node_modules/electron/checksums.json'), 'utf8'),
  );
  const value = checksums[archiveName()];
  if (typeof value !== 'string') {
    throw new SetupFailure(
      `Electron ${officialVersion()} is not made for ${process.platform}-${process.arch}.`,
      'set ASCRIBE_ELECTRON to the path of an Electron executable that runs here',
    );
  }
  await installOnce(officialFolder(), async (temporary, downloads) => {
    say(`Fetching Electron ${officialVersion()} (once)…`);
    const archive = join(downloads, archiveName());
    await download({
      url: archiveUrl(),
      file: archive,
      checksum: { algorithm: 'sha256', value, encoding: 'hex' },
      onProgress: sayTenths('Electron'),
    });
    say('Unpacking Electron…');
    await unzip(archive, temporary);
    await rm(archive);
  });
}
