import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/brat.format.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { anyProject } from './random-project.ts';
import {
  damagedOne,
  datasetOf,
  fileOf,
  filesOf,
  readingOf,
  roundTripDifference,
  spanAt,
} from './round-trip.ts';

const article = async (text: string, ...lines: readonly string[]) => {
  const reading = await readingOf(fileOf('a.ann', lines.join('\n')), fileOf('a.txt', text));
  const [only] = reading.dataset.articles;
  if (only === undefined) throw new Error('there is an article');
  return { ...reading, spans: only.spans ?? [], relations: only.relations ?? [], article: only };
};

describe('reading text-bound annotations', () => {
  test('counts code points', async () => {
    const { spans, faults } = await article('👩‍👩‍👧 said 𝕏', 'T1\tcue 6 10\tsaid', 'T2\tthing 11 12\t𝕏');
    expect(spans).toMatchObject([
      { tag: 'cue', start: 6, end: 10, text: 'said' },
      { tag: 'thing', start: 11, end: 12, text: '𝕏' },
    ]);
    expect(faults).toEqual([]);
  });

  test('takes fragments in their order, those that touch as one', async () => {
    const { spans } = await article(
      'North and South America',
      'T1\tLoc 16 23;0 5\tAmerica North',
      'T2\tLoc 0 3;3 5\tNor th',
    );
    expect(spans).toMatchObject([
      {
        start: 0,
        end: 23,
        fragments: [
          { start: 0, end: 5 },
          { start: 16, end: 23 },
        ],
        text: 'North America',
      },
      { start: 0, end: 5, text: 'North' },
    ]);
    expect(spans[1]).not.toHaveProperty('fragments');
  });

  test.each([
    ['a space for each line end', 'two  lines'],
    ['one space for all of them', 'two lines'],
    ['nothing between fragments', 'twolines'],
    ['nothing at all', ''],
  ])('is content with %s', async (_, quote) => {
    const { spans, faults } = await article('two\n\nlines', `T1\tclaim 0 10\t${quote}`);
    expect(spans).toMatchObject([{ start: 0, end: 10, text: 'two\n\nlines' }]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['another text', 'T1\tclaim 0 3\tThy', /its text "Thy" is not what the article reads there, "The"/],
    ['an end beyond the text', 'T1\tclaim 0 99\tThe', /0 to 99 is no stretch of a text of 9 code points/],
    ['an empty stretch', 'T1\tclaim 3 3\t', /3 to 3 is no stretch/],
    ['overlapping fragments', 'T1\tclaim 0 3;2 4\tThe e ', /fragments overlap/],
    ['offsets that are none', 'T1\tclaim zero 3\tThe', /offsets are not as in/],
    ['a line without tabs', 'T1 claim 0 3 The', /no tab after an id/],
    ['an id of another kind', 'X1\tclaim 0 3\tThe', /“X1” is no id/],
    ['too little', 'T1\tclaim', /too little/],
  ])('reports %s with its line', async (_, line, reason) => {
    const { spans, faults } = await article('The claim', '', line, 'T9\tclaim 4 9\tclaim');
    expect(spans).toMatchObject([{ text: 'claim' }]);
    expect(faults).toMatchObject([
      { effect: 'refused', article: 'a', line: 2, reason: expect.stringMatching(reason) },
    ]);
  });

  test('reports an id that was there', async () => {
    const { spans, faults } = await article('The claim', 'T1\tclaim 4 9\tclaim', 'T1\tclaim 0 3\tThe');
    expect(spans).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 2, reason: 'another line has this id' }]);
  });

  test.each([
    ['both characters of a line end', '\ufeffone\r\ntwo', 'T1\ta 6 9\ttwo'],
    ['line ends as one character', 'one\r\ntwo', 'T1\ta 4 7\ttwo'],
    ['no byte order mark', '\ufeffone two', 'T1\ta 4 7\ttwo'],
    ['a byte order mark', '\ufeffone two', 'T1\ta 5 8\ttwo'],
    ['neither', '\ufeffone\r\ntwo', 'T1\ta 4 7\ttwo'],
    ['a mark, but line ends as one character', '\ufeffone\r\nand\r\ntwo', 'T1\ta 9 12\ttwo'],
  ])('sees by the quotations that %s was counted', async (_, text, line) => {
    const { spans, article: read } = await article(text, line);
    const [only] = spans;
    expect([...read.text].slice(only?.start, only?.end).join('')).toBe('two');
    expect(read.text).not.toContain('\r');
  });

  test('takes the text as it stands where nothing speaks against it', async () => {
    expect((await article('\ufeffone\r\ntwo')).article.text).toBe('\ufeffone\ntwo');
  });

  test('reads lines that end as on Windows, and a text that is not in UTF-8', async () => {
    const ann = fileOf('a.ann', 'T1\tcue 3 7\tsaid\r\n#1\tAnnotatorNotes T1\tcue\r\n');
    const text = { name: 'a.txt', bytes: Uint8Array.from([0xe9, 0x6c, 0x20, 0x73, 0x61, 0x69, 0x64]) };
    const { dataset } = await readingOf(ann, text);
    expect(dataset.articles[0]).toMatchObject({ text: 'él said', spans: [{ text: 'said', note: 'cue' }] });
  });
});

