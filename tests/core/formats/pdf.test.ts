import { readFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/core/formats/pdf/read-pdf.ts';
import { format } from '../../../src/core/formats/pdf.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';
import { column, type MadeLine, madePdf } from './pdf-made.ts';

const shown = async (pages: readonly (readonly MadeLine[])[]) =>
  blocksShown(await articleIn(readPdf(madePdf(pages))));

const left = [
  'The harbour master said on Thursday that',
  'no ship had left the port since the storm,',
  'and that none would before the harbour',
  'was searched. He did not say how long that',
  'would take, nor who had asked for it.',
];
const right = [
  'A spokeswoman of the ministry told news-',
  'papers that the search was over. “We have',
  'found nothing”, she said, “and there was',
  'nothing to be found.” The well-known firm',
  'of divers confirmed that in the evening.',
];
const latin1 = (lines: readonly string[]) =>
  lines.map((line) => line.replaceAll('“', '\x93').replaceAll('”', '\x94'));

describe('a page', () => {
  test('of two columns is read one column after the other, below what stands across', async () => {
    const title = { x: 60, y: 780, text: 'Storm closes the port for days to come', size: 20 };
    const rows = [...Array(5).keys()].flatMap((i) => [
      { x: 60, y: 700 - 12 * i, text: left[i] ?? '' },
      { x: 320, y: 700 - 12 * i, text: latin1(right)[i] ?? '' },
    ]);
    const expected = [
      'title: Storm closes the port for days to come',
      `paragraph: ${left.join(' ')}`,
      `paragraph: ${right.join(' ').replace('news- papers', 'newspapers')}`,
    ];
    expect(await shown([[title, ...rows]])).toEqual(expected);
    expect(await shown([[title, ...column(60, 700, left), ...column(320, 700, latin1(right))]])).toEqual(
      expected,
    );
  });

  test('has paragraphs where lines are indented, end early or stand apart', async () => {
    const lines = [
      ...column(60, 700, [
        'This line is as long as lines of this text are here',
        'and so is this one, which is about as long as those',
        'and this one ends.',
      ]),
      ...column(60, 664, [
        'Another begins here and goes on to the end of a line',
        'and further on it goes until it comes to some end so',
      ]),
      { x: 75, y: 640, text: 'and an indented one begins without the other ending' },
      { x: 60, y: 628, text: 'but goes on below it, for as long as it has some words' },
      { x: 60, y: 590, text: 'apart from all that' },
    ];
    expect(await shown([lines])).toEqual([
      'paragraph: This line is as long as lines of this text are here and so is this one, which is about as long as those and this one ends.',
      'paragraph: Another begins here and goes on to the end of a line and further on it goes until it comes to some end so',
      'paragraph: and an indented one begins without the other ending but goes on below it, for as long as it has some words',
      'paragraph: apart from all that',
    ]);
  });

  test('has headings in larger or other letters, and items behind their marks', async () => {
    expect(
      await shown([
        [
          { x: 60, y: 760, text: 'The port', size: 16 },
          ...column(60, 740, left),
          { x: 60, y: 660, text: 'After the storm', bold: true },
          { x: 60, y: 646, text: '1. one thing that is written on a line of its own' },
          { x: 60, y: 634, text: '2. another thing that is written on its own line' },
        ],
      ]),
    ).toEqual([
      'title: The port',
      `paragraph: ${left.join(' ')}`,
      'heading: After the storm',
      'listItem: 1. one thing that is written on a line of its own',
      'listItem: 2. another thing that is written on its own line',
    ]);
  });

  test('has the rows of tables', async () => {
    const rows = [
      ['Ship', 'Left', 'Cargo'],
      ['Ann', '3 May', 'grain'],
      ['Bo', '4 May', 'none'],
      ['Cid', 'no', 'coal'],
      ['Dot', 'no', 'iron'],
    ];
    const table = rows.flatMap((cells, i) =>
      cells.map((text, j) => ({ x: 60 + 120 * j, y: 700 - 14 * i, text })),
    );
    expect(await shown([[...column(60, 780, left), ...table]])).toEqual([
      `paragraph: ${left.join(' ')}`,
      ...rows.map((cells) => `paragraph: ${cells.join('⇥')}`),
    ]);
  });

  test('keeps what is written across its margin, at its end', async () => {
    const stamp = { x: 30, y: 300, text: 'Printed in Velmar', turned: true };
    expect(await shown([[stamp, ...column(60, 700, left)]])).toEqual([
      `paragraph: ${left.join(' ')}`,
      'paragraph: Printed in Velmar',
    ]);
  });
});

describe('words parted at the end of a line', () => {
  const joined = async (...lines: string[]) => (await shown([column(60, 700, lines)]))[0];

  test('become one, unless they have that hyphen elsewhere', async () => {
    expect(
      await joined('He is well-known, they say, a very well-', 'known man in all of the news-', 'papers.'),
    ).toBe('paragraph: He is well-known, they say, a very well-known man in all of the newspapers.');
  });

  test('keep it before a capital or a number', async () => {
    expect(
      await joined('It stood between the Franco-', 'German border and the year of 1914-', '18, he said.'),
    ).toBe('paragraph: It stood between the Franco- German border and the year of 1914- 18, he said.');
  });
});

describe('pages', () => {
  const page = (number: number, lines: readonly string[]): MadeLine[] => [
    { x: 60, y: 810, text: `The Harbour Post, issue ${number}` },
    ...column(60, 740, lines),
    { x: 290, y: 40, text: `Page ${number} of 3` },
  ];

  test('have no headers, footers and page numbers, and paragraphs go on over them', async () => {
    const article = await articleIn(
      readPdf(madePdf([page(1, left.slice(0, 3)), page(2, left.slice(3)), page(3, latin1(right))])),
    );
    expect(blocksShown(article)).toEqual([
      `paragraph: ${left.join(' ')}`,
      `paragraph: ${right.join(' ').replace('news- papers', 'newspapers')}`,
    ]);
    expect(article.body.blocks.map((block) => block.page)).toEqual([1, 3]);
  });

  test('keep a number that is no page’s, and what stands on two of them alone', async () => {
    const two = [1, 2].map((number) => [
      { x: 60, y: 800, text: 'A line' },
      ...column(60, 700, left),
      { x: 60, y: 40, text: String(number * 70) },
    ]);
    expect((await shown(two)).filter((block) => /A line|70|140/.test(block))).toHaveLength(4);
  });

  test('know on which of them the pieces of a long paragraph begin', async () => {
    const long = [1, 2, 3].map((number) =>
      column(
        60,
        780,
        Array.from(
          { length: 60 },
          (_, i) => `words of page ${number} on line ${i}, and more words that fill it up to its end`,
        ),
      ),
    );
    const { body } = await articleIn(readPdf(madePdf(long)));
    const continued = body.blocks.filter(({ kind }) => kind === 'continuation');
    expect(continued.length).toBeGreaterThan(0);
    for (const { page: number, start } of continued) {
      const words = /of page (\d) on/.exec(body.text.slice(start))?.[1];
      expect(String(number)).toBe(words);
    }
  });
});

test('what a document says of itself', async () => {
  const info = '/Title (Storm) /Author (Ann Lee) /CreationDate (D:20310314101500Z) /Keywords (port, storm)';
  const article = await articleIn(readPdf(madePdf([column(60, 700, left)], info)));
  expect(article.title).toBe('Storm');
  expect(article.metadata).toEqual({ author: 'Ann Lee', created: '2031-03-14', keywords: 'port, storm' });
  expect(article.source.reader).toBe('pdf@1');
  const word = await articleIn(readPdf(madePdf([column(60, 700, left)], '/Title (Microsoft Word - a.doc)')));
  expect(word.title).toBe(left.join(' '));
});

describe('a file', () => {
  test('is recognised by its mark', () => {
    expect(format.recognise(madePdf([[]]))).toBe('content');
    expect(format.recognise(fileOf('a.pdf', 'x'))).toBe('ending');
    expect(format.recognise(fileOf('a.txt', 'About the %PDF- mark'))).toBe('no');
  });

  test('keeps its bytes', async () => {
    const file = madePdf([column(60, 700, left)]);
    const before = [...file.bytes];
    await readPdf(file);
    expect([...file.bytes]).toEqual(before);
  });

  test('without text is said to be a scan', async () => {
    const refusal = await refusalOf(readPdf(madePdf([[], []])));
    expect(refusal.code).toBe('empty');
    expect(refusal.message).toContain('2 pages without text');
  });

  test.each([
    ['empty', new Uint8Array(), 'empty'],
    ['cut short', madePdf([[]]).bytes.slice(0, 20), 'damaged'],
    ['something else', new TextEncoder().encode('%PDF-1.4 no'), 'damaged'],
  ])('that is %s is refused by name', async (_what, bytes, code) => {
    expect((await refusalOf(readPdf({ name: 'a.pdf', bytes }))).code).toBe(code);
  });

  test('that unpacks to far too much is refused', async () => {
    const zeros = zlibSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
    const stream = (length: number) => `<< /Length ${length} /Filter /FlateDecode >>\nstream\n`;
    const parts = Array.from({ length: 5 }, () => [
      Buffer.from(`1 0 obj\n${stream(zeros.length)}`),
      zeros,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts.flat()]));
    expect((await refusalOf(readPdf({ name: 'a.pdf', bytes }))).code).toBe('too-large');
  });
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const read = (path: string) =>
    readPdf({ name: 'a.pdf', bytes: new Uint8Array(readFileSync(sharedData(`pdf/${path}`))) });

  test('two columns written by LaTeX are read in order', async () => {
    const shownBlocks = blocksShown(await articleIn(read('026-latex-multicolumn/multicolumn.pdf')));
    expect(shownBlocks.slice(0, 5)).toEqual([
      'title: Two-Column Document with Lorem Ipsum',
      'heading: Your Name',
      'heading: January 3, 2024',
      'heading: Abstract',
      'paragraph: This is a sample document with two columns filled with Lorem Ipsum text.',
    ]);
    expect(shownBlocks[5]).toMatch(
      /^paragraph: Lorem ipsum dolor sit amet, consectetuer adipiscing elit\. .*\.$/,
    );
    expect(shownBlocks).toContain('paragraph: Austria⇥8.9⇥83,879⇥Vienna⇥German');
    // Every paragraph is whole: it begins with a capital and ends as a sentence does.
    const table = shownBlocks.findIndex((block) => block.includes('Table 1'));
    for (const block of shownBlocks.slice(5, table)) expect(block).toMatch(/^paragraph: [A-Z].*\.$/);
  });

  test('pages written by LaTeX lose their numbers', async () => {
    const { body } = await articleIn(read('004-pdflatex-4-pages/pdflatex-4-pages.pdf'));
    expect(body.text).not.toMatch(/(?:^|\s)[1-4](?:\s|$)/);
    expect(new Set(body.blocks.map(({ page }) => page)).size).toBeGreaterThan(1);
  });

  test('lines of a document of Google Docs stay apart', async () => {
    const shownBlocks = blocksShown(await articleIn(read('011-google-doc-document/google-doc-document.pdf')));
    expect(shownBlocks.slice(0, 2)).toEqual([
      'title: Example document',
      'paragraph: Beautiful is better than ugly.',
    ]);
    expect(shownBlocks).toContain('paragraph: Although never is often better than *right* now.');
  });

  test('one with a password is refused with what to do', async () => {
    const refusal = await refusalOf(read('005-libreoffice-writer-password/libreoffice-writer-password.pdf'));
    expect(refusal).toMatchObject({ code: 'protected' });
    expect(refusal.message).toContain('without one');
  });
});

test('widths for a range of characters without end are refused: the library would make a list of them', async () => {
  const made = (info: string) => readPdf(madePdf([[{ x: 50, y: 700, text: 'It rains.' }]], info));
  expect((await refusalOf(made('/W [0 [750] 74 99999999999999999999 556.1]'))).code).toBe('damaged');
  expect(await made('/W [0 [750] 74 75 556.1] /X 99999999999999999999')).toMatchObject({ ok: true });
});
