import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedTokens } from '../../../../src/core/formats/json/aligned-tokens.ts';
import { unicodeText } from '../../arbitraries/unicode-text.ts';

const words = (text: string, spans: { start: number; end: number }[] = [], cutSpace = false) =>
  alignedTokens(text, spans, cutSpace).map((token) => token.words);

describe('tokens', () => {
  test('are words, punctuation and what white space is left', () => {
    expect(words('Mr Tarrant’s “plan” — 3.5 m\n\nNext  line')).toEqual([
      'Mr',
      'Tarrant’s',
      '“',
      'plan',
      '”',
      '—',
      '3.5',
      'm',
      '\n\n',
      'Next',
      ' ',
      'line',
    ]);
  });

  test('stand in code points', () => {
    expect(alignedTokens('😀 a', [], false)).toEqual([
      { words: '😀', start: 0, end: 1, spaceAfter: true },
      { words: 'a', start: 2, end: 3, spaceAfter: false },
    ]);
  });

  test('are cut where spans begin and end', () => {
    expect(
      words('abcdef', [
        { start: 1, end: 3 },
        { start: 2, end: 6 },
      ]),
    ).toEqual(['a', 'b', 'c', 'def']);
  });

  test('cut white space where that is wanted', () => {
    const spans = [{ start: 1, end: 3 }];
    expect(words('a  b', spans, true)).toEqual(['a', '  ', 'b']);
    expect(words('a  b', [{ start: 2, end: 4 }], true)).toEqual(['a', ' ', 'b']);
    expect(words('a  b', spans, false)).toEqual(['a', ' ', 'b']);
    expect(words('a b', [{ start: 0, end: 2 }], true)).toEqual(['a', ' ', 'b']);
    expect(
      words(
        'a b',
        [
          { start: 0, end: 1 },
          { start: 2, end: 3 },
        ],
        true,
      ),
    ).toEqual(['a', 'b']);
  });

  test('know the white space of Python, not that of JavaScript', () => {
    expect(words('a\u0085\u001cb')).toEqual(['a', '\u0085\u001c', 'b']);
    expect(words('a\ufeff b')).toEqual(['a', '\ufeff', 'b']);
  });
});

/** Code points for which Python’s `str.isspace` is true. */
const pythonSpaces = [
  [0x09, 0x0d],
  [0x1c, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
] as const;

function isPythonSpace(character: string | undefined): boolean {
  const code = character?.codePointAt(0) ?? -1;
  return pythonSpaces.some(([first, last]) => code >= first && code <= last);
}

const marked = fc
  .tuple(unicodeText(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), fc.boolean())
  .map(([text, pairs, cutSpace]) => {
    const length = Array.from(text).length;
    const spans = pairs.flatMap(([a, b]) => {
      const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
      return start < end ? [{ start, end }] : [];
    });
    return { text, spans, cutSpace };
  });

test('tokens and the spaces after them are the text', () => {
  fc.assert(
    fc.property(marked, ({ text, spans, cutSpace }) => {
      const tokens = alignedTokens(text, spans, cutSpace);
      expect(tokens.map((token) => token.words + (token.spaceAfter ? ' ' : '')).join('')).toBe(text);
      const characters = Array.from(text);
      for (const token of tokens) expect(characters.slice(token.start, token.end).join('')).toBe(token.words);
    }),
  );
});

test('every span fits the tokens, but for those that end in white space that is kept whole', () => {
  fc.assert(
    fc.property(marked, ({ text, spans, cutSpace }) => {
      const tokens = alignedTokens(text, spans, cutSpace);
      const characters = Array.from(text);
      const isWhite = (at: number) => isPythonSpace(characters[at]);
      for (const { start, end } of spans) {
        if (cutSpace || !isWhite(start)) expect(tokens.some((token) => token.start === start)).toBe(true);
        if (cutSpace || !isWhite(end - 1)) expect(tokens.some((token) => token.end === end)).toBe(true);
      }
      if (cutSpace) return;
      // What spaCy puts together again: no two tokens of white space stand side by side, and none begins where a space follows a word.
      for (const [i, token] of tokens.entries()) {
        if (!isWhite(token.start)) continue;
        expect(isWhite(tokens[i + 1]?.start ?? -1)).toBe(false);
        if (token.words.startsWith(' ') && i > 0) expect(tokens[i - 1]?.spaceAfter).toBe(true);
      }
    }),
  );
});