describe('reading what is said of text-bound annotations', () => {
  const text = 'Citibank was moving money for Raul to banks';
  const entities = [
    'T1\tOrg 0 8\tCitibank',
    'T2\tMove 13 19\tmoving',
    'T3\tPerson 30 34\tRaul',
    'T4\tOrg 38 43\tbanks',
  ];

  test('relations, whatever their roles are called and in whichever order they stand', async () => {
    const { relations, unknownKeys } = await article(
      text,
      ...entities,
      'R1\tOwns Arg1:T1 Arg2:T4\t',
      'R2\tOwns Arg2:T4 Arg1:T3',
      'R3\tOwns Subject:T1 Object:T3',
    );
    expect(relations).toMatchObject([
      { type: 'Owns', from: 'T1', to: 'T4' },
      { type: 'Owns', from: 'T3', to: 'T4' },
      { type: 'Owns', from: 'T1', to: 'T3' },
    ]);
    expect(unknownKeys).toEqual([{ path: 'relations.roles', count: 2 }]);
  });

  test('events: the trigger, and its roles as relations', async () => {
    const { spans, relations } = await article(
      text,
      'E1\tMove:T2 Giver-Arg:T1 To-Arg:T3 To-Arg2:E2',
      'E2\tOrg:T4 ',
      'A1\tConfidence E1 High',
      ...entities,
    );
    expect(spans.find(({ id }) => id === 'T2')).toMatchObject({
      attributes: { event: true, Confidence: 'High' },
    });
    expect(relations).toMatchObject([
      { type: 'Giver-Arg', from: 'T2', to: 'T1' },
      { type: 'To-Arg', from: 'T2', to: 'T3' },
      { type: 'To-Arg', from: 'T2', to: 'T4' },
    ]);
  });

  test('two events of one trigger as two spans', async () => {
    const { spans, relations } = await article(text, ...entities, 'E1\tMove:T2 By:T1', 'E2\tMove:T2 By:T3');
    expect(spans.filter(({ tag }) => tag === 'Move')).toMatchObject([
      { start: 13, end: 19 },
      { start: 13, end: 19 },
    ]);
    expect(new Set(relations.map(({ from }) => from)).size).toBe(2);
  });

  test('equivalents as relations between neighbours', async () => {
    const { relations } = await article(text, ...entities, '*\tAlias T1 T3 T4');
    expect(relations).toMatchObject([
      { type: 'Alias', from: 'T1', to: 'T3', attributes: { equivalence: true } },
      { type: 'Alias', from: 'T3', to: 'T4', attributes: { equivalence: true } },
    ]);
  });

  test('attributes with and without values, the old ones too, and flags', async () => {
    const { spans } = await article(
      text,
      ...entities,
      'A1\tMention T1 Name of a bank',
      'M2\tNegation T1',
      'A3\tFlagged T3',
      'A4\tvalue T3 ={"type":"date"}',
      'A5\tvalue T4 =not JSON',
    );
    expect(spans[0]).toMatchObject({
      attributes: { Mention: 'Name of a bank', Negation: true },
      flagged: false,
    });
    expect(spans[2]).toMatchObject({ attributes: { value: { type: 'date' } }, flagged: true });
    expect(spans[3]).toMatchObject({ attributes: { value: '=not JSON' } });
  });

  test('normalisations and notes of every kind', async () => {
    const { spans, relations } = await article(
      text,
      ...entities,
      'R1\tOwns Arg1:T1 Arg2:T4',
      'N1\tReference T1 Wikipedia:534\tCitibank, a bank',
      'N2\tReference T3 Wikipedia:1',
      'N3\tReference Annotation:T3 Referent:GO:00:2',
      '#1\tAnnotatorNotes T1\tfirst\tline',
      '#2\tAnnotatorNotes T1\tsecond',
      '#3\tAnnotationError T1\tno bank',
      '#4\tAnnotatorNotes R1\tsure?',
    );
    expect(spans[0]).toMatchObject({
      note: 'first\tline\nsecond',
      attributes: {
        normalisation: 'Wikipedia:534',
        normalisationName: 'Citibank, a bank',
        '#AnnotationError': 'no bank',
      },
    });
    expect(spans[2]).toMatchObject({ attributes: { normalisation: ['Wikipedia:1', 'GO:00:2'] } });
    expect(relations).toMatchObject([{ attributes: { note: 'sure?' } }]);
  });

  test.each([
    ['R1\tOwns Arg1:T1 Arg2:T8', /links T8, which is not there/],
    ['R1\tOwns Arg1:T1', /has two ends/],
    ['E1\tMove:T8 By:T1', /trigger T8 is not there/],
    ['E1\tMoves:T2', /of another type, “Move”/],
    ['E1\tMove:T2 By:T8', /its By T8 is not there/],
    ['E1\tMove:T2 By', /roles are not as in/],
    ['*\tAlias T1', /only one member/],
    ['A1\tMention T8 Name', /about T8, which is not there/],
    ['A1\tMention T1 Name\nA2\tMention T1 Other', /another value of “Mention” already/],
    ['A1\t__proto__ T1 Name', /no attribute can have its name/],
    ['N1\tReference T1 nothing', /does not refer to anything/],
    ['#1\tAnnotatorNotes', /too little/],
  ])('reports what has no sense: %s', async (line, reason) => {
    const { faults } = await article(text, ...entities, line);
    expect(faults).toMatchObject([{ effect: 'refused', reason: expect.stringMatching(reason) }]);
    expect(faults[0]?.line).toBeGreaterThanOrEqual(5);
  });
});

