import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockSchema } from '../../../src/core/model/block.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';
import { decodeBytes } from '../../../src/core/text/decode.ts';
import { snapToGrapheme } from '../../../src/core/text/graphemes.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

/** Each block as `kind: text`, line ends inside it as ⏎. */
function show(text: string): string[] {
  return deriveBlocks(text).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end).replaceAll('\n', '⏎')}`,
  );
}

/** What must hold of the blocks of any canonical text. */
function expectSound(text: string): void {
  let at = 0;
  for (const block of deriveBlocks(text)) {
    expect(blockSchema.safeParse(block).success).toBe(true);
    expect(block.end).toBeGreaterThan(block.start);
    if (block.kind === 'continuation') expect(block.start).toBe(at);
    else expect(block.start).toBeGreaterThanOrEqual(at);
    expect(text.slice(at, block.start).trim()).toBe('');
    if (block.kind !== 'continuation') expect(text.charAt(block.start).trim()).not.toBe('');
    expect(block.end - block.start).toBeLessThanOrEqual(8000 + 50);
    at = block.end;
  }
  expect(text.slice(at).trim()).toBe('');
}

const long =
  'The organization’s representative and mediator in resolving the conflict considered it crucial.';

describe('deriveBlocks', () => {
  it('parts the whole text but white space, over any text', () => {
    fc.assert(
      fc.property(unicodeText(), (raw) => expectSound(canonicalText(raw).text)),
      { numRuns: 200 },
    );
  });

  it('has no blocks for a blank text', () => {
    expect(deriveBlocks('')).toEqual([]);
    expect(deriveBlocks(' \n\u00a0\n')).toEqual([]);
  });

  it('makes a block of each line, blank lines between them or not', () => {
    expect(show(`Title\n${long}\n\n  ${long}  \n${long}`)).toEqual([
      'title: Title',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
      `paragraph: ${long}`,
    ]);
  });

  it('takes a short line without an end mark before text for a heading', () => {
    expect(show(`Title\n\n${long}\n\nReturn to armistice\n\n${long}`)[2]).toBe(
      'heading: Return to armistice',
    );
    expect(show(`Title\n${long}\nexercises and caution\n${long}`)[2]).toBe('heading: exercises and caution');
    expect(show(`Title\n${long}\n## A heading\n${long}`)[2]).toBe('heading: ## A heading');
    expect(show(`Title\n\nChapter I\n\nThe Journal\n\n${long}`).slice(1, 3)).toEqual([
      'heading: Chapter I',
      'heading: The Journal',
    ]);
  });

  it.each([
    ['an end mark', `Title\n\n“Not now.”\n\n${long}`],
    ['a closing quotation mark', `Title\n\nhe said “now”\n\n${long}`],
    ['a colon', `Title\n\nHe said:\n\n${long}`],
    ['a Chinese full stop', `Title\n\n他说。\n\n${long}`],
    ['no letters', `Title\n\n* * *\n\n${long}`.replace('* * *', '— — —')],
    ['nothing behind it', `Title\n\nThe end`],
    [
      'a line hardly longer behind it',
      `Title\n${long}\nRose is a rose\nis a rose is a rose.`.replace(`${long}\n`, ''),
    ],
  ])('does not take a short line with %s for one', (_, text) => {
    expect(show(text)[1]).toMatch(/^paragraph: /);
  });

  it('leaves verse and addresses without headings', () => {
    const verse = 'Title\n\nRose is a rose\nis a rose\nis a rose\nis a rose\n\nand so on\nand on';
    expect(
      show(verse)
        .slice(1)
        .filter((block) => block.startsWith('heading')),
    ).toEqual([]);
  });

  it.each([
    'By Jane Doe',
    'BY JANE DOE',
    'By Jane Doe and John Roe',
    'By Jane Doe, Reuters',
    'Par Jeanne Dupont',
    'Von Jürgen Müller',
    'Автор: Иван Петров',
    'Reuters —',
    '(AP)',
    'AP',
    'Agence France-Presse',
    'KYIV, Ukraine (AP) —',
    'Published: 23 December 2021',
    'Updated on 23 December',
    'Source: Al Jazeera',
    'December 23, 2021',
    'Thursday, 23 Dec 2021, 14:05 GMT',
    '2021-12-23',
    '23.12.2021',
  ])('takes “%s” for an attribution', (line) => {
    expect(show(`Title\n${line}\n${long}`)[1]).toBe(`attribution: ${line}`);
  });

  it.each([
    'By the time he left, it was dark.',
    'By then',
    'KYIV, Ukraine (AP) — Ukraine said on Thursday that it is ready.',
    'Reuters reported it first.',
    'In 2021, he left.',
  ])('does not take “%s” for an attribution', (line) => {
    expect(show(`Title\n${line}\n${long}`)[1]).not.toContain('attribution');
  });

  it('knows list items and quotes by their marks', () => {
    expect(show('Title\n- one\n* two\n• three\n1. four\n23) five\n> six\n2021 was')).toEqual([
      'title: Title',
      'listItem: - one',
      'listItem: * two',
      'listItem: • three',
      'listItem: 1. four',
      'listItem: 23) five',
      'quote: > six',
      'paragraph: 2021 was',
    ]);
    expect(show('Title\n* * *\n- - -')).toEqual(['title: Title', 'paragraph: * * *', 'paragraph: - - -']);
    expect(show('Title\n-5 degrees were measured there.\n— Non, dit-il.')).toEqual([
      'title: Title',
      'paragraph: -5 degrees were measured there.',
      'paragraph: — Non, dit-il.',
    ]);
  });

  it('has a paragraph first where the first line is too long for a title', () => {
    expect(deriveBlocks('x '.repeat(200))[0]?.kind).toBe('paragraph');
  });
});

