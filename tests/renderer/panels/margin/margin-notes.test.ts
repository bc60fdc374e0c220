import { describe, expect, it } from 'vitest';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { untaggedArticle } from '../../../../src/core/operations/project-state.ts';
import {
  marginNotes,
  nearestClaim,
  neighbourClaim,
} from '../../../../src/renderer/panels/margin/margin-notes.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { spanOf } from '../../editor/span-of.ts';

const { record, body } = articleOf('Words '.repeat(30), 'article');
const spans = SpanIndex.of([
  spanOf('long', 'claim', [0, 90]),
  spanOf('s', 'speaker', [10, 14]),
  spanOf('b', 'claim', [20, 30], [40, 50]),
  spanOf('c', 'claim', [60, 70]),
]);
const article = { ...untaggedArticle(record, body), spans };

function ids(start: number, end: number, kept: string | null = null): string[] {
  return marginNotes(article, defaultTagSet, { article: 'article', start, end }, kept).map(
    ({ claim }) => claim.id,
  );
}

describe('marginNotes', () => {
  it('has the claims that begin in the stretch, in text order', () => {
    expect(ids(0, 100)).toEqual(['long', 'b', 'c']);
    expect(ids(15, 60)).toEqual(['b']);
    // A claim that merely reaches in has its note where it begins.
    expect(ids(62, 100)).toEqual([]);
  });

  it('keeps the claim of the note with the focus, in its place', () => {
    expect(ids(15, 60, 'long')).toEqual(['long', 'b']);
    expect(ids(15, 60, 'c')).toEqual(['b', 'c']);
    expect(ids(15, 60, 's')).toEqual(['b']);
    expect(ids(15, 60, 'gone')).toEqual(['b']);
  });
});

describe('neighbourClaim', () => {
  const from = (id: string | null, direction: 1 | -1) =>
    neighbourClaim(article, defaultTagSet, id, direction)?.id;

  it('walks the claims of the whole article and stops at its ends', () => {
    expect([from('long', 1), from('b', 1), from('c', 1)]).toEqual(['b', 'c', undefined]);
    expect([from('c', -1), from('b', -1), from('long', -1)]).toEqual(['b', 'long', undefined]);
    expect([from(null, 1), from(null, -1)]).toEqual(['long', 'c']);
  });
});

describe('nearestClaim', () => {
  it('is the one that begins nearest to the caret', () => {
    expect(nearestClaim(spans.ordered, 26)).toBe('b');
    expect(nearestClaim(spans.ordered, 5)).toBe('long');
    expect(nearestClaim([], 5)).toBeNull();
  });
});
