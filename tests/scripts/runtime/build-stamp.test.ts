import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetBuild, isBuilt, recordBuild, sourceStamp } from '../../../scripts/runtime/build-stamp.mjs';

let root: string;

function write(path: string, text = 'text'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ascribe-stamp-'));
  write('src/core/article.ts');
  write('package-lock.json');
  for (const output of [
    'main/index.js',
    'preload/index.cjs',
    'renderer/index.html',
    'renderer/gazetteer.txt',
    'cli/index.js',
  ]) {
    write(`out/${output}`);
  }
  recordBuild(root, sourceStamp(root));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const stale = () => !isBuilt(root, sourceStamp(root));

describe('a build', () => {
  test('is fresh when nothing has changed', () => {
    expect(stale()).toBe(false);
  });

  test('is not made stale by what it does not read', () => {
    write('tests/core/article.test.ts');
    write('README.md');
    expect(stale()).toBe(false);
  });

  test.each<[string, () => void]>([
    ['a source grows', () => write('src/core/article.ts', 'longer text')],
    ['a source is touched', () => utimesSync(join(root, 'src/core/article.ts'), 1, 1)],
    ['a source is added', () => write('src/core/span.ts')],
    ['a source is renamed', () => renameSync(join(root, 'src/core/article.ts'), join(root, 'src/core/a.ts'))],
    ['a source is removed', () => rmSync(join(root, 'src/core/article.ts'))],
    ['a resource is added', () => write('resources/icon.png')],
    ['the lockfile changes', () => write('package-lock.json', 'other packages')],
    ['a part of the output is missing', () => rmSync(join(root, 'out/cli/index.js'))],
    ['a newer one broke off', () => forgetBuild(root)],
  ])('is stale when %s', (_case, change) => {
    change();
    expect(stale()).toBe(true);
  });
});
