import { describe, expect, it } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  linkSpans,
  linksBetween,
  possibleEnds,
} from '../../../../src/core/operations/gestures/link-spans.ts';
import { afterGesture, articleOf, author, spanIn } from './builders.ts';

const article = articleOf(
  'Far Away spoke first. “Yes,” said Near One in Velmar on Monday.',
  ['far', 'speaker', 'Far Away'],
  ['near', 'speaker', 'Near One'],
  ['claim', 'claim', '“Yes,”'],
  ['place', 'location', 'Velmar'],
  ['day', 'date', 'Monday'],
);
const claim = spanIn(article, 'claim');

describe('linking', () => {
  it('offers only ends that the tag set allows, the nearest first', () => {
    expect(possibleEnds(article, claim, defaultTagSet).map(({ id }) => id)).toEqual([
      'near',
      'place',
      'day',
      'far',
    ]);
    expect(possibleEnds(article, spanIn(article, 'place'), defaultTagSet).map(({ id }) => id)).toEqual([
      'claim',
    ]);
  });

  it('finds type and direction from the two tags, whichever is named first', () => {
    for (const [a, b] of [
      ['claim', 'near'],
      ['near', 'claim'],
    ] as const) {
      const result = afterGesture(
        article,
        linkSpans(article, spanIn(article, a), spanIn(article, b), defaultTagSet, author()),
      );
      expect([...result.relations.values()]).toMatchObject([{ type: 'says', from: 'near', to: 'claim' }]);
    }
    const at = afterGesture(
      article,
      linkSpans(article, spanIn(article, 'place'), claim, defaultTagSet, author()),
    );
    expect([...at.relations.values()]).toMatchObject([{ type: 'at', from: 'claim', to: 'place' }]);
  });

  it('refuses ends that no relation allows, and a link that is there', () => {
    const no = linkSpans(article, spanIn(article, 'near'), spanIn(article, 'day'), defaultTagSet, author());
    expect(no).toMatchObject({ ok: false, reason: { code: 'not-allowed' } });
    const once = afterGesture(
      article,
      linkSpans(article, claim, spanIn(article, 'near'), defaultTagSet, author()),
    );
    expect(linkSpans(once, claim, spanIn(once, 'near'), defaultTagSet, author())).toMatchObject({
      ok: false,
      reason: { code: 'duplicate' },
    });
  });

  it('takes off a claim that no speaker is named once it is linked with one', () => {
    const marked = { ...claim, attributes: { noSpeaker: true, form: 'direct' } };
    const before = { ...article, spans: article.spans.with(marked) };
    const after = afterGesture(
      before,
      linkSpans(before, marked, spanIn(before, 'near'), defaultTagSet, author()),
    );
    expect(spanIn(after, 'claim').attributes).toEqual({ form: 'direct' });
  });

  it('lets a claim report the one that it holds, whichever is in hand, and the chosen one otherwise', () => {
    const nested = articleOf(
      'Dahl said that Ode said no. It rained.',
      ['outer', 'claim', 'Ode said no'],
      ['inner', 'claim', 'no'],
      ['apart', 'claim', 'It rained'],
    );
    const linked = (a: string, b: string) => {
      const after = afterGesture(
        nested,
        linkSpans(nested, spanIn(nested, a), spanIn(nested, b), defaultTagSet, author()),
      );
      return [...after.relations.values()].map(({ type, from, to }) => `${from} ${type} ${to}`);
    };
    expect(linked('inner', 'outer')).toEqual(['outer reports inner']);
    expect(linked('outer', 'inner')).toEqual(['outer reports inner']);
    expect(linked('apart', 'inner')).toEqual(['apart reports inner']);
  });

  it('makes the relation that is asked for where the tags allow two', () => {
    const { relationTypes, tags } = defaultTagSet;
    const own = {
      tags,
      relationTypes: [...relationTypes, { id: 'denies', name: 'denies', from: ['speaker'], to: ['claim'] }],
    };
    const near = spanIn(article, 'near');
    expect(linksBetween(own, claim, near).map(({ type }) => type)).toEqual(['says', 'denies']);
    const denied = afterGesture(article, linkSpans(article, claim, near, own, author(), 'denies'));
    expect([...denied.relations.values()].map(({ type }) => type)).toEqual(['denies']);
    expect(linkSpans(denied, claim, near, own, author(), 'denies')).toMatchObject({
      reason: { code: 'duplicate' },
    });
    expect(linkSpans(article, claim, near, own, author(), 'at')).toMatchObject({
      reason: { code: 'not-allowed' },
    });
  });
});
