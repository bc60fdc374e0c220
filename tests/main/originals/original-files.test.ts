import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { OriginalFiles } from '../../../src/main/originals/original-files.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';

const bytes = Uint8Array.from(Buffer.from('An article.'));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const path = `/profile/originals/${sha256}`;

test('a file is kept as it is, under its digest, once', async () => {
  const layer = new MemoryFileLayer();
  const originals = new OriginalFiles(layer, '/profile', null);
  expect(await originals.read(sha256)).toEqual({ ok: true, value: { bytes: null } });
  expect(await originals.keep(bytes)).toEqual({ ok: true, value: { sha256 } });
  const first = layer.files.get(path);
  await originals.keep(bytes);
  expect(layer.files.get(path)).toBe(first);
  expect([...layer.files.keys()].filter((each) => each.startsWith('/profile/originals/'))).toEqual([path]);
  expect(await originals.read(sha256)).toEqual({ ok: true, value: { bytes } });
});

test('what is no longer what it was is not given out, and is kept anew', async () => {
  const layer = new MemoryFileLayer();
  const originals = new OriginalFiles(layer, '/profile', null);
  layer.put(path, 'An article!');
  expect(await originals.read(sha256)).toEqual({ ok: true, value: { bytes: null } });
  await originals.keep(bytes);
  expect(layer.text(path)).toBe('An article.');
});

test('a project that can only be read keeps none', async () => {
  const layer = new MemoryFileLayer();
  const kept = await new OriginalFiles(layer, '/profile', 'It is newer.').keep(bytes);
  expect(kept).toEqual({ ok: false, reason: { code: 'read-only', message: 'It is newer.' } });
  expect(layer.files.size).toBe(0);
});

describe.each(faultCases)('a fault while one is kept', (faultCase) => {
  it(`leaves it whole, or not there: ${nameOf(faultCase)}`, async () => {
    const met = await eachFault(faultCase, async (wrap) => {
      const layer = new MemoryFileLayer();
      const kept = await new OriginalFiles(wrap(layer), '/profile', null).keep(bytes).catch(() => undefined);
      const after = new OriginalFiles(layer, '/profile', null);
      await after.sweep();
      const read = await after.read(sha256);
      const found = read.ok ? read.value.bytes : null;
      if (kept?.ok) expect(found).toEqual(bytes);
      else expect([null, bytes]).toContainEqual(found);
      expect([...layer.files.keys()].filter((name) => name !== path)).toEqual([]);
    });
    expect(met).toBeGreaterThan(0);
  });
});
