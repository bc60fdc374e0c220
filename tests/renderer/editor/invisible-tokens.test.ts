import { describe, expect, it } from 'vitest';
import { invisibleTokensIn } from '../../../src/renderer/editor/invisible-tokens.ts';

function labels(text: string): string[] {
  return invisibleTokensIn(text, 0, text.length).map(({ label }) => label);
}

describe('invisibleTokensIn', () => {
  it('shows what turns the writing about, and says that it does', () => {
    const text = 'a\u202eb\u2066c\u200fd';
    expect(
      invisibleTokensIn(text, 0, text.length).map(({ start, label, reorders }) => [start, label, reorders]),
    ).toEqual([
      [1, 'RLO', true],
      [3, 'LRI', true],
      [5, 'RLM', false],
    ]);
  });

  it('shows zero-width spaces, joiners between Latin letters, stray marks and controls', () => {
    expect(labels('pay\u200bpal')).toEqual(['ZWSP']);
    expect(labels('pay\u200dpal pay\u200cpal')).toEqual(['ZWJ', 'ZWNJ']);
    expect(labels('\ufeffa\u0007')).toEqual(['BOM', 'BEL']);
    expect(labels('a\u{e0041}')).toEqual(['TAG A']);
  });

  it('leaves alone tabs, line ends, and joiners and tags that build a visible character', () => {
    expect(labels('a\tb\nc')).toEqual([]);
    expect(labels('👨‍👩‍👧‍👦 می\u200cخواهم क्\u200dष')).toEqual([]);
    expect(labels('\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}')).toEqual([]);
  });

  it('looks only between start and end, and counts UTF-16 units', () => {
    const text = '\u200bab\u{e0041}\u200b';
    expect(invisibleTokensIn(text, 1, 5).map(({ start, end }) => [start, end])).toEqual([[3, 5]]);
  });
});
