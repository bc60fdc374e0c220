import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../src/core/formats/sha256.ts';

const reference = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('agrees with the platform at every length around the block size', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
    expect(Sha256.of(bytes)).toBe(reference(bytes));
  }
});

test('does not depend on how the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) hash.update(piece);
      const whole = Buffer.concat(pieces);
      expect(hash.byteLength).toBe(whole.length);
      expect(hash.digest()).toBe(reference(whole));
    }),
  );
});
