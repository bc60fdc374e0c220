import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../../src/core/model/fragment.ts';
import { snapToGrapheme } from '../../../src/core/text/graphemes.ts';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  snapToWords,
  trimWhiteSpace,
  wordAt,
} from '../../../src/core/text/words.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

/** The text with `[` and `]` taken out, and the fragment that they marked. */
function marked(source: string): { text: string; fragment: Fragment } {
  const start = source.indexOf('[');
  return { text: source.replace(/[[\]]/g, ''), fragment: { start, end: source.indexOf(']') - 1 } };
}

function show(text: string, fragment: Fragment | undefined): string | undefined {
  if (fragment === undefined) return undefined;
  return `${text.slice(0, fragment.start)}[${text.slice(fragment.start, fragment.end)}]${text.slice(fragment.end)}`;
}

describe('wordAt', () => {
  it.each([
    ['|Russian President', '[Russian] President'],
    ['Russian| President', '[Russian] President'],
    ['Russian |President', 'Russian [President]'],
    ['Puti|n’s voice', '[Putin’s] voice'],
    ['the |“Luhansk', undefined],
    ['the “|Luhansk', 'the “[Luhansk]'],
    ['a  |  b', undefined],
    ['— | —', undefined],
    ['said |200,000 men', 'said [200,000] men'],
    ['pro-Rus|sian', 'pro-[Russian]'],
    ['وب|ر one', '[وبر] one'],
    ['私は東|京に', '私は[東京]に'],
    ['สวัส|ดีครับ', '[สวัสดี]ครับ'],
    ['we |😀 go', undefined],
    ['|', undefined],
    ['end|', '[end]'],
  ])('%s', (source, expected) => {
    const offset = source.indexOf('|');
    const text = source.replace('|', '');
    expect(show(text, wordAt(text, offset))).toBe(expected);
  });

  it('is the same in the middle of a long article as alone', () => {
    const text = `${'lorem ipsum '.repeat(2000)}Zelensky${' dolor sit'.repeat(2000)}`;
    expect(wordAt(text, 24_003)).toEqual({ start: 24_000, end: 24_008 });
  });

  it('tells Chinese words in a line longer than the neighbourhood', () => {
    const text = '我们今天去北京。'.repeat(500);
    expect(show('我们今天去北京。', { start: 5, end: 7 })).toContain('[北京]');
    expect(wordAt(text, 8 * 200 + 5)).toEqual({ start: 8 * 200 + 5, end: 8 * 200 + 7 });
  });
});

