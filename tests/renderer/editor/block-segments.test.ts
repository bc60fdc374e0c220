import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanIndex } from '../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { segmentsOfBlock } from '../../../src/renderer/editor/block-segments.ts';
import { spanOf } from './span-of.ts';

const text = 'He said “the fee \u202edoubles\u202c in June,” in Velmar.';
const block = { kind: 'paragraph', start: 0, end: text.length } as const;

function cut(spans: SpanIndex, currentSpan: string | null = null, lit: ReadonlySet<string> = new Set()) {
  return segmentsOfBlock(block, { text, spans, tagSet: defaultTagSet, currentSpan, lit });
}

describe('segmentsOfBlock', () => {
  it('cuts at the edges of spans and names the innermost tag', () => {
    const spans = SpanIndex.of([
      spanOf('c', 'claim', [8, 36]),
      spanOf('d', 'date', [30, 34]),
      spanOf('s', 'speaker', [0, 2]),
    ]);
    const tagged = cut(spans).map(({ start, end, spanIds, tag }) => [
      text.slice(start, end),
      spanIds.join(' '),
      tag,
    ]);
    expect(tagged).toEqual([
      ['He', 's', 'speaker'],
      [' said ', '', null],
      ['“the fee ', 'c', 'claim'],
      ['\u202e', 'c', 'claim'],
      ['doubles', 'c', 'claim'],
      ['\u202c', 'c', 'claim'],
      [' in ', 'c', 'claim'],
      ['June', 'c d', 'date'],
      [',”', 'c', 'claim'],
      [' in Velmar.', '', null],
    ]);
  });

  it('draws untagged text with no look and an invisible character as a token', () => {
    const [before, token] = cut(SpanIndex.empty);
    expect(before?.look).toBeNull();
    expect(token?.invisible).toMatchObject({
      label: 'RLO',
      title: 'right-to-left override (U+202E)',
      reorders: true,
    });
  });

  it('leaves the gap of a discontinuous span unmarked and edges each fragment', () => {
    const spans = SpanIndex.of([spanOf('c', 'claim', [0, 2], [8, 12])]);
    const [first, gap, second] = cut(spans, 'c');
    expect(gap?.spanIds).toEqual([]);
    expect(first?.look).toMatchObject({
      opens: { tag: 'claim', current: true },
      closes: { tag: 'claim' },
      washCurrent: true,
    });
    // Only the first edge of the current span carries the bar.
    expect(second?.look).toMatchObject({ opens: { tag: 'claim', current: false }, washCurrent: true });
  });

  it('lights the spans that belong to what is pointed at, and no others', () => {
    const spans = SpanIndex.of([
      spanOf('c', 'claim', [8, 36]),
      spanOf('d', 'date', [30, 34]),
      spanOf('s', 'speaker', [0, 2]),
    ]);
    const lit = cut(spans, null, new Set(['c', 's']))
      .filter(({ look }) => look?.washLit === true || look?.lines.some((line) => line.lit) === true)
      .map(({ start, end }) => text.slice(start, end));
    expect(lit).toEqual(['He', '“the fee ', '\u202e', 'doubles', '\u202c', ' in ', 'June', ',”']);
    const date = cut(spans, null, new Set(['c'])).find(({ tag }) => tag === 'date')?.look;
    expect(date).toMatchObject({ washLit: true, lines: [{ tag: 'date', lit: false }] });
  });

  it('re-joins to the text whatever spans lie over it', () => {
    const extents = fc.array(
      fc.tuple(
        fc.nat({ max: text.length - 1 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('claim', 'date', 'gone'),
      ),
    );
    fc.assert(
      fc.property(extents, (all) => {
        const spans = SpanIndex.of(
          all.map(([start, length, tag], i) =>
            spanOf(`s${i}`, tag, [start, Math.min(text.length, start + length)]),
          ),
        );
        const segments = cut(spans);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { start, spanIds } of segments) {
          expect(new Set(spanIds)).toEqual(new Set(spans.covering(start).map((span) => span.id)));
        }
      }),
    );
  });
});
