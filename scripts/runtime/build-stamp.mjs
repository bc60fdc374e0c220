import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build reads, relative to the work tree. */
const inputs = [
  'src',
  'resources',
  'scripts/gazetteer',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** What a whole build leaves behind. */
const outputs = [
  'main/index.js',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/gazetteer.txt',
  'cli/index.js',
];

/**
 * A short text that changes when a file that the build reads is added, removed, renamed or written to. It looks at
 * sizes and times, not contents: a few milliseconds for hundreds of files.
 * @param {string} root
 */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  for (const input of inputs) add(hash, root, input);
  return hash.digest('hex');
}

/** @param {string} root @param {string} stamp whether `out/` was built whole from the sources with that stamp */
export function isBuilt(root, stamp) {
  const file = stampFile(root);
  return (
    existsSync(file) &&
    readFileSync(file, 'utf8') === stamp &&
    outputs.every((output) => existsSync(join(root, 'out', output)))
  );
}

/** Before a build, so that one that breaks off does not pass for a whole one. @param {string} root */
export function forgetBuild(root) {
  rmSync(stampFile(root), { force: true });
}

/** @param {string} root @param {string} stamp taken before the build began: what changed meanwhile makes it stale */
export function recordBuild(root, stamp) {
  writeFileSync(stampFile(root), stamp);
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'out', '.built-from');
}

/** @param {import('node:crypto').Hash} hash @param {string} root @param {string} path */
function add(hash, root, path) {
  const info = statSync(join(root, path), { throwIfNoEntry: false });
  if (info === undefined) return;
  if (info.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) add(hash, root, `${path}/${name}`);
  } else {
    hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`);
  }
}
