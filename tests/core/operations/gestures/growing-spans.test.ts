import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../../../src/core/model/span.ts';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { GrowingSpans } from '../../../../src/core/operations/gestures/growing-spans.ts';
import { articleOf, spanIn } from './builders.ts';

const like = spanIn(articleOf('words', ['s', 'claim', 'words']), 's');

const stretches = fc
  .array(fc.tuple(fc.nat(3_000), fc.integer({ min: 1, max: 1_500 })), { minLength: 1, maxLength: 30 })
  .map((all) => all.map(([start, length]) => ({ start, end: start + length })));

test('finds what an index of all spans finds, whichever were there before', () => {
  fc.assert(
    fc.property(stretches, fc.nat(30), stretches, (all, before, asked) => {
      const spans = all.map((fragment, i): Span => ({ ...like, id: `s${i}`, fragments: [fragment] }));
      const growing = new GrowingSpans(SpanIndex.of(spans.slice(0, before)));
      for (const span of spans.slice(before)) growing.add(span);
      const whole = SpanIndex.of(spans);
      const wanted = new Set(asked.flatMap(({ start, end }) => whole.touching(start, end)));
      expect(growing.near(asked).ordered).toEqual(whole.ordered.filter((span) => wanted.has(span)));
    }),
  );
});
