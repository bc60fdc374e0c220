import { describe, expect, it } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  addFragment,
  deleteSpan,
  retagSpan,
  setNote,
  toggleFlag,
} from '../../../../src/core/operations/gestures/change-span.ts';
import { linkSpans } from '../../../../src/core/operations/gestures/link-spans.ts';
import { moveSpanEdge, setSpanEdge } from '../../../../src/core/operations/gestures/move-span-edge.ts';
import { afterGesture, articleOf, author, spanIn, tag } from './builders.ts';

const text = 'Ode said “This is a toll,” and then, “on bread,” again.';

function linked() {
  const article = articleOf(text, ['s', 'speaker', 'Ode'], ['c', 'claim', '“This is a toll,”']);
  return afterGesture(
    article,
    linkSpans(article, spanIn(article, 's'), spanIn(article, 'c'), defaultTagSet, author()),
  );
}

describe('changing a span', () => {
  it('deletes its relations with it, in one step', () => {
    const article = linked();
    expect(article.relations.size).toBe(1);
    const gone = afterGesture(article, deleteSpan(article, spanIn(article, 's')));
    expect(gone.spans.has('s')).toBe(false);
    expect(gone.relations.size).toBe(0);
  });

  it('retags, and drops the relations that the new tag does not allow', () => {
    const article = linked();
    const result = afterGesture(
      article,
      retagSpan(article, spanIn(article, 's'), tag('location'), defaultTagSet, author()),
    );
    expect(spanIn(result, 's').tag).toBe('location');
    expect(result.relations.size).toBe(0);
  });

  it('refuses a tag that the same text has already', () => {
    const article = articleOf(text, ['a', 'speaker', 'Ode'], ['b', 'location', 'Ode']);
    expect(retagSpan(article, spanIn(article, 'a'), tag('location'), defaultTagSet, author())).toMatchObject({
      ok: false,
      reason: { code: 'duplicate', span: 'b' },
    });
  });

  it('adds a fragment, or melts one that touches', () => {
    const article = articleOf(text, ['c', 'claim', '“This is a toll,”']);
    const start = text.indexOf('“on bread,”');
    const two = afterGesture(
      article,
      addFragment(article, spanIn(article, 'c'), { start, end: start + 11 }, author()),
    );
    expect(spanIn(two, 'c').quote).toBe('“This is a toll,” “on bread,”');
    const whole = afterGesture(
      two,
      addFragment(two, spanIn(two, 'c'), { start: 20, end: start + 1 }, author()),
    );
    expect(spanIn(whole, 'c').fragments).toHaveLength(1);
  });

  it('keeps notes and flags as steps of their own', () => {
    const article = linked();
    const noted = afterGesture(article, setNote(spanIn(article, 'c'), 'check', author()));
    expect(spanIn(noted, 'c').note).toBe('check');
    expect(setNote(spanIn(noted, 'c'), 'check', author()).ok).toBe(false);
    expect(spanIn(afterGesture(noted, toggleFlag(spanIn(noted, 'c'), author())), 'c').flagged).toBe(true);
  });
});

describe('moving the ends of a span', () => {
  const article = articleOf('One two three four', ['s', 'claim', 'two three']);
  const moved = (edge: 'start' | 'end', direction: 'outwards' | 'inwards', unit: 'word' | 'grapheme') =>
    spanIn(
      afterGesture(article, moveSpanEdge(article, spanIn(article, 's'), { edge, direction, unit }, author())),
      's',
    ).quote;

  it('by a word', () => {
    expect(moved('end', 'outwards', 'word')).toBe('two three four');
    expect(moved('end', 'inwards', 'word')).toBe('two');
    expect(moved('start', 'outwards', 'word')).toBe('One two three');
    expect(moved('start', 'inwards', 'word')).toBe('three');
  });

  it('by a grapheme cluster', () => {
    expect(moved('end', 'inwards', 'grapheme')).toBe('two thre');
    expect(moved('start', 'outwards', 'grapheme')).toBe(' two three');
    const flags = articleOf('a 🇺🇦👩‍👩‍👧 b', ['s', 'claim', '🇺🇦👩‍👩‍👧']);
    const shorter = moveSpanEdge(
      flags,
      spanIn(flags, 's'),
      { edge: 'end', direction: 'inwards', unit: 'grapheme' },
      author(),
    );
    expect(spanIn(afterGesture(flags, shorter), 's').quote).toBe('🇺🇦');
  });

  it('refuses to make it empty or to leave the text', () => {
    const tiny = articleOf('ab', ['s', 'claim', 'ab']);
    expect(setSpanEdge(tiny, spanIn(tiny, 's'), 0, 'end', 0, author()).ok).toBe(false);
    expect(setSpanEdge(tiny, spanIn(tiny, 's'), 0, 'end', 3, author()).ok).toBe(false);
    const still = moveSpanEdge(
      tiny,
      spanIn(tiny, 's'),
      { edge: 'end', direction: 'outwards', unit: 'word' },
      author(),
    );
    expect(still.ok).toBe(false);
  });
});
