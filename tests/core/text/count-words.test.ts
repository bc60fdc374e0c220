import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/core/text/count-words.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n—“”… ', 0],
    ['Putin’s voice rose', 3],
    ["don't", 1],
    ["'tis here", 2],
    ['- an item', 2],
    ['pro-Russian separatists', 2],
    ['200,000 soldiers', 2],
    ['the U.S. Javelin', 3],
    ['guarantees right away… now', 4],
    ['one—two', 2],
    ['end. Start', 2],
    ['say-- no', 2],
    ['e\u0301te\u0301 passe\u0301', 2],
    ['Київ і Москва', 3],
    ['وبر one', 2],
    ['東京タワー', 5],
    ['今天 OK', 3],
    ['한국 사람', 2],
    ['😀 😀', 0],
    ['𝐛𝐨𝐥𝐝 word', 2],
    ['𠀀𠀁', 2],
    ['a\ud83db', 2],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('adds up over lines', () => {
    fc.assert(
      fc.property(unicodeText(), unicodeText(), (a, b) => {
        expect(countWords(`${a}\n${b}`)).toBe(countWords(a) + countWords(b));
      }),
    );
  });
});
