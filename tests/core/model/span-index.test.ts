import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, endOf, type Span, startOf } from '../../../src/core/model/span.ts';
import { compareDepth, compareSpans, SpanIndex } from '../../../src/core/model/span-index.ts';
import { spanArbitrary, spanOf } from '../arbitraries/span.ts';

const text = 'x'.repeat(60);

/** The slow, obvious index: a list that is searched from end to end. */
class SpanList {
  spans: Span[] = [];

  put(span: Span): void {
    this.drop(span.id);
    this.spans.push(span);
    this.spans.sort(compareSpans);
  }

  drop(id: string): void {
    this.spans = this.spans.filter((span) => span.id !== id);
  }

  touching(start: number, end: number): Span[] {
    return this.spans.filter((span) => startOf(span) < end && endOf(span) > start);
  }

  covering(offset: number): Span[] {
    return this.spans.filter((span) => covers(span, offset)).sort((a, b) => compareDepth(b, a));
  }
}

const isShort = (span: Span) => endOf(span) - startOf(span) < 12;

type Step =
  | { type: 'with'; spans: Span[] }
  | { type: 'without'; ids: string[] }
  | { type: 'touching'; start: number; end: number }
  | { type: 'covering'; offset: number };

const id = fc.nat({ max: 14 }).map((n) => `s${n}`);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(spanArbitrary(text), { maxLength: 3 }).map((spans): Step => ({ type: 'with', spans })),
  fc.array(id, { maxLength: 3 }).map((ids): Step => ({ type: 'without', ids })),
  fc
    .tuple(fc.nat({ max: 61 }), fc.nat({ max: 61 }))
    .map(([a, b]): Step => ({ type: 'touching', start: Math.min(a, b), end: Math.max(a, b) })),
  fc.nat({ max: 61 }).map((offset): Step => ({ type: 'covering', offset })),
);

describe('SpanIndex', () => {
  it('answers as a list searched from end to end does, after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let index = SpanIndex.empty;
        const list = new SpanList();
        for (const one of steps) {
          switch (one.type) {
            case 'with':
              index = index.with(...one.spans);
              for (const span of one.spans) list.put(span);
              break;
            case 'without':
              index = index.without(...one.ids);
              for (const gone of one.ids) list.drop(gone);
              break;
            case 'touching':
              expect(index.touching(one.start, one.end)).toEqual(list.touching(one.start, one.end));
              break;
            case 'covering':
              expect(index.covering(one.offset)).toEqual(list.covering(one.offset));
          }
          expect(index.ordered).toEqual(list.spans);
          // At every step, so that each index has what its questions are answered by, and the next one comes of that.
          for (let at = 0; at <= 61; at += 5)
            expect(index.touching(at, at + 1)).toEqual(list.touching(at, at + 1));
          expect([...index.chosen(isShort)].sort(compareSpans)).toEqual(list.spans.filter(isShort));
          expect(index.size).toBe(list.spans.length);
          for (const [i, span] of list.spans.entries()) {
            expect(index.get(span.id)).toBe(span);
            expect(index.positionOf(span.id)).toBe(i);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('asks a choice of the spans that have come since, and of no other again', () => {
    const asked: string[] = [];
    const choice = ({ id }: Span) => {
      asked.push(id);
      return true;
    };
    const spans = ['a', 'b', 'c'].map((id, i) => spanOf(text, [{ start: i, end: i + 2 }], { id }));
    const before = SpanIndex.of(spans);
    expect(before.chosen(choice)).toHaveLength(3);
    const after = before.with(spanOf(text, [{ start: 4, end: 9 }], { id: 'd' })).without('b');
    expect(after.chosen(choice).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves the index that it was made from as it was, and shares its spans', () => {
    const one = spanOf(text, [{ start: 0, end: 5 }], { id: 'one' });
    const two = spanOf(text, [{ start: 2, end: 9 }], { id: 'two' });
    const before = SpanIndex.of([one]);
    const after = before.with(two).without('one');
    expect(before.ordered).toEqual([one]);
    expect(after.ordered[0]).toBe(two);
    expect(before.without('nobody')).toBe(before);
  });

  it('keeps the last of several spans with one id', () => {
    const early = spanOf(text, [{ start: 0, end: 5 }]);
    const late = spanOf(text, [{ start: 7, end: 9 }]);
    expect(SpanIndex.of([early, late]).ordered).toEqual([late]);
    expect(SpanIndex.empty.with(early, late).ordered).toEqual([late]);
  });

  it('has the innermost span first at an offset, and none in the gap of a discontinuous one', () => {
    const outer = spanOf(text, [{ start: 0, end: 50 }], { id: 'outer' });
    const inner = spanOf(text, [{ start: 10, end: 20 }], { id: 'inner' });
    const split = spanOf(
      text,
      [
        { start: 5, end: 8 },
        { start: 15, end: 40 },
      ],
      { id: 'split' },
    );
    const index = SpanIndex.of([outer, inner, split]);
    expect(index.covering(16).map((span) => span.id)).toEqual(['inner', 'split', 'outer']);
    expect(index.covering(12).map((span) => span.id)).toEqual(['inner', 'outer']);
    expect(index.covering(50)).toEqual([]);
  });

  it('finds a long span that starts far to the left of many short ones', () => {
    const long = spanOf('y'.repeat(9000), [{ start: 0, end: 9000 }], { id: 'long' });
    const short = Array.from({ length: 5000 }, (_, i) =>
      spanOf('y'.repeat(9000), [{ start: i, end: i + 1 }], { id: `short${i}` }),
    );
    const index = SpanIndex.of([...short, long]);
    expect(index.touching(8000, 8001)).toEqual([long]);
    expect(index.touching(4999, 5001).map((span) => span.id)).toEqual(['long', 'short4999']);
  });
});

describe('compareDepth', () => {
  it('orders any spans in full: no two different ones are alike', () => {
    fc.assert(
      fc.property(spanArbitrary(text), spanArbitrary(text), (a, b) => {
        expect(Math.sign(compareDepth(a, b))).toBe(-Math.sign(compareDepth(b, a)) + 0);
        if (a.id !== b.id) expect(compareDepth(a, b)).not.toBe(0);
      }),
    );
  });
});