describe('annotation.conf', () => {
  const conf = `
[entities]
# a comment
!Actor
\tPerson
\tGPE | place
[relations]
Located  Arg1:Person, Arg2:GPE
Located  Arg1:GPE, Arg2:GPE
Alias    Arg1:<ENTITY>, Arg2:<NONE>, <REL-TYPE>:symmetric-transitive
[events]
<PG>=Person|GPE
Report   Reporter-Arg+:<PG>, Event-Arg{2}:<EVENT>
[attributes]
Mention  Arg:<ENTITY>, Value:Name|Nominal
Negation Arg:Report
[something]
else
`;

  test.each(['annotation.conf', '../annotation.conf'])(
    'defines tags, attributes and relations: %s',
    async (path) => {
      const folder = path.startsWith('..') ? 'news/' : '';
      const { dataset } = await readingOf(
        fileOf(`${folder}a.ann`, ''),
        fileOf(`${folder}a.txt`, 'Text'),
        fileOf('annotation.conf', conf),
      );
      const mention = { id: 'Mention', type: 'oneOf', options: [{ id: 'Name' }, { id: 'Nominal' }] };
      expect(dataset.tagSet?.tags).toMatchObject([
        { id: 'Actor', attributes: [mention] },
        { id: 'Person', attributes: [mention] },
        { id: 'GPE', attributes: [mention] },
        { id: 'Report', attributes: [{ id: 'Negation', type: 'boolean' }] },
      ]);
      expect(dataset.tagSet?.relationTypes).toEqual([
        { id: 'Located', name: 'Located', from: ['Person', 'GPE'], to: ['GPE'] },
        { id: 'Alias', name: 'Alias', from: ['Actor', 'Person', 'GPE'], to: [] },
        { id: 'Reporter-Arg', name: 'Reporter-Arg', from: ['Report'], to: ['Person', 'GPE'] },
        { id: 'Event-Arg', name: 'Event-Arg', from: ['Report'], to: ['Report'] },
      ]);
    },
  );

  test('is written with what the tag set and the annotations have', async () => {
    const text = 'Ana said it';
    const files = await filesOf(format, {
      ...datasetOf({
        text,
        spans: [
          spanAt('1', 'speaker', 'Ana', 0, { attributes: { form: 'direct' } }),
          spanAt('5', 'speaker', 'Ana', 0, { attributes: { event: true } }),
          spanAt('2', 'said it', 'said', 4, { attributes: { event: true, cue: 'he said' }, flagged: true }),
        ],
        relations: [
          { id: '3', type: 'by', from: '2', to: '1' },
          { id: '4', type: 'says', from: '1', to: '2' },
        ],
      }),
      tagSet: {
        tags: [
          { id: 'speaker', name: 'Speaker' },
          { id: 'claim', name: 'Claim' },
        ],
        relationTypes: [
          { id: 'says', from: ['speaker'], to: ['claim'] },
          { id: 'never', from: [], to: [] },
        ],
      },
    });
    expect(files.get('annotation.conf')?.split('\n')).toEqual([
      '[entities]',
      'speaker',
      'claim',
      '',
      '[relations]',
      'says\tArg1:speaker, Arg2:claim',
      'never\tArg1:<NONE>, Arg2:<NONE>',
      '',
      '[events]',
      'speaker',
      'said_x20_it\tby*:speaker',
      '',
      '[attributes]',
      'form\tArg:speaker, Value:direct',
      'Flagged\tArg:said_x20_it',
      'cue\tArg:said_x20_it',
      '',
    ]);
  });
});

