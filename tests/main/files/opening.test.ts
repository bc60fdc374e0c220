import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrivalSchema, largestArticleFile } from '../../../src/bridge/files.ts';
import { faultyFileLayer } from '../../../src/main/disk/faulty-file-layer.ts';
import { nodeFileLayer } from '../../../src/main/disk/node-file-layer.ts';
import { admitFiles } from '../../../src/main/files/admit-files.ts';
import { walkFolder } from '../../../src/main/files/folder-walk.ts';
import { OpenedFiles } from '../../../src/main/files/opened-files.ts';

let folder = '';
let opened = new OpenedFiles(nodeFileLayer);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-files-'));
  opened = new OpenedFiles(nodeFileLayer);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content = name): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function putLarge(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, largestArticleFile + 1);
}

function admit(paths: string[], folders: 'walk' | 'refuse' = 'refuse') {
  return admitFiles(nodeFileLayer, opened, { paths, purpose: 'article', folders });
}

async function readNew(path: string) {
  const name = path.slice(folder.length + 1);
  return opened.read(opened.add({ path, name, purpose: 'article' }));
}

describe('files that arrive', () => {
  it('get a token each, in the order given, and can be read by it', async () => {
    const arrival = await admit([put('b.txt', 'bee'), put('a.txt', 'ay')]);
    expect(arrivalSchema.parse(arrival)).toEqual(arrival);
    expect(arrival.files.map(({ name, byteLength }) => [name, byteLength])).toEqual([
      ['b.txt', 3],
      ['a.txt', 2],
    ]);
    const read = await opened.read(arrival.files[0]?.token ?? '');
    expect(read).toEqual({ ok: true, value: { name: 'b.txt', bytes: Uint8Array.from(Buffer.from('bee')) } });
    expect(JSON.stringify(arrival)).not.toContain(folder);
  });

  it('that cannot be opened are named, and the others are taken all the same', async () => {
    mkdirSync(join(folder, 'folder.txt'));
    const large = put('large.txt');
    truncateSync(large, largestArticleFile + 1);
    symlinkSync('/dev/null', join(folder, 'device.txt'));
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    const names = ['gone.txt', 'folder.txt', 'large.txt', 'device.txt', 'loop.txt'];
    const arrival = await admit([...names.map((name) => join(folder, name)), put('good.txt')]);
    expect(arrival.files.map(({ name }) => name)).toEqual(['good.txt']);
    expect(arrival.refused.map(({ name }) => name)).toEqual(names);
    for (const { name, message } of arrival.refused) {
      expect(message).toContain(`“${name}”`);
      expect(message).not.toContain(folder);
    }
    expect(arrival.refused[2]?.message).toBe(
      '“large.txt” is too large: it has 65 MB, and at most 64 MB can be opened.',
    );
  });

  it('may be exactly as large as allowed', async () => {
    const path = put('large.txt');
    truncateSync(path, largestArticleFile);
    expect((await admit([path])).files).toHaveLength(1);
  });
});

describe('reading', () => {
  it.each([
    ['vanished', () => undefined],
    ['directory', (path: string) => mkdirSync(path)],
    ['not-a-file', (path: string) => symlinkSync('/dev/null', path)],
    ['too-large', (path: string) => putLarge(path)],
  ] as const)('a file that became another thing since it was picked: %s', async (code, change) => {
    const path = put('a.txt');
    rmSync(path);
    change(path);
    const read = await readNew(path);
    expect(read).toMatchObject({ ok: false, reason: { code } });
    if (!read.ok) expect(read.reason.message).toContain('“a.txt”');
  });

  it('a file that grows meanwhile is refused, not half read', async () => {
    const path = put('a.txt', 'one two');
    const layer = faultyFileLayer(nodeFileLayer, (call) => {
      if (call === 'read') writeFileSync(path, 'one two three');
      return undefined;
    });
    opened = new OpenedFiles(layer);
    expect(await readNew(path)).toMatchObject({ ok: false, reason: { code: 'busy' } });
  });

  it('a file without permission says so', async () => {
    const path = put('a.txt');
    opened = new OpenedFiles(
      faultyFileLayer(nodeFileLayer, (call) =>
        call === 'open' ? { kind: 'error', code: 'EACCES' } : undefined,
      ),
    );
    expect(await readNew(path)).toMatchObject({ ok: false, reason: { code: 'unreadable' } });
  });

  it('by a token that was never given is refused', async () => {
    const read = await opened.read('00000000-0000-4000-8000-000000000000');
    expect(read).toMatchObject({ ok: false, reason: { code: 'unknown-token' } });
  });
});

describe('a folder', () => {
  it('is walked in natural order, without what begins with a dot, each folder once', async () => {
    for (const name of ['10.txt', '9.txt', 'sub/z.txt', 'sub/deep/y.txt', '.hidden', '.git/config'])
      put(name);
    symlinkSync('..', join(folder, 'sub/up'));
    const { paths, refused } = await walkFolder(nodeFileLayer, folder);
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      '9.txt',
      '10.txt',
      'sub/z.txt',
      'sub/deep/y.txt',
    ]);
    expect(refused).toEqual([]);
  });

  it('with too many files gives the first and says so', async () => {
    for (let index = 0; index < 5; index++) put(`${index}.txt`);
    const { paths, refused } = await walkFolder(nodeFileLayer, folder, 3);
    expect(paths).toHaveLength(3);
    expect(refused[0]?.message).toContain('more than 3 files');
    expect((await walkFolder(nodeFileLayer, folder, 5)).refused).toEqual([]);
  });

  it('that is dropped is walked; an empty one is named', async () => {
    put('full/a.txt');
    mkdirSync(join(folder, 'empty'));
    const arrival = await admit([join(folder, 'full'), join(folder, 'empty')], 'walk');
    expect(arrival.files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(arrival.refused).toEqual([{ name: 'empty', message: '“empty” is a folder with no files in it.' }]);
  });
});
