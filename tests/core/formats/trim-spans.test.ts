import { expect, test } from 'vitest';
import { LossCount } from '../../../src/core/formats/loss-count.ts';
import { trimSpans } from '../../../src/core/formats/trim-spans.ts';
import { spanAt } from './round-trip.ts';

test('white space goes from the ends of spans and fragments, in code points', () => {
  const text = '😀 \n said\u00a0 it ';
  const fragments = [
    { start: 0, end: 3 },
    { start: 4, end: 10 },
    { start: 12, end: 13 },
  ];
  const spans = [
    spanAt('whole', 'x', '😀 \n said', 0),
    spanAt('space', 'x', ' \n ', 1),
    spanAt('outer', 'x', ' said\u00a0', 3),
    { ...spanAt('parts', 'x', '', 0), end: 13, fragments },
    {
      ...spanAt('part', 'x', '', 1),
      end: 9,
      fragments: [fragments[0], fragments[1]].map((f) => ({ ...f, start: 1, end: 2 })),
    },
  ];
  const lost = new LossCount();
  const trimmed = trimSpans(spans, text, lost);
  expect(trimmed[0]).toBe(spans[0]);
  expect(trimmed.slice(1)).toEqual([
    spanAt('outer', 'x', 'said', 4),
    {
      ...spanAt('parts', 'x', '😀 said', 0),
      end: 8,
      fragments: [
        { start: 0, end: 1 },
        { start: 4, end: 8 },
      ],
    },
  ]);
  expect(lost.losses()).toEqual([
    { kind: 'spans of white space alone', count: 2 },
    { kind: 'spans with white space at their ends (trimmed)', count: 2 },
  ]);
});
