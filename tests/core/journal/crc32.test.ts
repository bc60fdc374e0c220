import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/core/journal/crc32.ts';

describe('crc32', () => {
  it('gives the check value of its catalogue entry, CRC-32/ISO-HDLC', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });

  it('gives 0 for nothing, and unsigned numbers', () => {
    expect(crc32(new Uint8Array())).toBe(0);
    expect(crc32(Buffer.from('a'))).toBe(0xe8b7be43);
  });

  it('is the same for eight bytes at a time and for one at a time', () => {
    const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => (index * 7_919) & 255);
    for (const [start, end] of [
      [0, 1_000],
      [3, 77],
      [5, 12],
      [9, 9],
    ] as const) {
      expect(crc32(bytes, start, end)).toBe(slow(bytes.subarray(start, end)));
    }
  });
});

function slow(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
