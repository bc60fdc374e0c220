import { describe, expect, it } from 'vitest';
import { tagSelection } from '../../../../src/core/operations/gestures/tag-selection.ts';
import { afterGesture, articleOf, author, spanIn, tag } from './builders.ts';

const text = 'The minister said: “Fees will double.” Nobody asked why.';

function tagged(start: number, end: number, snap: boolean): string {
  const article = articleOf(text);
  return spanIn(
    afterGesture(article, tagSelection(article, { start, end }, tag('claim'), snap, author())),
    'new-1',
  ).quote;
}

describe('tagging a selection', () => {
  it('leaves out outer white space', () => {
    expect(tagged(3, 13, true)).toBe('minister');
    expect(tagged(3, 13, false)).toBe('minister');
  });

  it('moves ends that stand inside a word out to its edges, unless told not to', () => {
    expect(tagged(6, 10, true)).toBe('minister');
    expect(tagged(6, 10, false)).toBe('nist');
  });

  it('keeps quotation marks that were selected', () => {
    const start = text.indexOf('“');
    expect(tagged(start, text.indexOf('”') + 1, true)).toBe('“Fees will double.”');
  });

  it('tags the word at the caret when nothing is selected', () => {
    expect(tagged(6, 6, true)).toBe('minister');
  });

  it('refuses white space and changes nothing', () => {
    const article = articleOf('a  \n  b');
    expect(tagSelection(article, { start: 2, end: 5 }, tag('claim'), true, author())).toMatchObject({
      ok: false,
      reason: { code: 'nothing-selected' },
    });
  });

  it('refuses the same range with the same tag and points to the span that is there', () => {
    const article = articleOf(text, ['s', 'speaker', 'minister']);
    const again = { start: 4, end: 12 };
    expect(tagSelection(article, again, tag('speaker'), true, author())).toMatchObject({
      ok: false,
      reason: { code: 'duplicate', span: 's' },
    });
    expect(tagSelection(article, again, tag('claim'), true, author()).ok).toBe(true);
  });

  it('names the step for the undo menu', () => {
    const result = tagSelection(articleOf(text), { start: 4, end: 12 }, tag('location'), true, author());
    expect(result).toMatchObject({ ok: true, value: { label: 'tag location', current: 'new-1' } });
  });
});
