import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextGrapheme, previousGrapheme, snapToGrapheme } from '../../../src/core/text/graphemes.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';
import { breakCases } from './break-test-file.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** All boundaries of a text, its ends included, from the segmenter over the whole. */
function boundariesOf(text: string): number[] {
  return [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
}

function walk(text: string): number[] {
  const offsets = [0];
  for (let at = 0; at < text.length; ) {
    at = nextGrapheme(text, at);
    offsets.push(at);
  }
  return offsets;
}

function walkBack(text: string): number[] {
  const offsets = [text.length];
  for (let at = text.length; at > 0; ) {
    at = previousGrapheme(text, at);
    offsets.unshift(at);
  }
  return offsets;
}

describe('grapheme boundaries', () => {
  it('are those of the segmenter over the whole text, from every offset and in both directions', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const boundaries = text === '' ? [0] : boundariesOf(text);
        expect(walk(text)).toEqual(boundaries);
        expect(walkBack(text)).toEqual(boundaries);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = boundaries.findLast((boundary) => boundary <= offset);
          const behind = boundaries.find((boundary) => boundary >= offset);
          expect(snapToGrapheme(text, offset, 'start')).toBe(before);
          expect(snapToGrapheme(text, offset, 'end')).toBe(behind);
          if (offset < text.length)
            expect(nextGrapheme(text, offset)).toBe(boundaries.find((b) => b > offset));
          if (offset > 0) expect(previousGrapheme(text, offset)).toBe(boundaries.findLast((b) => b < offset));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('hold around every code point of Unicode but the unassigned and the ideographs', () => {
    const wrong: string[] = [];
    for (let from = 0; from < 0x20000; from += 16) {
      const characters = Array.from({ length: 16 }, (_, i) => String.fromCodePoint(from + i)).filter(
        (character) => /[^\p{Cn}\p{Co}\p{Unified_Ideograph}\uac01-\ud7a3\p{Script=Tangut}]/u.test(character),
      );
      // Beside a letter, which joins with marks and what prepends itself, and a Hangul syllable, which joins with jamo.
      const text = characters.map((character) => `a${character}\uac00${character}b`).join('');
      if (text !== '' && walk(text).join() !== boundariesOf(text).join()) wrong.push(from.toString(16));
    }
    expect(wrong).toEqual([]);
  }, 30_000);

  it.each([
    ['a family with skin tones', '👨🏻‍👩🏿‍👧🏽‍👦🏼'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['conjoining Hangul', '\u1112\u1161\u11ab'],
    ['a stack of 300 marks', `e${'\u0301'.repeat(300)}`],
    ['a rainbow flag', '🏳️‍🌈'],
    ['CRLF', '\r\n'],
  ])('do not fall inside %s', (_, cluster) => {
    const text = `ab${cluster}cd`;
    expect(nextGrapheme(text, 2)).toBe(2 + cluster.length);
    expect(previousGrapheme(text, 2 + cluster.length)).toBe(2);
    for (let offset = 3; offset < 2 + cluster.length; offset += 7) {
      expect(snapToGrapheme(text, offset, 'start')).toBe(2);
      expect(snapToGrapheme(text, offset, 'end')).toBe(2 + cluster.length);
    }
  });

  it('pair flags from the start of their run, however long it is', () => {
    const text = `x${'🇺🇦'.repeat(150)}`;
    expect(snapToGrapheme(text, 1 + 4 * 100 + 2, 'start')).toBe(1 + 4 * 100);
    expect(previousGrapheme(text, text.length)).toBe(text.length - 4);
  });

  it('still move on, and stay off the halves of pairs, in a run longer than any neighbourhood', () => {
    for (const text of ['\u0301'.repeat(20_000), '🇺'.repeat(20_000), `${'\u200d😀'.repeat(20_000)}`]) {
      for (const offset of [0, 7_777, 10_000, text.length - 3]) {
        const next = nextGrapheme(text, offset);
        const previous = previousGrapheme(text, offset + 1);
        expect(next).toBeGreaterThan(offset);
        expect(previous).toBeLessThanOrEqual(offset);
        for (const at of [next, previous])
          expect(
            /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) &&
              at > 0 &&
              at < text.length &&
              text.charCodeAt(at) >= 0xdc00 &&
              text.charCodeAt(at) <= 0xdfff,
          ).toBe(false);
      }
    }
  });

  it('take an offset outside the text for its nearer end', () => {
    expect([nextGrapheme('ab', -5), nextGrapheme('ab', 9), nextGrapheme('', 0)]).toEqual([1, 2, 0]);
    expect([previousGrapheme('ab', -5), previousGrapheme('ab', 9), previousGrapheme('', 0)]).toEqual([
      0, 1, 0,
    ]);
    expect([snapToGrapheme('ab', -5, 'end'), snapToGrapheme('ab', 9, 'start')]).toEqual([0, 2]);
  });
});

describe.skipIf(!hasSharedData)(`Unicode’s own cases${sharedDataNote}`, () => {
  it('break where GraphemeBreakTest 14.0 says', () => {
    const cases = breakCases(sharedData('unicode/GraphemeBreakTest.txt'));
    expect(cases).toHaveLength(602);
    // Newer versions of Unicode no longer count the scissors as a pictograph: newer runtimes break where 14.0 does not.
    const scissors = '\u2701\u200d\u2701';
    const wrong = cases.filter(({ text, breaks }) => walk(text).join() !== breaks.join());
    expect(wrong.filter(({ text }) => text !== scissors).map(({ line }) => line)).toEqual([]);
  });
});
