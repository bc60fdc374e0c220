import { describe, expect, it } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { linkNearest, linkSpans, possibleEnds } from '../../../../src/core/operations/gestures/link-spans.ts';
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

function speakerOf(state: typeof article): string | undefined {
  return [...state.relations.values()].find(({ type }) => type === 'says')?.from;
}

describe('linking', () => {
  it('offers only ends that the tag set allows, the nearest first', () => {
    expect(possibleEnds(article, claim, defaultTagSet).map(({ id }) => id)).toEqual([
      'near',
      'far',
      'place',
      'day',
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

  it('links the nearest speaker, then the next nearest in its place, then the first again', () => {
    const by = author();
    const first = afterGesture(article, linkNearest(article, claim, defaultTagSet, by));
    expect(speakerOf(first)).toBe('near');
    const second = afterGesture(first, linkNearest(first, claim, defaultTagSet, by));
    expect(speakerOf(second)).toBe('far');
    expect(second.relations.size).toBe(1);
    expect(speakerOf(afterGesture(second, linkNearest(second, claim, defaultTagSet, by)))).toBe('near');
  });

  it('says so when there is no speaker or the span is no claim', () => {
    const bare = articleOf('“Yes.”', ['claim', 'claim', '“Yes.”']);
    expect(linkNearest(bare, spanIn(bare, 'claim'), defaultTagSet, author())).toMatchObject({
      ok: false,
      reason: { code: 'missing' },
    });
    expect(linkNearest(article, spanIn(article, 'day'), defaultTagSet, author())).toMatchObject({
      ok: false,
      reason: { code: 'not-allowed' },
    });
  });
});
