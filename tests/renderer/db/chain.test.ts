import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainAfter, chainStart } from '../../../src/renderer/db/chain.ts';

test('the checksum is CRC-32 over the text as UTF-16, low byte first', () => {
  expect(chainAfter(chainStart, '')).toBe(0);
  for (const text of ['123456789', 'Ascribe “ä” 😀', '\u0000']) {
    expect(chainAfter(chainStart, text)).toBe(crc32(Buffer.from(text, 'utf16le')));
  }
});

test('a chain over parts is that over the whole, and any change shows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.nat(), (one, two, seed) => {
      const whole = chainAfter(chainStart, one + two);
      expect(chainAfter(chainAfter(chainStart, one), two)).toBe(whole);
      expect(whole).toBeGreaterThanOrEqual(0);
      if (one === '') return;
      const at = seed % one.length;
      const changed = one.slice(0, at) + String.fromCharCode(one.charCodeAt(at) ^ 1) + one.slice(at + 1);
      expect(chainAfter(chainStart, changed + two)).not.toBe(whole);
    }),
  );
});
