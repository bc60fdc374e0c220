import { describe, expect, it } from 'vitest';
import type { ArticleSuggestion } from '../../../src/core/suggest/article-suggestions.ts';
import { nextInReview } from '../../../src/renderer/app/suggestions/review-order.ts';

function suggestionAt(start: number, confidence: number): ArticleSuggestion {
  const fragment = { start, end: start + 5 };
  return {
    kind: 'date',
    of: { rule: 'date', confidence, reason: [], fragments: [fragment], value: null },
    fragments: [fragment],
    key: String(start),
  };
}

const [a, b, c, d] = [
  suggestionAt(10, 0.9),
  suggestionAt(20, 0.6),
  suggestionAt(20, 0.6),
  suggestionAt(30, 0.45),
] as const;
const open = [a, b, c, d];

describe('in reading order', () => {
  const next = (review: ArticleSuggestion | null, direction: 1 | -1, caret = 0, left = open) =>
    nextInReview(left, { review, caret }, direction, 'reading');

  it('the next stands behind the one looked at, the previous before it', () => {
    expect(open.map((each) => next(each, 1))).toEqual([b, c, d, undefined]);
    expect(open.map((each) => next(each, -1))).toEqual([undefined, a, b, c]);
  });

  it('begins at the caret', () => {
    expect([0, 20, 21, 31].map((caret) => next(null, 1, caret))).toEqual([a, b, d, undefined]);
    expect(next(null, -1, 20)).toBe(a);
  });

  it('goes on behind what was decided, also where two begin at one place', () => {
    expect(next(b, 1, 0, [a, c, d])).toBe(c);
    expect(next(d, 1, 0, [a, b, c])).toBeUndefined();
  });
});

describe('the least sure first', () => {
  const next = (review: ArticleSuggestion | null, direction: 1 | -1, left = open) =>
    nextInReview(left, { review, caret: 25 }, direction, 'leastSure');

  it('begins with what is nearest to even chances, wherever the caret is, and keeps text order among equals', () => {
    expect([null, d, b, c, a].map((each) => next(each, 1))).toEqual([d, b, c, a, undefined]);
    expect([null, a, c, b, d].map((each) => next(each, -1))).toEqual([a, c, b, d, undefined]);
  });

  it('goes on with the next surer one after a decision', () => {
    expect(next(d, 1, [a, b, c])).toBe(b);
    expect(next(b, 1, [a, c])).toBe(c);
    expect(next(c, 1, [a])).toBe(a);
    expect(next(a, 1, [b, c, d])).toBeUndefined();
  });
});
