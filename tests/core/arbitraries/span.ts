import fc from 'fast-check';
import { type Fragment, normaliseFragments, quoteOf } from '../../../src/core/model/fragment.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { someTime } from './article.ts';

/** A span over `fragments` of `text`, with its quote; `parts` overrides the rest. */
export function spanOf(text: string, fragments: readonly Fragment[], parts: Partial<Span> = {}): Span {
  return {
    id: 'span',
    articleId: 'article',
    tag: 'claim',
    fragments: fragments.map(({ start, end }) => ({ start, end })),
    quote: quoteOf(text, fragments),
    attributes: {},
    note: '',
    flagged: false,
    annotator: 'annotator',
    origin: 'manual',
    createdAt: someTime,
    updatedAt: someTime,
    ...parts,
  };
}

/** A fragment within a text of that length, which must be at least 1. */
export function fragmentArbitrary(length: number): fc.Arbitrary<Fragment> {
  return fc
    .tuple(fc.nat({ max: length - 1 }), fc.nat({ max: length - 1 }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
}

/** Spans of one to four fragments anywhere in `text` (not empty), ids from a small set so that they collide. */
export function spanArbitrary(text: string, articleId = 'article'): fc.Arbitrary<Span> {
  return fc
    .record({
      id: fc.nat({ max: 12 }).map((n) => `s${n}`),
      fragments: fc.array(fragmentArbitrary(text.length), { minLength: 1, maxLength: 4 }),
      tag: fc.constantFrom('speaker', 'claim', 'location', 'date'),
      flagged: fc.boolean(),
      note: fc.constantFrom('', 'a note', '“quoted”'),
    })
    .map(({ fragments, ...parts }) => spanOf(text, normaliseFragments(fragments), { ...parts, articleId }));
}
