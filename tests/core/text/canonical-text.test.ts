import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

describe('canonicalText', () => {
  it.each([
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR', 'a\rb\r', 'a\nb\n'],
    ['a mixture', '\r\r\n\n\r', '\n\n\n\n'],
    ['one mark at the start', '\ufeffa', 'a'],
    ['a second mark, which is text', '\ufeff\ufeffa', '\ufeffa'],
    ['a mark further on, which is text', 'a\ufeffb', 'a\ufeffb'],
    [
      'NEL, line and paragraph separators, form feeds',
      'a\u0085b\u2028c\u2029d\fe\vf',
      'a\u0085b\u2028c\u2029d\fe\vf',
    ],
    ['white space at the ends', '  a \n ', '  a \n '],
    ['decomposed letters', 'e\u0301 ﬁ', 'e\u0301 ﬁ'],
    ['NUL', 'a\u0000b', 'a\u0000b'],
  ])('%s', (_, raw, text) => {
    expect(canonicalText(raw)).toEqual({ text, replacements: 0 });
  });

  it('replaces lone surrogates, each once, and counts them', () => {
    expect(canonicalText('a\ud83db\ude00\ud83d\ud83d\ude00')).toEqual({
      text: 'a\ufffdb\ufffd\ufffd😀',
      replacements: 3,
    });
  });

  it('makes text that UTF-8 holds and that a second pass leaves alone', () => {
    fc.assert(
      fc.property(unicodeText(), (raw) => {
        const { text } = canonicalText(raw.replace(/^\ufeff+/, ''));
        expect(text).not.toContain('\r');
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))).toBe(
          text,
        );
        if (!text.startsWith('\ufeff')) expect(canonicalText(text)).toEqual({ text, replacements: 0 });
      }),
    );
  });
});
