import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/conll.format.ts';
import { readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { anyProject } from './random-project.ts';
import { realFile } from './real-files.ts';
import { damaged, datasetOf, fileOf, filesOf, readingOf, roundTripDifference, spanAt } from './round-trip.ts';

/** Rows with their columns divided by blanks; an empty one between sentences. */
const tabbed = (...rows: readonly string[]) => rows.map((row) => row.replaceAll(' ', '\t')).join('\n');

async function read(text: string, name = 'a.conll') {
  const reading = await readingOf(fileOf(name, text));
  const [article] = reading.dataset.articles;
  if (article === undefined) throw new Error('there is an article');
  const spans = (article.spans ?? []).map(({ tag, text: words }) => `${tag}: ${words}`);
  return { ...reading, article, spans, lines: reading.faults.map(({ line, reason }) => `${line} ${reason}`) };
}

const written = async (...dataset: Parameters<typeof datasetOf>) =>
  (await filesOf(format, datasetOf(...dataset))).get('dataset.conll')?.split('\n') ?? [];

describe('columns', () => {
  test('of WNUT: token, tab, tag', async () => {
    const { article, spans, faults } = await read(
      tabbed('😀 O', 'Redondo B-location', 'Beach I-location', '', 'you O', ''),
    );
    expect(article).toMatchObject({ id: 'a', text: '😀 Redondo Beach\nyou' });
    expect(article.spans).toMatchObject([{ tag: 'location', start: 2, end: 15, text: 'Redondo Beach' }]);
    expect(spans).toEqual(['location: Redondo Beach']);
    expect(faults).toEqual([]);
  });

  test('of CoNLL-2003: the last of four, documents apart, I where a span begins', async () => {
    const rows = [
      '-DOCSTART- -X- O O',
      '',
      'EU NNP I-NP I-ORG',
      'rejects VBZ I-VP O',
      'German JJ I-NP I-MISC',
    ];
    const more = [
      '',
      '-DOCSTART- -X- O O',
      '',
      'Peter NNP I-NP I-PER',
      'Blackburn NNP I-NP I-PER',
      'Ana NNP B-NP B-PER',
    ];
    const { dataset, faults } = await readingOf(fileOf('eng.conll', [...rows, ...more].join('\n')));
    expect(dataset.articles).toMatchObject([
      {
        id: 'eng',
        text: 'EU rejects German',
        spans: [
          { tag: 'ORG', text: 'EU' },
          { tag: 'MISC', text: 'German' },
        ],
      },
      { id: 'eng-2', text: 'Peter Blackburn Ana', spans: [{ text: 'Peter Blackburn' }, { text: 'Ana' }] },
    ]);
    expect(faults).toEqual([]);
  });

  test('of GermEval: numbers before the tokens, nested spans, a comment', async () => {
    const { article, spans, unknownKeys } = await read(
      `#\thttp://example.org [2009]\n${tabbed('1 FC O O', '2 Chelsea B-ORG B-LOC', '3 London I-ORG B-LOC')}`,
    );
    expect(article.text).toBe('FC Chelsea London');
    expect(spans).toEqual(['ORG: Chelsea London', 'LOC: Chelsea', 'LOC: London']);
    expect(unknownKeys).toEqual([{ path: 'comments', count: 1 }]);
  });

  test('with the tags first', async () => {
    const { article, spans } = await read('O\ta\nB-Cuisine\tthai\nI-Cuisine\tfood\n', 'train.bio');
    expect(article.text).toBe('a thai food');
    expect(spans).toEqual(['Cuisine: thai food']);
  });

  test('divided by blanks, with tokens and comments that begin with #', async () => {
    const { article, spans } = await read(
      '# sent_id = 3\n# O\n#tag B-x\n# a comment\nword  O  \nmore O\nlast\tO\n',
    );
    expect(article.text).toBe('# #tag word more last');
    expect(spans).toEqual(['x: #tag']);
  });

  test('with tokens of several words, and line ends of Windows', async () => {
    const { article, spans } = await read('New York\tB-LOC\r\nis\tO\r\n\r\nbig\tO\r\n');
    expect(article.text).toBe('New York is\nbig');
    expect(spans).toEqual(['LOC: New York']);
  });

  test.each([
    ['none that holds tags', 'word NN\nother VB'],
    ['empty ones alone', '1\tword\t_\t_\n2\tother\t_\t_'],
    ['one alone', 'word\nother'],
  ])('%s: the file is refused', async (_, text) => {
    const reading = await readDatasetFile(fileOf('a.conll', text));
    expect(reading).toMatchObject({
      ok: false,
      reason: { code: 'cannot-read', message: expect.stringContaining('“a.conll”') },
    });
  });
});

describe('tags', () => {
  const tags = (...all: readonly string[]) =>
    read(all.map((tag, i) => (tag === '' ? '' : `w${i}\t${tag}`)).join('\n'));

  test.each([
    ['BIO', ['B-x', 'I-x', 'B-x', 'O', 'B-y', '', 'B-y', 'I-y'], ['x: w0 w1', 'x: w2', 'y: w4', 'y: w6 w7']],
    [
      'IOB1',
      ['I-x', 'I-x', 'B-x', 'O', 'I-y', '', 'I-y', 'I-x'],
      ['x: w0 w1', 'x: w2', 'y: w4', 'y: w6', 'x: w7'],
    ],
    ['BILOU', ['B-x', 'I-x', 'L-x', 'U-x', 'O', 'B-y', 'L-y'], ['x: w0 w1 w2', 'x: w3', 'y: w5 w6']],
    ['BIOES', ['B-x', 'E-x', 'S-x', 'S-y', 'O'], ['x: w0 w1', 'x: w2', 'y: w3']],
    ['BMES', ['B-x', 'M-x', 'E-x', 'S-x', 'O'], ['x: w0 w1 w2', 'x: w3']],
    ['labels with hyphens', ['B-creative-work', 'I-creative-work'], ['creative-work: w0 w1']],
    ['no labels', ['B', 'I', 'O', 'B'], ['span: w0 w1', 'span: w3']],
  ])('%s', async (_, given, expected) => {
    const { spans, faults } = await tags(...given);
    expect(spans).toEqual(expected);
    expect(faults).toEqual([]);
  });

  test.each([
    [['B-x', 'O', 'I-x'], ['x: w0', 'x: w2'], '3 “I-x” continues nothing; a span was begun there'],
    [['B-x', 'I-y'], ['x: w0', 'y: w1'], '2 “I-y” continues nothing; a span was begun there'],
    [['B-x', '', 'I-x'], ['x: w0', 'x: w2'], '3 “I-x” continues nothing; a span was begun there'],
    [['I-x', '', 'B-x'], ['x: w0', 'x: w2'], '1 “I-x” continues nothing; a span was begun there'],
    [['S-x', 'E-x'], ['x: w0', 'x: w1'], '2 “E-x” continues nothing; a span was begun there'],
    [
      ['U-x', 'B-x', 'I-x', 'O'],
      ['x: w0', 'x: w1 w2'],
      '2 no tag ends the span that begins there; it ends with the last that continues it',
    ],
    [
      [...Array(12).fill('O'), 'B-x', 'B_x', 'I-x', 'B-x'],
      ['x: w12', 'x: w14', 'x: w15'],
      '14 “B_x” is no tag; it was taken for O',
    ],
  ])('%j: what does not follow is reported with its line', async (given, expected, fault) => {
    const { spans, lines } = await tags(...given);
    expect(spans).toEqual(expected);
    expect(lines[0]).toBe(fault);
  });

  test('a row without its tag is reported', async () => {
    const { article, lines } = await read('one\tO\ntwo\nthree\tB-x\nfour\tI-x');
    expect(article.text).toBe('one two three four');
    expect(lines).toEqual(['2 it has no column with its tag, which was taken for O']);
  });
});

describe('comments', () => {
  test('of CoNLL-U tell the text', async () => {
    const { article, spans, unknownKeys } = await read(
      [
        '# newdoc id = GUM news',
        '# meta::outlet = Wikinews',
        '# sent_id = 1',
        '# text = “Don’t,” she said.',
        '“	O',
        'Do	B-cue',
        'n’t	I-cue',
        ',	O',
        '”	O',
        'she	O',
        'said	O',
        '.	O',
        '',
        '# text = And left.',
        'And	O',
        'left	B-cue',
        '.	O',
        '',
        '# newpar',
        '# text = Later.',
        'Later	O',
        '.	O',
      ].join('\n'),
    );
    expect(article).toMatchObject({
      id: 'GUM news',
      text: '“Don’t,” she said. And left.\n\nLater.',
      metadata: { outlet: 'Wikinews' },
    });
    expect(spans).toEqual(['cue: Don’t', 'cue: left']);
    expect(unknownKeys).toEqual([{ path: 'comments.sent_id', count: 1 }]);
  });

  test.each([
    ['# text = Some other words', /are not those of the text/],
    ['# raw = nothing', /no JSON string/],
    ['# raw = "One two more"', /are not those of the text/],
  ])('that are not about the tokens are reported: %s', async (comment, reason) => {
    const { article, spans, faults } = await read(`${comment}\nOne\tO\ntwo\tB-x`);
    expect(article.text).toBe('One two');
    expect(spans).toEqual(['x: two']);
    expect(faults).toMatchObject([{ effect: 'mended', line: 2, reason: expect.stringMatching(reason) }]);
  });

  test('of spaces hold nothing but spaces', async () => {
    const { article, unknownKeys } = await read('# spaces_after = "words"\nOne\tB-x\n\ntwo\tO');
    expect(article.text).toBe('One\ntwo');
    expect(unknownKeys).toEqual([{ path: 'comments.spaces_after', count: 1 }]);
  });
});

describe('writing', () => {
  test('sentences, paragraphs, titles and metadata', async () => {
    const [first] = datasetOf({
      text: '  Ana said so.  Bob did not.\n\nLater\tshe left.\n',
      title: 'Ana',
      spans: [spanAt('s', 'speaker', 'Ana', 2), spanAt('t', 'life event', 'she left', 36)],
    }).articles;
    if (first === undefined) throw new Error('there is one');
    const metadata = { outlet: 'Post', 'a = b': '"quoted"' };
    const dataset = { ...datasetOf({ text: '' }), articles: [{ ...first, metadata }] };
    const file = (await filesOf(format, dataset)).get('dataset.conll');
    expect(file?.split('\n')).toEqual([
      '# global.columns = FORM NER',
      '# newdoc id = a',
      '# title = Ana',
      '# meta::outlet = Post',
      '# meta::a_x20__x3D__x20_b = "\\"quoted\\""',
      '# text = Ana said so.',
      '# spaces_before = "  "',
      '# spaces_after = "  "',
      'Ana	B-speaker',
      'said	O',
      'so	O',
      '.	O',
      '',
      '# text = Bob did not.',
      'Bob	O',
      'did	O',
      'not	O',
      '.	O',
      '',
      '# newpar',
      '# text = Later she left.',
      '# raw = "Later\\tshe left.\\n"',
      'Later	O',
      'she	B-life_x20_event',
      'left	I-life_x20_event',
      '.	O',
      '',
      '',
    ]);
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('cuts tokens where spans begin and end', async () => {
    const text = 'pro-Russianly 👩‍👩‍👧';
    const spans = [spanAt('s', 'x', 'Russian', 4), spanAt('t', 'y', '👩', 14)];
    expect((await written({ text, spans })).slice(3, -2)).toEqual([
      'pro	O',
      '-	O',
      'Russian	B-x',
      'ly	O',
      '👩	B-y',
      '‍👩‍👧	O',
    ]);
    expect(await roundTripDifference(format, datasetOf({ text, spans }))).toBeUndefined();
  });

  test('gives spans that overlap as many columns as they need', async () => {
    const text = 'one two three four';
    const spans = [
      spanAt('6', 'd', 'one', 0),
      spanAt('1', 'a', 'one two three', 0),
      spanAt('2', 'b', 'two', 4),
      spanAt('3', 'c', 'three four', 8),
      spanAt('4', 'a', 'four', 14),
      spanAt('5', 'a', 'four', 14),
    ];
    expect(await written({ text, spans })).toEqual([
      '# global.columns = FORM NER NER2 NER3',
      '# newdoc id = a',
      '# text = one two three four',
      'one	B-a	B-d	O',
      'two	I-a	B-b	O',
      'three	I-a	B-c	O',
      'four	B-a	I-c	B-a',
      '',
      '',
    ]);
    expect(await roundTripDifference(format, datasetOf({ text, spans }))).toBeUndefined();
  });

  test('keeps sentences together that a span holds together', async () => {
    const text = 'He said so. She left.\n\nThey stayed. All did.';
    const spans = [spanAt('1', 'claim', 'She left.\n\nThey stayed.', 12)];
    const lines = await written({ text, spans });
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '# global.columns = FORM NER',
      '# newdoc id = a',
      '# text = He said so.',
      '# text = She left.  They stayed.',
      '# raw = "She left.\\n\\nThey stayed. "',
      '# text = All did.',
    ]);
    expect(await roundTripDifference(format, datasetOf({ text, spans }))).toBeUndefined();
  });

  test('declares the columns anew where a document needs others', async () => {
    const [one] = datasetOf({
      text: 'one',
      spans: [spanAt('1', 'a', 'one', 0), spanAt('2', 'b', 'one', 0)],
    }).articles;
    const [two] = datasetOf({ text: 'two', spans: [spanAt('3', 'a', 'two', 0)] }).articles;
    if (one === undefined || two === undefined) throw new Error('there are two');
    const dataset = {
      ...datasetOf({ text: '' }),
      articles: [one, { ...two, id: 'b' }, { ...two, id: 'c', text: 'two.' }],
    };
    const file = (await filesOf(format, dataset)).get('dataset.conll') ?? '';
    expect(file.match(/# global.*/g)).toEqual([
      '# global.columns = FORM NER NER2',
      '# global.columns = FORM NER',
    ]);
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('writes no article as a file that can be read', async () => {
    const file =
      (await filesOf(format, { ...datasetOf({ text: '' }), articles: [] })).get('dataset.conll') ?? '';
    expect((await readingOf(fileOf('a.conll', file))).dataset.articles).toEqual([]);
  });

  test.each(['', ' \n', '\u0000', '\ufeff', '-DOCSTART-', '# text = x', 'a\u2028b', '\u0085'])(
    'holds texts of nothing much: %j',
    async (text) => {
      expect(await roundTripDifference(format, datasetOf({ text }))).toBeUndefined();
    },
  );

  test('what is written of any project is rows that every reader divides alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (state) => {
        const file =
          (await filesOf(format, exportDataset(state, { kind: 'handOver' }))).get('dataset.conll') ?? '';
        let width = 0;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: where Python ends lines
        for (const line of file.split(/[\n-\r\x1c-\x1e\x85\u2028\u2029]/u)) {
          const declared = /^# global\.columns = (.*)$/.exec(line)?.[1];
          if (declared !== undefined) width = declared.split(' ').length;
          if (line === '' || line.startsWith('# ')) continue;
          const [token, ...tags] = line.split('\t');
          expect(token).toMatch(/^\S+$/);
          expect(tags).toHaveLength(width - 1);
          for (const tag of tags) expect(tag).toMatch(/^(O|[BI]-\S+)$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['a.conll', 'word\tO\nother\tB-x', 'content'],
  ['train.txt', 'word\tO\nother\tB-x', 'content'],
  ['a.iob', 'word\tO\nother\tO', 'ending'],
  ['a.conll', 'nothing like it', 'ending'],
  ['a.txt', 'nothing like it', 'no'],
  ['a.tsv', '#FORMAT=WebAnno TSV 3.3\n1-1\t0-1\ta\tB-x', 'no'],
  ['a.tsv', 'word\tO\nother\tO', 'no'],
])('%s with %j is recognised: %s', (name, text, recognition) => {
  expect(format.recognise(fileOf(name, text))).toBe(recognition);
});

const doccano = 'doccano/data_import/tests/data/sequence_labeling';
const files = [
  ['conll-bio/emerging.dev.conll', 836, 0],
  [`${doccano}/example.conll`, 2, 0],
  [`${doccano}/labeling.trailing.conll`, 2, 0],
  [`${doccano}/labeling.invalid.conll`, 5, 1],
] as const;

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test.each(files)('%s has %i spans, and they come back', async (path, count, faults) => {
    const reading = await readingOf(realFile(path));
    expect(reading.faults).toHaveLength(faults);
    const [article] = reading.dataset.articles;
    expect(article?.spans).toHaveLength(count);
    const begun = new TextDecoder().decode(realFile(path).bytes).match(/\tB-/g) ?? [];
    expect(begun).toHaveLength(count);
    expect(await roundTripDifference(format, reading.dataset)).toBeUndefined();
  });

  test('damaged files are read or refused', async () => {
    const some = files
      .map(([path]) => realFile(path))
      .map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, 3000) }));
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...some)
          .chain(({ name, bytes }) => damaged(bytes).map((harmed) => ({ name, bytes: harmed }))),
        async (file) => {
          expect(await readDatasetFile(file)).toHaveProperty('ok');
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});
