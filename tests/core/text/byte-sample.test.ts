import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../src/core/text/byte-sample.ts';
import { encodeIn } from '../arbitraries/legacy-encoder.ts';

const limit = 24_576;

describe('sampleOf', () => {
  it('is the whole of a small file', () => {
    const bytes = new Uint8Array(limit).fill(0xe9);
    expect(sampleOf(bytes)).toBe(bytes);
  });

  it('is bounded, and made of stretches of the file in their order', () => {
    const word = fc.constantFrom(
      'plain ',
      'words\n',
      'caf\u00e9 ',
      '\u00fcber ',
      'x'.repeat(700),
      `${'\u00e4'.repeat(300)} `,
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (words, times) => {
          const bytes = Buffer.from(words.join('').repeat(times * 20), 'latin1');
          const sample = sampleOf(bytes);
          expect(sample.length).toBeLessThanOrEqual(
            Math.max(limit, bytes.length > limit ? limit : bytes.length),
          );
          if (bytes.length > limit && words.join('').match(/[^\0-\x7f]/) !== null)
            expect(sample.length).toBeGreaterThan(0);
          expect(new Set(sample).size).toBeLessThanOrEqual(new Set(bytes).size);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leaves out what is plain ASCII', () => {
    const bytes = Buffer.from(
      `${'plain words '.repeat(10_000)}caf\u00e9 noir ${'plain words '.repeat(10_000)}`,
      'latin1',
    );
    const sample = sampleOf(bytes);
    expect(sample.length).toBeLessThan(1500);
    expect(Buffer.from(sample).toString('latin1')).toContain('caf\u00e9 noir');
  });

  it('takes beginning and middle', () => {
    const bytes = Buffer.from(`\u00e1 ${'\u00e9 '.repeat(50_000)}${'\u00fc '.repeat(50_000)}`, 'latin1');
    const text = Buffer.from(sampleOf(bytes)).toString('latin1');
    expect(text.startsWith('\u00e1 ')).toBe(true);
    expect(text).toContain('\u00fc');
  });

  it.each(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'])(
    'never cuts into a character of %s',
    (encoding) => {
      const word = encoding === 'euc-kr' ? '대통령은 ' : '日本 ';
      const bytes = encodeIn(`${word.repeat(401)}${'plain words\n'.repeat(300)}`.repeat(20), encoding);
      const text = new TextDecoder(encoding, { fatal: true }).decode(sampleOf(bytes), { stream: true });
      expect(new Set(text.replace(/[\0-\x7f]/g, ''))).toEqual(new Set(word.trim()));
    },
  );
});
