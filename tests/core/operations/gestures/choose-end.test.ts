import { describe, expect, it } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { chooseEnd } from '../../../../src/core/operations/gestures/choose-end.ts';
import { linkSpans } from '../../../../src/core/operations/gestures/link-spans.ts';
import { afterGesture, articleOf, author, spanIn } from './builders.ts';

const article = articleOf(
  'Ann and Bob said “Yes,” in Velmar on Monday.',
  ['ann', 'speaker', 'Ann'],
  ['bob', 'speaker', 'Bob'],
  ['claim', 'claim', '“Yes,”'],
  ['velmar', 'location', 'Velmar'],
);
const by = author();

function choose(state: typeof article, other: string, type: string): typeof article {
  const [claim, end] = [spanIn(state, 'claim'), spanIn(state, other)];
  return afterGesture(state, chooseEnd(state, claim, end, type, defaultTagSet, by));
}

function links(state: typeof article): string[] {
  return [...state.relations.values()].map(({ type, from, to }) => `${from} ${type} ${to}`);
}

describe('chooseEnd', () => {
  it('links, then puts another in the place of the one, and takes it away when it is chosen again', () => {
    const first = choose(article, 'ann', 'says');
    expect(links(first)).toEqual(['ann says claim']);
    const second = choose(first, 'bob', 'says');
    expect(links(second)).toEqual(['bob says claim']);
    expect(links(choose(second, 'bob', 'says'))).toEqual([]);
  });

  it('leaves links of other types as they are', () => {
    const placed = choose(choose(article, 'ann', 'says'), 'velmar', 'at');
    expect(links(placed)).toEqual(['ann says claim', 'claim at velmar']);
    expect(links(choose(placed, 'bob', 'says'))).toEqual(['claim at velmar', 'bob says claim']);
  });

  it('adds to several instead of choosing which of them goes', () => {
    const third = articleOf(
      'Ann and Bob and Cleo said “Yes,” in Velmar.',
      ['ann', 'speaker', 'Ann'],
      ['bob', 'speaker', 'Bob'],
      ['cleo', 'speaker', 'Cleo'],
      ['claim', 'claim', '“Yes,”'],
    );
    let state = third;
    for (const id of ['ann', 'bob']) {
      state = afterGesture(
        state,
        linkSpans(state, spanIn(state, 'claim'), spanIn(state, id), defaultTagSet, by),
      );
    }
    expect(links(choose(state, 'cleo', 'says'))).toEqual([
      'ann says claim',
      'bob says claim',
      'cleo says claim',
    ]);
  });

  it('refuses what the tag set does not allow', () => {
    const velmar = spanIn(article, 'velmar');
    const result = chooseEnd(article, spanIn(article, 'ann'), velmar, 'at', defaultTagSet, by);
    expect(result).toMatchObject({ ok: false, reason: { code: 'not-allowed' } });
  });
});
