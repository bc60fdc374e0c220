import { expect, test } from 'vitest';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { untaggedArticle } from '../../../../src/core/operations/project-state.ts';
import { checkArticle } from '../../../../src/renderer/app/doctor/check-article.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, spanOf } from '../../fakes/project.ts';

const { record, body } = articleOf('Anna said “We go” in Oslo.', 'a');
const article = { record, body };
const speaker = spanOf(article, 's', 0, 4, 'speaker');
const claim = spanOf(article, 'c', 10, 17, 'claim');

test('a sound article has no findings', () => {
  const link = linkOf('l', speaker, claim);
  const state = {
    ...untaggedArticle(record, body),
    spans: SpanIndex.of([speaker, claim]),
    relations: new Map([['l', link]]),
  };
  expect(checkArticle(state, defaultTagSet)).toEqual([]);
});

test('quotes, unknown tags, lost ends and forbidden links are found', () => {
  const drifted = { ...speaker, quote: 'Annb' };
  const strange = { ...claim, tag: 'rumour' };
  const lost = { ...linkOf('l', speaker, claim), to: 'gone' };
  const backward = linkOf('m', strange, drifted);
  const state = {
    ...untaggedArticle(record, body),
    spans: SpanIndex.of([drifted, strange]),
    relations: new Map([lost, backward].map((link) => [link.id, link])),
  };
  expect(checkArticle(state, defaultTagSet).map(({ span, words }) => `${span}: ${words}`)).toEqual([
    's: “Annb” is not what the text reads at its place',
    'c: ““We go”” has the tag “rumour”, which the tag set does not know',
    's: a “says” link has lost one of its ends',
    'c: a “says” link joins two tags that it may not join',
  ]);
});
