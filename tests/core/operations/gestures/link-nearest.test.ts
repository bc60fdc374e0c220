import { describe, expect, it } from 'vitest';
import { defaultTagSet, type TagSet } from '../../../../src/core/model/tag-set.ts';
import { articleAfter } from '../../../../src/core/operations/article-after.ts';
import {
  type LinkPurpose,
  linkRole,
  nearestEnds,
  nearestLinkChanges,
} from '../../../../src/core/operations/gestures/link-nearest.ts';
import type { ArticleState } from '../../../../src/core/operations/project-state.ts';
import { articleOf, author, spanIn } from './builders.ts';

const article = articleOf(
  'Far Away spoke first. “Yes,” said Near One in Velmar on Monday. Then Close By left. “No.”',
  ['far', 'speaker', 'Far Away'],
  ['near', 'speaker', 'Near One'],
  ['close', 'speaker', 'Close By'],
  ['claim', 'claim', '“Yes,”'],
  ['other', 'claim', '“No.”'],
  ['place', 'location', 'Velmar'],
  ['day', 'date', 'Monday'],
);

function ends(
  state: ArticleState,
  id: string,
  purpose: LinkPurpose = 'speaker',
  tagSet: TagSet = defaultTagSet,
) {
  const span = spanIn(state, id);
  const role = linkRole(tagSet, span.tag, purpose);
  return role === undefined ? undefined : nearestEnds(state, span, role).map((end) => end.id);
}

const by = author();

function link(
  state: ArticleState,
  id: string,
  other: string,
  purpose: LinkPurpose = 'speaker',
): ArticleState {
  const span = spanIn(state, id);
  const role = linkRole(defaultTagSet, span.tag, purpose);
  if (role === undefined) throw new Error('no role');
  return articleAfter(state, nearestLinkChanges(state, span, spanIn(state, other), role, by));
}

function links(state: ArticleState): string[] {
  return [...state.relations.values()].map(({ type, from, to }) => `${from} ${type} ${to}`);
}

describe('nearestEnds', () => {
  it('goes through the speakers of the sentence, then the others by distance', () => {
    expect(ends(article, 'claim')).toEqual(['near', 'far', 'close']);
    expect(ends(article, 'other')).toEqual(['close', 'near', 'far']);
  });

  it('puts who is named inside a claim behind who stands beside it', () => {
    const nested = articleOf(
      'Dahl of the port said yesterday that Ode had lied.',
      ['d', 'speaker', 'Dahl'],
      ['o', 'speaker', 'Ode'],
      ['c', 'claim', 'Ode had lied'],
    );
    expect(ends(nested, 'c')).toEqual(['d', 'o']);
  });

  it('goes on behind the one that is linked', () => {
    expect(ends(link(article, 'claim', 'near'), 'claim')).toEqual(['far', 'close']);
    expect(ends(link(article, 'claim', 'far'), 'claim')).toEqual(['close', 'near']);
  });

  it('gives a speaker first what nobody says yet', () => {
    expect(ends(article, 'near')).toEqual(['claim', 'other']);
    expect(ends(link(article, 'claim', 'far'), 'near')).toEqual(['other', 'claim']);
    const marked = { ...spanIn(article, 'claim'), attributes: { noSpeaker: true } };
    expect(ends({ ...article, spans: article.spans.with(marked) }, 'near')).toEqual(['other', 'claim']);
  });

  it('finds places and dates for a claim, and claims for them', () => {
    expect(ends(article, 'claim', 'place')).toEqual(['place']);
    expect(ends(article, 'claim', 'date')).toEqual(['day']);
    expect(ends(article, 'place', 'place')).toEqual(['claim', 'other']);
    expect(ends(article, 'near', 'date')).toBeUndefined();
  });

  it('knows relations of a tag set of one’s own by what they end at', () => {
    const own: TagSet = {
      tags: defaultTagSet.tags,
      relationTypes: [{ id: 'where', name: 'where', from: ['claim'], to: ['location'] }],
    };
    expect(ends(article, 'claim', 'place', own)).toEqual(['place']);
    expect(ends(article, 'claim', 'speaker', own)).toBeUndefined();
  });
});

describe('nearestLinkChanges', () => {
  it('puts another speaker in the place of the one before', () => {
    const first = link(article, 'claim', 'near');
    expect(links(first)).toEqual(['near says claim']);
    expect(links(link(first, 'claim', 'far'))).toEqual(['far says claim']);
  });

  it('leaves a speaker what he says already', () => {
    expect(links(link(link(article, 'near', 'claim'), 'near', 'other'))).toEqual([
      'near says claim',
      'near says other',
    ]);
  });

  it('links a claim with place and date in their directions', () => {
    expect(links(link(link(article, 'claim', 'place', 'place'), 'day', 'claim', 'date'))).toEqual([
      'claim at place',
      'claim on day',
    ]);
  });
});
