import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractTarballEntry } from '../../../scripts/runtime/tarball-entry.mjs';

const block = 512;
const wanted = randomBytes(200_001);

function entry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  return Buffer.concat([header, content, Buffer.alloc((block - (content.length % block)) % block)]);
}

const archive = Buffer.concat([
  entry('package/package.json', Buffer.from('{}')),
  entry('package/app.zip', wanted),
  entry('package/after', Buffer.from('after')),
  Buffer.alloc(2 * block),
]);

let folder: string;
let source: string;
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-tarball-'));
  source = join(folder, 'archive.tgz');
  target = join(folder, 'app.zip');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('extractTarballEntry', () => {
  test('writes the entry, byte for byte', async () => {
    writeFileSync(source, gzipSync(archive));
    await extractTarballEntry(source, 'package/app.zip', target);
    expect(readFileSync(target).equals(wanted)).toBe(true);
  });

  test('throws when there is no such entry', async () => {
    writeFileSync(source, gzipSync(archive));
    await expect(extractTarballEntry(source, 'package/other.zip', target)).rejects.toThrow(/holds no/);
  });

  test('throws when the archive is cut short', async () => {
    writeFileSync(source, gzipSync(archive.subarray(0, 100_000)));
    await expect(extractTarballEntry(source, 'package/app.zip', target)).rejects.toThrow(/ends inside/);
    writeFileSync(source, gzipSync(archive).subarray(0, 50_000));
    await expect(extractTarballEntry(source, 'package/app.zip', target)).rejects.toThrow();
  });
});
