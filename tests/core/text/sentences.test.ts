import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt } from '../../../src/core/text/sentences.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

function sentence(source: string): string {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  const { start, end } = sentenceAt(text, offset);
  return text.slice(start, end);
}

describe('sentenceAt', () => {
  it.each([
    ['One is here. Two i|s there. Three.', 'Two is there.'],
    ['|One is here. Two.', 'One is here.'],
    ['One. Two.|', 'Two.'],
    ['He met Mr. Pu|tin in Moscow. Then he left.', 'He met Mr. Putin in Moscow.'],
    ['He m|et Mr. Putin in Moscow. Then he left.', 'He met Mr. Putin in Moscow.'],
    ['On Dec. 5 he l|eft. She stayed.', 'On Dec. 5 he left.'],
    ['J. K. Row|ling wrote. She did.', 'J. K. Rowling wrote.'],
    ['今日は雨です。明日は|晴れます。', '明日は晴れます。'],
    ['First line\nsecond l|ine\nthird', 'second line'],
  ])('%s', (source, expected) => {
    expect(sentence(source)).toBe(expected);
  });

  it('reads over the line breaks of the paragraph that it is given', () => {
    const text = 'Before.\n\nA sentence that\ngoes over lines. Another.\n\nAfter.';
    const within = { start: 9, end: text.indexOf('\n\nAfter') };
    expect(text.slice(...Object.values(sentenceAt(text, 12, within)))).toBe(
      'A sentence that\ngoes over lines.',
    );
  });

  it('is empty where there is no text', () => {
    expect(sentenceAt('', 0)).toEqual({ start: 0, end: 0 });
    expect(sentenceAt('a\n\nb', 2)).toEqual({ start: 2, end: 2 });
    expect(sentenceAt('a\n   \nb', 3)).toEqual({ start: 3, end: 3 });
  });

  it('is bounded in a line without end', () => {
    const text = 'word '.repeat(100_000);
    const { start, end } = sentenceAt(text, 250_000);
    expect(start).toBeLessThanOrEqual(250_000);
    expect(end).toBeGreaterThanOrEqual(250_000);
    expect(end - start).toBeLessThanOrEqual(8_000);
  });

  it('stays in its line and holds the offset, over any text', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), (text, n) => {
        const offset = n % (text.length + 1);
        const { start, end } = sentenceAt(text, offset);
        expect(start).toBeLessThanOrEqual(end);
        expect(text.slice(start, end)).not.toContain('\n');
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        if (start < end && offset < start) expect(text.slice(offset, start).trim()).toBe('');
        if (start < end && offset > end) expect(text.slice(end, offset).trim()).toBe('');
      }),
    );
  });
});
