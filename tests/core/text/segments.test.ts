import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/core/model/span.ts';
import { compareDepth, SpanIndex } from '../../../src/core/model/span-index.ts';
import { segmentsOf } from '../../../src/core/text/segments.ts';
import { spanArbitrary, spanOf } from '../arbitraries/span.ts';

const text = 'x'.repeat(50);
const spans = fc
  .array(spanArbitrary(text), { maxLength: 25 })
  .map((list) => list.map((span, i) => ({ ...span, id: `s${i}` })));
const range = fc
  .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('segmentsOf', () => {
  it('makes segments that joined are the range, each covered as its every unit is', () => {
    fc.assert(
      fc.property(spans, range, (list, [start, end]) => {
        const segments = segmentsOf(start, end, list);
        let at = start;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          at = segment.end;
          for (let unit = segment.start; unit < segment.end; unit++) {
            const here = list.filter((span) => covers(span, unit)).sort(compareDepth);
            expect(segment.spanIds).toEqual(here.map(({ id }) => id));
          }
        }
        expect(at).toBe(end);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts at edges only', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const edges = new Set(
          list.flatMap(({ fragments }) => fragments.flatMap(({ start, end }) => [start, end])),
        );
        for (const { start } of segmentsOf(0, 50, list)) if (start > 0) expect(edges.has(start)).toBe(true);
      }),
    );
  });

  it('has the innermost last that the index has first', () => {
    fc.assert(
      fc.property(spans, fc.nat({ max: 49 }), (list, offset) => {
        const ids = segmentsOf(offset, offset + 1, list)[0]?.spanIds ?? [];
        expect([...ids].reverse()).toEqual(
          SpanIndex.of(list)
            .covering(offset)
            .map(({ id }) => id),
        );
      }),
    );
  });

  it('is one bare segment without spans, and none for an empty range', () => {
    expect(segmentsOf(3, 9, [])).toEqual([{ start: 3, end: 9, spanIds: [] }]);
    expect(segmentsOf(3, 3, [spanOf(text, [{ start: 0, end: 9 }])])).toEqual([]);
  });

  it('takes 100,000 spans on one character', () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      spanOf(text, [{ start: 4, end: 5 }], { id: `s${i}` }),
    );
    const segments = segmentsOf(0, 10, many);
    expect(segments.map(({ start, end, spanIds }) => [start, end, spanIds.length])).toEqual([
      [0, 4, 0],
      [4, 5, 100_000],
      [5, 10, 0],
    ]);
  });
});