describe('moving by words', () => {
  const text = '“Not now,” Putin’s aide   said — 3.5 times.';

  it('goes forward over the end of each word, then to the end of the text', () => {
    const ends: string[] = [];
    for (let at = 0; at < text.length; ) {
      at = nextWordEnd(text, at);
      ends.push(text.slice(0, at).slice(-4));
    }
    expect(ends).toEqual(['“Not', ' now', 'in’s', 'aide', 'said', ' 3.5', 'imes', 'mes.']);
  });

  it('goes back over the start of each word, then to the start of the text', () => {
    const starts: string[] = [];
    for (let at = text.length; at > 0; ) {
      at = previousWordStart(text, at);
      starts.push(text.slice(at, at + 3));
    }
    expect(starts).toEqual(['tim', '3.5', 'sai', 'aid', 'Put', 'now', 'Not', '“No']);
  });

  it('goes forward over starts and back over ends', () => {
    const starts: string[] = [];
    for (let at = 0; at < text.length; ) {
      at = nextWordStart(text, at);
      starts.push(text.slice(at, at + 3));
    }
    expect(starts).toEqual(['Not', 'now', 'Put', 'aid', 'sai', '3.5', 'tim', '']);
    const ends: string[] = [];
    for (let at = text.length; at > 0; ) {
      at = previousWordEnd(text, at);
      ends.push(text.slice(Math.max(0, at - 3), at));
    }
    expect(ends).toEqual(['mes', '3.5', 'aid', 'ide', 'n’s', 'now', 'Not', '']);
  });

  it('always moves on, over any text', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), (random, n) => {
        const offset = n % (random.length + 1);
        if (offset < random.length) expect(nextWordEnd(random, offset)).toBeGreaterThan(offset);
        if (offset < random.length) expect(nextWordStart(random, offset)).toBeGreaterThan(offset);
        if (offset > 0) expect(previousWordEnd(random, offset)).toBeLessThan(offset);
        if (offset > 0) expect(previousWordStart(random, offset)).toBeLessThan(offset);
        expect(nextWordEnd(random, random.length)).toBe(random.length);
        expect(previousWordStart(random, 0)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('crosses a long stretch without words', () => {
    const gap = `a${' .-'.repeat(50_000)}b`;
    expect(nextWordEnd(gap, 1)).toBe(gap.length);
    expect(previousWordStart(gap, gap.length - 1)).toBe(0);
  });
});

describe('snapToWords', () => {
  it.each([
    ['wh[at Puti]n said', 'wh[at Puti]n said'.replace('wh[at', '[what').replace('Puti]n', 'Putin]')],
    ['the[ Russian ]president', 'the [Russian] president'],
    ['said [“We are] ready.”', 'said [“We are] ready.”'],
    ['said [“We are ready.”] Then', 'said [“We are ready.”] Then'],
    ['[Putin]’s voice', '[Putin]’s voice'],
    ['[Put]in’s voice', '[Putin’s] voice'],
    ['[Putin’]s voice', '[Putin’s] voice'],
    ['Putin’[s voice]', '[Putin’s voice]'],
    ["[they]'re here", "[they]'re here"],
    ['I do[n’t k]now', 'I [don’t know]'],
    ['I [don]’t know', 'I [don’t] know'],
    ['l’[Ukraine] a dit', 'l’[Ukraine] a dit'],
    ['l[’Ukraine] a dit', '[l’Ukraine] a dit'],
    ['pro-[Russian] men', 'pro-[Russian] men'],
    ['200[,00]0 men', '[200,000] men'],
    ['私は東[京に]行く', '私は[東京に]行く'],
    ['كتب[ وب]ر اليوم', 'كتب [وبر] اليوم'],
    ['so [😀] it', 'so [😀] it'],
  ])('%s', (source, expected) => {
    const { text, fragment } = marked(source);
    expect(show(text, snapToWords(text, fragment))).toBe(expected);
  });

  it('is undefined for white space alone', () => {
    expect(snapToWords('a \n\u00a0 b', { start: 1, end: 5 })).toBeUndefined();
    expect(snapToWords('', { start: 0, end: 1 })).toBeUndefined();
  });

  it('keeps the selected text but for white space, splits no cluster, and settles at once', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const trimmed = trimWhiteSpace(text, { start, end });
        const snapped = snapToWords(text, { start, end });
        expect(snapped === undefined).toBe(text.slice(start, end).trim() === '');
        if (snapped === undefined || trimmed === undefined) return;
        expect(snapped.start).toBeLessThanOrEqual(trimmed.start);
        expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end);
        expect(snapToGrapheme(text, snapped.start, 'start')).toBe(snapped.start);
        expect(snapToGrapheme(text, snapped.end, 'end')).toBe(snapped.end);
        expect(snapToWords(text, snapped)).toEqual(snapped);
      }),
      { numRuns: 300 },
    );
  });
});

describe('trimWhiteSpace', () => {
  it('leaves out what trim leaves out', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const trimmed = trimWhiteSpace(text, { start: 0, end: text.length });
        expect(trimmed === undefined ? '' : text.slice(trimmed.start, trimmed.end)).toBe(text.trim());
      }),
    );
  });

  it('reads nothing outside the text', () => {
    expect(trimWhiteSpace('ab', { start: -3, end: 9 })).toEqual({ start: 0, end: 2 });
  });
});
