import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/read-archive.ts';
import { archiveBytes } from '../../../src/core/archive/write-archive.ts';
import { Sha256 } from '../../../src/core/formats/sha256.ts';

const counts = { articles: 2, annotations: 7, links: 3 };
const subject = { name: 'Проект “x”', archivedAt: '2026-11-24T10:00:00.000Z', counts: () => counts };

async function archived(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  for await (const bytes of archiveBytes(subject, asyncOf(pieces))) written.push(bytes);
  return new Uint8Array(Buffer.concat(written));
}

async function* asyncOf(pieces: readonly Uint8Array[]) {
  yield* pieces;
}

function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

function messageOf(bytes: Uint8Array): string {
  const read = readArchive('a.ascribe', bytes);
  return read.ok ? 'read' : read.reason.message;
}

const manifest = (content: Uint8Array, change: object = {}) =>
  Buffer.from(
    JSON.stringify({
      format: 'ascribe-archive',
      version: 1,
      project: { name: 'x' },
      archivedAt: subject.archivedAt,
      counts,
      byteLength: content.length,
      sha256: Sha256.of(content),
      ...change,
    }),
  );

describe('an archive', () => {
  it.each([0, 1, 70_000, 1_000_000])(
    'of %d bytes gives them back, and says what it holds',
    async (length) => {
      const content = noise(length, 7);
      const pieces = [content.subarray(0, length >> 1), content.subarray(length >> 1)];
      const read = readArchive('a.ascribe', await archived(pieces));
      if (!read.ok) throw new Error(read.reason.message);
      expect(Buffer.from(read.value.project).equals(Buffer.from(content))).toBe(true);
      expect(read.value.manifest).toMatchObject({
        project: { name: subject.name },
        counts,
        byteLength: length,
      });
    },
  );

  it('brings the files along that its articles were made of, those that are not damaged', async () => {
    const originals = [noise(3_000, 1), noise(10, 2)];
    const written: Uint8Array[] = [];
    for await (const bytes of archiveBytes(subject, asyncOf([noise(9, 4)]), asyncOf(originals)))
      written.push(bytes);
    const whole = new Uint8Array(Buffer.concat(written));
    const read = readArchive('a.ascribe', whole);
    if (!read.ok) throw new Error(read.reason.message);
    expect(read.value.originals).toEqual(originals);
    const other = unzipSync(whole);
    const [first = ''] = Object.keys(other).filter((name) => name.startsWith('originals/'));
    const changed = readArchive('a.ascribe', zipSync({ ...other, [first]: noise(3_000, 9) }));
    expect(changed.ok && changed.value.originals).toEqual([originals[1]]);
  });

  it('brings along what was learnt, and is whole without it or with a damaged one', async () => {
    const learnt = noise(3_000, 5);
    const written: Uint8Array[] = [];
    for await (const bytes of archiveBytes({ ...subject, learnt }, asyncOf([noise(9, 4)])))
      written.push(bytes);
    const whole = new Uint8Array(Buffer.concat(written));
    const read = readArchive('a.ascribe', whole);
    expect(read.ok && read.value.learnt).toEqual(learnt);
    const without = readArchive('a.ascribe', await archived([noise(9, 4)]));
    expect(without.ok && without.value.learnt).toBeNull();
    // Some way into what follows the name in its own header.
    const at = Buffer.from(whole).indexOf('learnt/') + 200;
    const broken = readArchive(
      'a.ascribe',
      whole.map((byte, i) => (i === at ? byte ^ 1 : byte)),
    );
    expect(broken.ok && broken.value.learnt).toBeNull();
  });

  it('is the same for the same project', async () => {
    const content = noise(5_000, 3);
    expect(await archived([content])).toEqual(await archived([content]));
  });

  it('that is damaged anywhere is refused, or gives exactly what was put in', async () => {
    const content = Buffer.from('"He said so," she said. '.repeat(40));
    const whole = await archived([content]);
    for (let at = 0; at < whole.length; at++) {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x10;
      const read = readArchive('a.ascribe', broken);
      if (read.ok) expect(Buffer.from(read.value.project).equals(content), `byte ${at}`).toBe(true);
    }
  });

  it('that is cut off is refused', async () => {
    const whole = await archived([noise(3_000, 5)]);
    for (let length = 0; length < whole.length; length += 7) {
      expect(readArchive('a.ascribe', whole.slice(0, length)).ok, `${length} bytes`).toBe(false);
    }
  });

  it('with other content than its manifest says is refused', () => {
    const content = Buffer.from('{"a":1}');
    const bytes = zipSync({ 'manifest.json': manifest(content), 'project.json': Buffer.from('{"a":2}') });
    expect(messageOf(bytes)).toContain('does not match its checksum');
  });

  it('that unpacks to far too much is refused before it is unpacked', () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    const bytes = zipSync({ 'manifest.json': manifest(zeros), 'project.json': zeros }, { level: 9 });
    expect(messageOf(bytes)).toContain('far too large');
  });

  it('that says less than it unpacks to is refused', () => {
    const content = new Uint8Array(100_000);
    const bytes = zipSync({ 'manifest.json': manifest(content), 'project.json': content });
    const end = bytes.length - 22;
    const view = new DataView(bytes.buffer);
    const first = view.getUint32(end + 16, true);
    const second = first + 46 + view.getUint16(first + 28, true);
    view.setUint32(second + 24, 10, true);
    expect(messageOf(bytes)).toContain('unpacks to more than it says');
  });

  it('with thousands of files is refused', () => {
    const files = Object.fromEntries(Array.from({ length: 60_001 }, (_, n) => [`f${n}`, new Uint8Array(0)]));
    expect(messageOf(zipSync(files))).toContain('more than 60000 files');
  });

  it('may hold files of any name: they are labels only', () => {
    const content = Buffer.from('{}');
    const bytes = zipSync({
      '../../etc/passwd': Buffer.from('x'),
      'C:\\x': Buffer.from('y'),
      'manifest.json': manifest(content),
      'project.json': content,
    });
    expect(messageOf(bytes)).toBe('read');
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'is empty'],
    ['a text', Buffer.from('He said so.'), 'is not a project archive'],
    ['another ZIP', zipSync({ 'word/document.xml': Buffer.from('<x/>') }), 'holds no project'],
    [
      'an archive of a newer version',
      zipSync({
        'manifest.json': manifest(Buffer.from(''), { version: 2, more: 1 }),
        'project.json': new Uint8Array(0),
      }),
      'newer version',
    ],
    [
      'an archive with a garbled manifest',
      zipSync({ 'manifest.json': Buffer.from('{'), 'project.json': new Uint8Array(0) }),
      'cannot be read',
    ],
  ])('%s is told from one', (_name, bytes, words) => {
    expect(messageOf(bytes)).toContain(words);
  });
});
