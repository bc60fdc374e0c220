import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../src/core/text/title.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

describe('titleOf', () => {
  it.each([
    ['the first line', 'Headline\n\nText.', 'Headline'],
    ['the first that is not blank', '\n \u00a0\n\t Headline \nText', 'Headline'],
    ['a text of one line', 'Headline', 'Headline'],
    ['nothing of a blank text', ' \n\t', ''],
    ['nothing of nothing', '', ''],
    ['300 letters whole', 'x'.repeat(300), 'x'.repeat(300)],
    ['300 letters whole, spaces behind them aside', `${'x'.repeat(300)}   \ny`, 'x'.repeat(300)],
    ['299 letters of more', 'x'.repeat(301), `${'x'.repeat(299)}…`],
  ])('is %s', (_, text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('cuts between grapheme clusters', () => {
    expect(titleOf('👩‍👩‍👧‍👦'.repeat(400))).toBe(`${'👩‍👩‍👧‍👦'.repeat(299)}…`);
  });

  it('is one trimmed line of the text', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const title = titleOf(text);
        expect(title).not.toContain('\n');
        expect(title).toBe(title.trim());
        expect(text).toContain(title.replace(/…$/, ''));
      }),
    );
  });
});
