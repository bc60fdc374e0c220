import { expect, test } from 'vitest';
import { SpanIndex } from '../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { untaggedArticle } from '../../../src/core/operations/project-state.ts';
import { attributedClaims } from '../../../src/renderer/panels/attributed-claims.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { linkOf, spanOf } from '../fakes/project.ts';

const article = articleOf('Anna and Berta said this and that', 'a');
const [anna, berta] = [spanOf(article, 's', 0, 4, 'speaker'), spanOf(article, 't', 9, 14, 'speaker')];
const claim = spanOf(article, 'c', 20, 24, 'claim');
const state = untaggedArticle(article.record, article.body);

test('a claim with two speakers counts once', () => {
  const relations = new Map(
    [linkOf('l', anna, claim), linkOf('m', berta, claim)].map((link) => [link.id, link]),
  );
  expect(attributedClaims({ ...state, relations }, defaultTagSet, { claim: 3, speaker: 2 })).toEqual({
    claims: 3,
    attributed: 1,
  });
});

test('a claim that was said to have no speaker is settled', () => {
  const spans = SpanIndex.of([
    { ...claim, attributes: { noSpeaker: true } },
    { ...anna, attributes: { noSpeaker: true } },
  ]);
  expect(attributedClaims({ ...state, spans }, defaultTagSet, { claim: 2 })).toEqual({
    claims: 2,
    attributed: 1,
  });
});

test('a tag set without speakers has nothing to attribute', () => {
  expect(attributedClaims(state, { ...defaultTagSet, relationTypes: [] }, { claim: 3 })).toBeNull();
});
