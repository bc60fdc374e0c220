import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { assertNodeVersion } from './node-version.mjs';
import { runNpm } from './npm.mjs';
import { projectRoot, workTreeLock } from './places.mjs';
import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

const lockfile = join(projectRoot, 'package-lock.json');
const stampFile = join(projectRoot, 'node_modules/.ascribe-lockfile');
/** npm's own record of what it installed last. */
const npmRecord = join(projectRoot, 'node_modules/.package-lock.json');

/**
 * Installs the packages of the lockfile when they are missing or of another lockfile. No package's install script runs.
 */
export async function ensureDependencies() {
  assertNodeVersion();
  if (isFresh()) return;
  await withLock(
    workTreeLock('install'),
    async () => {
      if (isFresh()) return;
      say('Installing dependencies…');
      const { code } = await runNpm(
        ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
        {
          cwd: projectRoot,
          output: 'stderr',
        },
      );
      if (code !== 0) {
        throw new SetupFailure(
          'The dependencies could not be installed; what npm said stands above.',
          'npm ci --ignore-scripts',
        );
      }
      writeFileSync(stampFile, lockfileHash());
    },
    () => say('Another start is installing the dependencies; waiting for it…'),
  );
}

function isFresh() {
  if (!existsSync(npmRecord)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockfileHash()) return true;
  if (!holdsAll()) return false;
  writeFileSync(stampFile, lockfileHash());
  return true;
}

/** Whether npm has already installed just what the lockfile names: done by hand is as good as done by us. */
function holdsAll() {
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(npmRecord, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

function lockfileHash() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}
