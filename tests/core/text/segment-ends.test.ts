import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentEnds } from '../../../src/core/text/segment-ends.ts';

const pieces = ['word ', 'said. ', '\n', '😀', 'ไทย', '中文。', 'e\u0301', 'x'.repeat(700), ' ', '“A?” '];

test.each(['word', 'sentence', 'grapheme'] as const)(
  '%s: finds what one walk over all of a text finds',
  (granularity) => {
    const segmenter = new Intl.Segmenter('und', { granularity });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const expected = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
        expect([...segmentEnds(segmenter, text, 0, text.length)]).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  },
);

test('finds them in a stretch, and none in an empty one', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  expect([...segmentEnds(segmenter, 'one two three', 4, 9)]).toEqual([7, 8, 9]);
  expect([...segmentEnds(segmenter, 'one', 1, 1)]).toEqual([]);
});

test('walks megabytes in seconds, whether they hold one segment or many', () => {
  const words = new Intl.Segmenter('und', { granularity: 'word' });
  const begun = performance.now();
  expect([...segmentEnds(words, 'x'.repeat(2_000_000), 0, 2_000_000)]).toEqual([2_000_000]);
  expect([...segmentEnds(words, 'six. '.repeat(100_000), 0, 500_000)]).toHaveLength(300_000);
  expect(performance.now() - begun).toBeLessThan(20_000);
});