describe('a text broken to a width', () => {
  const wrapped = [
    'The Journal',
    '',
    'Left Munich at eight in the evening, on the first of May, arriving at',
    'Vienna early next morning; should have arrived at six, but the train',
    'was an hour late. Buda-Pesth seems a wonderful place, from the glimpse',
    'which I got of it.',
    '',
    'The impression I had was that we were leaving the West and entering the',
    'East; the most western of splendid bridges over the Danube, which is',
    'here of noble width, took us among the traditions of Turkish rule.',
  ];

  it('has a block a paragraph', () => {
    expect(show(wrapped.join('\n'))).toEqual([
      'title: The Journal',
      `paragraph: ${wrapped.slice(2, 6).join('⏎')}`,
      `paragraph: ${wrapped.slice(7).join('⏎')}`,
    ]);
  });

  it('keeps short lines, list items and quotes apart', () => {
    const mixed = [
      ...wrapped,
      '',
      'Yours ever,',
      'Jonathan',
      '',
      '- one thing that is to be said here in some more words,',
      'which go on',
      '- another',
      '',
      '> What he had written to me in the letter of the day before that one',
      '> was short.',
    ];
    expect(show(mixed.join('\n')).slice(3)).toEqual([
      'paragraph: Yours ever,',
      'paragraph: Jonathan',
      'listItem: - one thing that is to be said here in some more words,',
      'paragraph: which go on',
      'listItem: - another',
      'quote: > What he had written to me in the letter of the day before that one⏎> was short.',
    ]);
  });

  it('is not what one paragraph a line is, whatever its length', () => {
    const lines = [
      'The first of them said that it was ready to talk at once.',
      'The second said on Thursday that it was not ready at all.',
      'The third said nothing on Thursday, nor on Friday morning.',
    ];
    expect(show(['Title', '', ...lines].join('\n'))).toHaveLength(4);
  });
});

describe('a line without end', () => {
  it('is cut behind sentences', () => {
    const text = `${long} `.repeat(60_000).trimEnd();
    const blocks = deriveBlocks(text);
    expectSound(text);
    expect(blocks.length).toBeGreaterThan(text.length / 8000);
    expect(blocks.slice(1).every(({ kind }) => kind === 'continuation')).toBe(true);
    expect(blocks.slice(1).every(({ start }) => text.startsWith('The organization', start))).toBe(true);
  });

  it.each([
    ['white space', 'word '],
    ['Chinese sentences', '我们今天去北京。'],
    ['letters alone', 'x'],
    ['emoji alone', '👩‍👩‍👧‍👦'],
    ['marked letters', 'e\u0301'],
    ['a space that bears a mark', 'a \u0301'],
  ])('is cut between grapheme clusters: %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(50_000 / unit.length)).trimEnd();
    const blocks = deriveBlocks(text);
    expectSound(text);
    expect(blocks.length).toBeGreaterThanOrEqual(6);
    for (const { start } of blocks) expect(snapToGrapheme(text, start, 'start')).toBe(start);
  });

  it('goes on with its own kind for the first piece', () => {
    expect(deriveBlocks(`Title\n- ${'word '.repeat(3000)}`).map(({ kind }) => kind)).toEqual([
      'title',
      'listItem',
      'continuation',
    ]);
  });
});

describe.skipIf(!hasSharedData)(`real articles${sharedDataNote}`, () => {
  const read = (path: string): string => {
    const decoded = decodeBytes(readFileSync(sharedData(path)));
    if (!decoded.ok) throw new Error(decoded.reason.message);
    return decoded.value.text;
  };

  it('have the headings that a reader sees', () => {
    const text = read(
      `articles/${readdirSync(sharedData('articles')).find((name) => name.endsWith('.txt'))}`,
    );
    const blocks = show(text);
    expect(blocks[0]).toMatch(/^title: Putin demands the West/);
    expect(blocks.filter((block) => block.startsWith('heading'))).toEqual([
      'heading: Return to armistice',
      'heading: exercises and caution',
      'heading: Leave a Reply',
    ]);
    expect(blocks).toHaveLength(text.split('\n').filter((line) => line.trim() !== '').length);
    expectSound(text);
  });

  it('are joined to paragraphs where a book was broken to a width', () => {
    const [name = ''] = readdirSync(sharedData('scale'));
    const text = read(`scale/${name}`);
    const blocks = deriveBlocks(text);
    const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '').length;
    expectSound(text);
    // Nearly a block a paragraph; letterheads and verse keep their lines.
    expect(blocks.length).toBeGreaterThan(paragraphs * 0.9);
    expect(blocks.length).toBeLessThan(paragraphs * 1.3);
  });
});
