import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/core/model/article.ts';
import { createIdentifier, identifierSchema } from '../../../src/core/model/identifier.ts';
import { articleArbitrary, articleOf } from '../arbitraries/article.ts';

describe('articleSchema', () => {
  it('takes every article that is made here, through JSON too', () => {
    fc.assert(
      fc.property(articleArbitrary, (article) => {
        expect(articleSchema.parse(JSON.parse(JSON.stringify(article)))).toEqual(article);
      }),
    );
  });

  it('refuses a hash that is none and a key that it does not know', () => {
    const article = articleOf('Title');
    const source = { ...article.record.source, sha256: 'ABC' };
    expect(articleSchema.safeParse({ ...article, record: { ...article.record, source } }).success).toBe(
      false,
    );
    expect(articleSchema.safeParse({ ...article, spans: [] }).success).toBe(false);
  });
});

describe('createIdentifier', () => {
  it('gives another one each time, fit for a record', () => {
    const made = Array.from({ length: 100 }, createIdentifier);
    expect(new Set(made).size).toBe(100);
    for (const id of made) expect(identifierSchema.parse(id)).toBe(id);
  });
});
