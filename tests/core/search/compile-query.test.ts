import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src/core/search/compile-query.ts';
import { emptyQuery, type Query } from '../../../src/core/search/query.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';
import { naiveSearch } from './naive-search.ts';

function find(text: string, words: string, options: Partial<Query> = {}): string[] {
  const matcher = compileQuery({ ...emptyQuery, words, ...options });
  if (!matcher.ok) throw new Error(matcher.reason);
  return [...matcher.value.find(text)].map(({ start, end }) => text.slice(start, end));
}

function problemOf(words: string): string {
  const matcher = compileQuery({ ...emptyQuery, words, mode: 'regularExpression' });
  return matcher.ok ? 'none' : matcher.reason;
}

describe('plain words', () => {
  it('are found whatever their case, unless the case counts', () => {
    expect(find('Anna anna ANNA ΟΔΟΣ', 'anna')).toEqual(['Anna', 'anna', 'ANNA']);
    expect(find('Anna anna ANNA', 'anna', { matchCase: true })).toEqual(['anna']);
    expect(find('ΟΔΟΣ οδος', 'οδοσ')).toEqual(['ΟΔΟΣ', 'οδος']);
  });

  it('are taken literally', () => {
    expect(find('a.c abc [x] 1-2 \\d (b', '[x] 1-2 \\d (b')).toEqual(['[x] 1-2 \\d (b']);
    expect(find('a.c abc', 'a.c')).toEqual(['a.c']);
  });

  it('find words over the end of a line', () => {
    expect(find('the transport\n minister', 'transport minister')).toEqual(['transport\n minister']);
  });

  it('pass over diacritics, composed or not, unless these count', () => {
    const text = 'café cafe cafe\u0301 CAFÉ Müller über';
    expect(find(text, 'cafe')).toEqual(['café', 'cafe', 'cafe\u0301', 'CAFÉ']);
    expect(find(text, 'café')).toHaveLength(4);
    expect(find(text, 'cafe', { foldDiacritics: false })).toEqual(['cafe']);
    expect(find(text, 'muller')).toEqual(['Müller']);
    expect(find('كَتَبَ كتب', 'كتب')).toHaveLength(2);
    expect(find('שָׁלוֹם', 'שלום')).toHaveLength(1);
  });

  it('keep letters apart that are no letters with diacritics', () => {
    expect(find('कि', 'क')).toEqual([]);
    expect(find('が', 'か')).toEqual([]);
    expect(find('Straße Łódź', 'strasse')).toEqual([]);
    expect(find('ι', 'α\u0345')).toEqual([]);
  });

  it('never cut a grapheme cluster', () => {
    expect(find('👩‍👩‍👧 👩', '👩')).toEqual(['👩']);
    expect(find('🇺🇦🇫🇷', '🇦🇫')).toEqual([]);
    expect(find('\ud800 Anna', 'anna')).toEqual(['Anna']);
  });

  it('are nothing when empty', () => {
    expect(find('abc', '')).toEqual([]);
    expect(find('abc', '  ', { mode: 'wholeWord' })).toEqual([]);
  });
});

describe('whole words', () => {
  it.each([
    ['fee', 'fee, fees (fee) coffee “fee”', 4 - 1],
    ['Putin', 'Putin’s Putin', 2],
    ['don', 'don’t don', 1],
    ['Ukraine', 'l’Ukraine', 1],
    ['pro', 'pro-Russian', 1],
    ['3', '3.5 3', 1],
    ['北京', '我们今天去北京。', 1],
    ['京', '我们今天去北京。', 0],
  ])('%s in %s', (words, text, times) => {
    expect(find(text, words, { mode: 'wholeWord' })).toHaveLength(times);
  });
});

describe('expressions', () => {
  const mode = 'regularExpression';

  it('are found at the ends of lines too, and pass over case and diacritics', () => {
    expect(find('Fees rise.\nTaxes rise.', '^\\pL+', { mode })).toEqual(['Fees', 'Taxes']);
    expect(find('café cafe\u0301s', 'CAFE\\b', { mode, foldDiacritics: true })).toEqual(['café']);
    expect(find('un café', 'café', { mode, foldDiacritics: true })).toEqual(['café']);
    expect(find('cafe\u0301s', 'fes', { mode, foldDiacritics: true })).toEqual(['fe\u0301s']);
  });

  it('give whole grapheme clusters and nothing empty', () => {
    expect(find('e\u0301a', 'e', { mode, foldDiacritics: false })).toEqual(['e\u0301']);
    expect(find('abc', 'x*', { mode })).toEqual([]);
  });

  it('that are not valid are explained', () => {
    expect(problemOf('(')).toBe('A bracket ( is not closed.');
    expect(problemOf('(?<=a)b')).toContain('is not possible here');
    expect(problemOf('(?=a)b')).toContain('is not possible here');
    expect(problemOf('(a)\\1')).toContain('Referring back');
    expect(problemOf('*a')).toContain('nothing before it');
    expect(problemOf('[z-a]')).toContain('range');
    expect(problemOf('a{2000}')).toContain('1,000');
    expect(problemOf('\\')).toContain('backslash');
  });

  it('cannot run away', () => {
    expect(find(`${'a'.repeat(20_000)}!`, '(a+)+$', { mode })).toEqual([]);
    expect(find('x'.repeat(20_000), '(x+x+)+y', { mode })).toEqual([]);
  });
});

const words = fc.oneof(
  fc.constantFrom(
    'a',
    'é',
    'e',
    'Putin',
    "don't",
    'word',
    'Київ',
    'и',
    '東京',
    '京',
    '👩',
    '😀',
    ' a',
    'a ',
    'é a',
    'e\u0301',
    '\u0301',
    '.',
  ),
  unicodeText(3),
);

it('finds what the naive search finds, in any text', () => {
  fc.assert(
    fc.property(
      unicodeText(30).map((text) => text.replaceAll('\u0345', '')),
      fc.record({
        words,
        mode: fc.constantFrom('plain' as const, 'wholeWord' as const),
        matchCase: fc.boolean(),
        foldDiacritics: fc.boolean(),
      }),
      (text, query) => {
        const matcher = compileQuery(query);
        if (!matcher.ok) throw new Error(matcher.reason);
        expect([...matcher.value.find(text)]).toEqual(naiveSearch(text, query));
      },
    ),
    { numRuns: 2000 },
  );
});

it('gives matches of any expression in order, apart, and on grapheme boundaries', () => {
  fc.assert(
    fc.property(
      unicodeText(30),
      fc.constantFrom('.', '\\pL+', '[^a]', 'e', '(?s).{2}', 'Putin|о', '\\S+'),
      fc.boolean(),
      (text, expression, foldDiacritics) => {
        const matcher = compileQuery({
          words: expression,
          mode: 'regularExpression',
          matchCase: false,
          foldDiacritics,
        });
        if (!matcher.ok) throw new Error(matcher.reason);
        const edges = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index)).add(
          text.length,
        );
        let last = 0;
        for (const { start, end } of matcher.value.find(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(edges.has(start) && edges.has(end)).toBe(true);
          last = end;
        }
      },
    ),
  );
});
