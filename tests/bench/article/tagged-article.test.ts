import { describe, expect, it } from 'vitest';
import { articleSizes } from '../../../bench/article/article-sizes.ts';
import { taggedArticle } from '../../../bench/article/tagged-article.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';

const sizes = articleSizes.filter(({ length }) => length <= 200_000);

describe.each(sizes)('the generated article of $id', (size) => {
  const { text, spans } = taggedArticle(size);

  it('has the length and the number of spans that its size says', () => {
    expect(text.length).toBeGreaterThanOrEqual(size.length - 2);
    expect(text.length).toBeLessThan(size.length + 5_000);
    expect(spans).toHaveLength(size.spanCount);
    expect(new Set(spans.map(({ id }) => id)).size).toBe(size.spanCount);
  });

  it('has spans of every tag, in text order, whose quotes are what the text reads', () => {
    let previous = 0;
    for (const { fragments, quote } of spans) {
      const [{ start, end } = { start: -1, end: -1 }] = fragments;
      expect(text.slice(start, end)).toBe(quote);
      expect(quote).not.toContain('\n');
      expect(start).toBeGreaterThanOrEqual(previous);
      previous = start;
    }
    expect(new Set(spans.map(({ tag }) => tag))).toEqual(new Set(defaultTagSet.tags.map(({ id }) => id)));
  });

  it('has spans that nest and spans that overlap without nesting', () => {
    const extents = spans.flatMap(({ fragments }) => fragments);
    const pairs = extents.flatMap((a, i) =>
      extents.slice(i + 1, i + 8).map((b) => ({ a, b, meets: b.start < a.end })),
    );
    expect(pairs.some(({ a, b, meets }) => meets && b.end <= a.end)).toBe(true);
    expect(pairs.some(({ a, b, meets }) => meets && b.end > a.end)).toBe(true);
  });

  it('is the same each time, and reads as paragraphs of many lengths', () => {
    expect(taggedArticle(size)).toEqual({ ...taggedArticle(size), text, spans });
    const lengths = deriveBlocks(text).map(({ start, end }) => end - start);
    expect(Math.max(...lengths)).toBeGreaterThan(4 * Math.min(...lengths));
  });

  it('has no character beyond the basic plane, so that its offsets are code points too', () => {
    expect(Array.from(text)).toHaveLength(text.length);
  });
});
