import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePointMap } from '../../../src/core/text/offsets.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

describe('CodePointMap', () => {
  it('converts both ways over any text, lone surrogates included, as counting does', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const map = CodePointMap.of(text);
        // The language's own iteration takes a lone surrogate for one code point, as Python does.
        let utf16 = 0;
        let codePoint = 0;
        for (const character of text) {
          expect(map.toCodePoint(utf16)).toBe(codePoint);
          expect(map.toUtf16(codePoint)).toBe(utf16);
          expect(map.isBoundary(utf16)).toBe(true);
          if (character.length === 2) {
            expect(map.toCodePoint(utf16 + 1)).toBe(codePoint);
            expect(map.isBoundary(utf16 + 1)).toBe(false);
          }
          utf16 += character.length;
          codePoint += 1;
        }
        expect(map.length).toBe(codePoint);
        expect(map.toCodePoint(text.length)).toBe(codePoint);
        expect(map.toUtf16(codePoint)).toBe(text.length);
        expect(map.isBoundary(text.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('answers the same in whatever order it is asked', () => {
    fc.assert(
      fc.property(unicodeText(), fc.array(fc.nat(), { maxLength: 12 }), (text, questions) => {
        const map = CodePointMap.of(text);
        for (const question of questions) {
          const offset = question % (text.length + 1);
          const fresh = CodePointMap.of(text);
          expect(map.isBoundary(offset)).toBe(fresh.isBoundary(offset));
          expect(map.toCodePoint(offset)).toBe(
            [...text.slice(0, offset)].length - (map.isBoundary(offset) ? 0 : 1),
          );
        }
        expect(map.length).toBe([...text].length);
      }),
    );
  });

  it('cuts the same text by code points as by units', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), (text, a, b) => {
        const map = CodePointMap.of(text);
        const [start = 0, end = 0] = [a % (map.length + 1), b % (map.length + 1)].sort((x, y) => x - y);
        expect(text.slice(map.toUtf16(start), map.toUtf16(end))).toBe([...text].slice(start, end).join(''));
      }),
    );
  });

  it('counts the halves of a swapped pair as two', () => {
    const map = CodePointMap.of('\ude00\ud83d\ud83d\ude00');
    expect(map.length).toBe(3);
    expect([0, 1, 2, 3, 4].map((offset) => map.toCodePoint(offset))).toEqual([0, 1, 2, 2, 3]);
  });

  it.each([-1, 3, 0.5, Number.NaN])('throws for the offset %s of a text of length 2', (offset) => {
    for (const text of ['ab', '😀']) {
      const map = CodePointMap.of(text);
      expect(() => map.toCodePoint(offset)).toThrow(RangeError);
      expect(() => map.toUtf16(offset)).toThrow(RangeError);
      expect(() => map.isBoundary(offset)).toThrow(RangeError);
    }
  });

  it('knows that the code points of an astral text are fewer than its units', () => {
    const map = CodePointMap.of('😀😀');
    expect(map.toUtf16(2)).toBe(4);
    expect(() => map.toUtf16(3)).toThrow(RangeError);
  });
});