describe('writing', () => {
  test('says all of it in brat’s lines', async () => {
    const text = 'Ana 😀 and Bob\nsaid it';
    const files = await filesOf(
      format,
      datasetOf({
        text,
        spans: [
          spanAt('s1', 'speaker', 'Ana', 0, {
            note: 'first\nsecond',
            attributes: { normalisation: 'Wikipedia:1' },
          }),
          spanAt('s2', 'speaker', 'Bob', 10, {
            flagged: true,
            attributes: { sure: 'very much', count: 3, '#Error': 'x' },
          }),
          spanAt('s3', 'claim', 'Bob\nsaid it', 10, { attributes: { Flagged: true } }),
        ],
        relations: [
          { id: 'r1', type: 'says', from: 's1', to: 's3', attributes: { note: 'why?' } },
          { id: 'r2', type: 'same as', from: 's1', to: 's2', attributes: { equivalence: true } },
        ],
      }),
    );
    expect(files.get('a.txt')).toBe(text);
    expect(files.get('a.ann')?.split('\n')).toEqual([
      'T1\tspeaker 0 3\tAna',
      'T2\tspeaker 10 13\tBob',
      'T3\tclaim 10 13;14 21\tBob said it',
      '*\tsame_x20_as T1 T2',
      'R1\tsays Arg1:T1 Arg2:T3\t',
      '#1\tAnnotatorNotes R1\twhy?',
      '#2\tAnnotatorNotes T1\tfirst',
      '#3\tAnnotatorNotes T1\tsecond',
      'N1\tReference T1 Wikipedia:1',
      'A1\tFlagged T2',
      'A2\tsure T2 very much',
      'A3\tcount T2 =3',
      '#4\tError T2\tx',
      '#5\tFragments T3\t10 21',
      'A4\t_x46_lagged T3',
      '',
    ]);
  });

  test('keeps fragments that were moved in brat', async () => {
    const { spans } = await article('Bob\nsaid it', 'T1\tclaim 0 3;4 8\tBob said', '#1\tFragments T1\t0 11');
    expect(spans).toMatchObject([
      {
        fragments: [
          { start: 0, end: 3 },
          { start: 4, end: 8 },
        ],
      },
    ]);
    expect(spans[0]?.attributes).toEqual({ '#Fragments': '0 11' });
  });

  test('makes nothing that ends a line for some reader', async () => {
    const text = 'a\u2028b\u0085c\td\u000be\u001cf';
    const files = await filesOf(
      format,
      datasetOf({
        text,
        spans: [
          spanAt('s', 'x', text, 0, {
            note: 'a\u2028b\tc',
            attributes: { v: 'a\u0085b', '#n': '\u001d', normalisation: 'a:b', normalisationName: '\u2029' },
          }),
        ],
      }),
    );
    for (const line of files.get('a.ann')?.split('\n') ?? []) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(line).not.toMatch(/[\n-\r\x1c-\x1e\x85\u2028\u2029]/u);
      expect(line.split('\t').length).toBeLessThanOrEqual(3);
    }
    expect(
      await roundTripDifference(format, datasetOf({ text, spans: [spanAt('s', 'x', text, 0)] })),
    ).toBeUndefined();
  });

  test('names tags, roles and attributes so that they come back', async () => {
    const names = [
      'claim',
      'Life_Time-Event',
      'a b',
      'ü_x20_',
      '_x_',
      '---',
      'a:b|c,d',
      '😀',
      'заявление',
      'Arg2',
      '7',
      '',
    ];
    const text = 'word '.repeat(names.length);
    const spans = names.map((name, i) =>
      spanAt(`s${i}`, name === '' ? 'none' : name, 'word', i * 5, {
        attributes: { [name]: name, event: true },
      }),
    );
    const relations = names.flatMap((type, i) =>
      type === ''
        ? []
        : [
            { id: `r${i}`, type, from: `s${i}`, to: 's0' },
            { id: `q${i}`, type, from: `s${i}`, to: 's1' },
          ],
    );
    const ids = names.filter((name) => name !== '');
    const dataset: Dataset = {
      ...datasetOf({ text, spans, relations }),
      tagSet: {
        tags: [...ids, 'none', '--'].map((id) => ({ id, name: id })),
        relationTypes: ids.map((id) => ({ id, from: [], to: [] })),
      },
    };
    const ann = (await filesOf(format, dataset)).get('a.ann') ?? '';
    expect(ann).toContain('T2\tLife_Time-Event 5 9\tword');
    expect(ann).toContain('E10\tArg2:T10 Arg_x32_:E1 Arg_x32_2:E2');
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('writes values so that nothing of them is lost to readers that trim', async () => {
    const values = ['plain text', '=3', '=', ' x', '', '{', null, false, true, 0, [1], { a: ' ' }];
    const attributes = Object.fromEntries(values.map((value, i) => [`v${i}`, value]));
    const dataset = datasetOf({
      text: 'word',
      spans: [spanAt('s', 'x', 'word', 0, { attributes, note: ' =\n=3' })],
    });
    const ann = (await filesOf(format, dataset)).get('a.ann') ?? '';
    expect(
      ann
        .split('\n')
        .filter((line) => /^[A#]/.test(line))
        .map((line) => line.replace(/^\S+\t/, '')),
    ).toEqual([
      'AnnotatorNotes T1\t=" ="',
      'AnnotatorNotes T1\t="=3"',
      'v0 T1 plain text',
      'v1 T1 ="=3"',
      'v2 T1 ="="',
      'v3 T1 =" x"',
      'v4 T1 =""',
      'v5 T1 {',
      'v6 T1 =null',
      'v7 T1 =false',
      'v8 T1',
      'v9 T1 =0',
      'v10 T1 =[1]',
      'v11 T1 ={"a":" "}',
    ]);
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('says what an event’s relations have of their own beside its roles', async () => {
    const dataset = datasetOf({
      text: 'a b',
      spans: [spanAt('e', 'x', 'a', 0, { attributes: { event: true } }), spanAt('f', 'y', 'b', 2)],
      relations: [
        { id: '1', type: 'by', from: 'e', to: 'f', attributes: { sure: 'no' } },
        { id: '2', type: 'by', from: 'e', to: 'f' },
      ],
    });
    expect((await filesOf(format, dataset)).get('a.ann')?.split('\n')).toEqual([
      'T1\tx 0 1\ta',
      'T2\ty 2 3\tb',
      'E1\tx:T1 by:T2',
      'R1\tby Arg1:E1 Arg2:T2\t',
      'A1\tsure R1 no',
      '',
    ]);
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('writes rings and forks of equivalents as what they are', async () => {
    const text = 'a b c d';
    const spans = ['a', 'b', 'c', 'd'].map((word, i) => spanAt(word, 'x', word, i * 2));
    const same = (from: string, to: string) => ({
      id: `${from}${to}`,
      type: 'same',
      from,
      to,
      attributes: { equivalence: true },
    });
    for (const pairs of [
      ['ab', 'bc', 'ca'],
      ['ab', 'ac', 'bd'],
      ['aa'],
      ['ab', 'ab'],
      ['ab', 'ba'],
      ['ab', 'cd'],
    ]) {
      const relations = pairs.map((pair, i) => ({ ...same(pair[0] ?? '', pair[1] ?? ''), id: String(i) }));
      expect(await roundTripDifference(format, datasetOf({ text, spans, relations }))).toBeUndefined();
    }
  });
});

test('what is written of any project is what other readers of brat’s files demand', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const files = await filesOf(format, exportDataset(state, { kind: 'handOver' }));
      for (const [name, ann] of files)
        if (name.endsWith('.ann')) demand(ann, files.get(name.replace(/ann$/, 'txt')) ?? '');
    }),
    { numRuns: 100 },
  );
});

/** Checks lines as brat’s server does: by splitting them as Python does, and comparing offsets with texts. */
function demand(ann: string, text: string): void {
  const characters = [...text];
  const ids = new Set<string>();
  const mentioned: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  for (const line of ann.split(/[\n-\r\x1c-\x1e\x85\u2028\u2029]/u).slice(0, -1)) {
    const [id = '', data = '', tail] = line.split('\t');
    expect(id === '*' || !ids.has(id)).toBe(true);
    ids.add(id);
    const [type = '', ...rest] = data.split(' ');
    expect(type.split(':')[0]).toMatch(/^[\p{L}\p{M}\p{N}_.-]+$/u);
    if (id.startsWith('T')) {
      const fragments = rest
        .join(' ')
        .split(';')
        .map((part) => part.split(' ').map(Number));
      const read = fragments.map(([start, end]) => characters.slice(start, end).join('')).join(' ');
      if (read.trim() !== '') expect(tail).toBe(read);
    } else if (/^[RE]/.test(id)) {
      const roles = rest.map((argument) => argument.split(':'));
      expect(new Set(roles.map(([role]) => role)).size).toBe(roles.length);
      mentioned.push(...roles.map(([, target = '']) => target));
    } else if (id === '*') mentioned.push(...rest);
    else mentioned.push(rest[0] ?? '');
  }
  expect(mentioned.filter((id) => !ids.has(id))).toEqual([]);
}

describe('files', () => {
  test('are named by the articles’ titles where their ids say nothing', async () => {
    const [first] = datasetOf({ text: 'One', title: 'The first' }).articles;
    const dataset = datasetOf({ text: 'Two', title: 'The second' });
    const files = await filesOf(format, {
      ...dataset,
      articles: [
        ...(first ? [{ ...first, id: '3f0c5a0e-9d1b-4c0a-8b8e-0a1b2c3d4e5f' }] : []),
        ...dataset.articles,
      ],
    });
    expect([...files.keys()]).toEqual([
      '0001 The first.txt',
      '0001 The first.ann',
      'a.txt',
      'a.ann',
      'annotation.conf',
    ]);
  });

  test('without their text are refused with a word on what to do', async () => {
    const read = await readDatasetFiles([fileOf('a.ann', 'T1\tclaim 0 3\tThe')]);
    expect(read).toMatchObject({
      ok: false,
      reason: { code: 'cannot-read', message: expect.stringContaining('“a.txt”') },
    });
  });

  test.each([
    ['a.ann', 'T1\tPerson 0 3\tThe', 'content'],
    ['A.ANN', '#1\tAnnotatorNotes T1\tx', 'content'],
    ['a.ann', '', 'ending'],
    ['a.ann', 'QUOTE\tQ1\t0\t0', 'no'],
    ['a.txt', 'T1\tPerson 0 3\tThe', 'no'],
  ])('%s with %j is recognised: %s', (name, text, recognition) => {
    expect(format.recognise(fileOf(name, text))).toBe(recognition);
  });
});

const folders = ['brat/news', 'brat-litbank-entities'];
function filesIn(folder: string): SourceFile[] {
  return readdirSync(sharedData(folder))
    .filter((name) => /\.(ann|txt|conf)$/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(sharedData(`${folder}/${name}`))) }));
}

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test.each(folders)('all lines of %s come in, and come back', async (folder) => {
    const files = filesIn(folder);
    const reading = await readingOf(...files);
    expect(reading.faults).toEqual([]);
    expect(reading.unknownKeys).toEqual([]);
    expect(reading.dataset.articles).toHaveLength(files.filter(({ name }) => name.endsWith('.ann')).length);
    expect(await roundTripDifference(format, reading.dataset)).toBeUndefined();
  });

  test.each(folders)('%s is written with the lines that it had', async (folder) => {
    const files = filesIn(folder);
    const written = await filesOf(format, (await readingOf(...files)).dataset);
    for (const { name, bytes } of files.filter((file) => file.name.endsWith('.ann')))
      expect(sense(written.get(name) ?? '')).toEqual(sense(new TextDecoder().decode(bytes)));
  });

  test('damaged files are read or refused', async () => {
    const files = filesIn('brat/news').filter(({ name }) => /^(000|090|100|110|annotation)/.test(name));
    const groups = ['000-introduction', '090-event_structures', '100-attribute_annotation'].map((stem) =>
      files.filter(({ name }) => name.startsWith(stem) || name === 'annotation.conf'),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...groups).chain(damagedOne), async (some) => {
        expect(await readDatasetFiles(some)).toHaveProperty('ok');
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

/** The lines of a file in an order of their own, with what they refer to in the place of numbers. */
function sense(ann: string): readonly string[] {
  const lines = ann
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trimEnd().split('\t'));
  const meaning = new Map<string, string>();
  for (const [id = '', data = '', text = ''] of lines)
    if (id.startsWith('T')) meaning.set(id, `(${data} ${text})`);
  for (const [id = '', data = ''] of lines)
    if (/^[ER]/.test(id))
      meaning.set(
        id,
        data.replace(/:([TE]\d+)/g, (_, of: string) => `:${meaning.get(of) ?? 'event'}`),
      );
  return lines
    .map(([id = '', data = '', text = '']) =>
      [id.replace(/\d+/, ''), data.trim().replace(/\b[TER]\d+\b/g, (of) => meaning.get(of) ?? of), text].join(
        '|',
      ),
    )
    .sort();
}
