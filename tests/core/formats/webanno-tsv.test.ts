import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetRelation, DatasetSpan } from '../../../src/core/formats/dataset-schema.ts';
import { readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { format } from '../../../src/core/formats/webanno-tsv.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { realFile } from './real-files.ts';
import { damaged, datasetOf, fileOf, filesOf, readingOf, roundTripDifference, spanAt } from './round-trip.ts';

const layer = 'webanno.custom.Span';
const head = (...layers: readonly string[]) => ['#FORMAT=WebAnno TSV 3.3', ...layers, '', ''];

async function read(...lines: readonly string[]) {
  const reading = await readingOf(fileOf('a.tsv', lines.join('\n')));
  const [article] = reading.dataset.articles;
  if (article === undefined) throw new Error('there is an article');
  const { spans = [], relations = [] } = article;
  const named = new Map(spans.map(({ id, text }) => [id, text]));
  return {
    ...reading,
    article,
    spans,
    tags: spans.map(({ tag, text }) => `${tag}: ${text}`),
    links: relations.map(({ type, from, to }) => `${named.get(from)} ${type} ${named.get(to)}`),
    relations,
    reasons: reading.faults.map(({ line, reason }) => `${line} ${reason}`),
  };
}

const written = async (dataset: Dataset) =>
  [...(await filesOf(format, dataset)).values()].join('').split('\n');

const words = ['1-1\t0-3\tone', '1-2\t4-7\ttwo', '1-3\t8-13\tthree'];
const rows = (...cells: readonly string[]) => [
  '#Text=one two three',
  ...words.map((word, i) => `${word}\t${(cells[i] ?? '_').replaceAll(' ', '\t')}\t`),
];

describe('reading text', () => {
  test('counts UTF-16 units, and unescapes', async () => {
    const { article, spans } = await read(
      ...head(`#T_SP=${layer}|value`),
      '#Text=I like 😊\\t\\\\o/\\f.',
      '1-1\t0-1\tI\t_\t',
      '1-2\t7-9\t😊\tmood\t',
      '1-3\t10-13\t\\o/\t_\t',
    );
    expect(article.text).toBe('I like 😊\t\\o/\f.');
    expect(spans).toMatchObject([{ tag: 'mood', start: 7, end: 8, text: '😊' }]);
  });

  test('counts code points where the tokens are there by them, and says so', async () => {
    const { spans, reasons } = await read(
      ...head(`#T_SP=${layer}|value`),
      '#Text=😊 one',
      '1-1\t0-1\t😊\t_\t',
      '1-2\t2-5\tone\tx\t',
      '',
      '#Text=😊 two',
      '2-1\t6-7\t😊\t_\t',
      '2-2\t8-11\ttwo\tx\t',
    );
    expect(spans).toMatchObject([
      { text: 'one', start: 2 },
      { text: 'two', start: 8 },
    ]);
    expect(reasons).toEqual([expect.stringContaining('count code points')]);
  });

  test('fills the space between sentences as WebAnno does, and takes lines of one sentence as lines', async () => {
    const { article } = await read(
      ...head(),
      '#Sentence.id=s1',
      '#Text=one',
      '#Text=',
      '#Text=two',
      '1-1\t2-5\tone\t',
      '1-2\t7-10\ttwo\t',
      '',
      '#Text=three',
      '2-1\t10-15\tthree\t',
      '',
      '#Text=four',
      '3-1\t16-20\tfour\t',
      '',
      '#Text=five',
      '4-1\t23-27\tfive\t',
    );
    expect(article.text).toBe('  one\n\ntwothree\nfour\n  five');
  });

  test('of versions before 3.2 as Java has it', async () => {
    const { article } = await read(
      '#FORMAT=WebAnno TSV 3.1',
      '',
      '',
      '#Text=\\u00fc\\"\\101\\n\\q',
      '1-1\t0-1\tü\t',
    );
    expect(article.text).toBe('ü"A\nq');
  });

  test.each([
    ['1-1 0-3 one', /is no row/],
    ['1-1\t0-9\tone two th', /0-9 is no stretch of its sentence/],
    ['1-1\t0-3\tTwo', /“Two” is not what the text reads there, “one”/],
  ])('reports %j', async (row, reason) => {
    const { faults } = await read(...head(), '#Text=one two', row);
    expect(faults).toMatchObject([{ line: 5, reason: expect.stringMatching(reason) }]);
  });

  test.each([
    [['1-1\t0-3\tone'], /no “#Text=” stands before it/],
    [['#Text=one', '', '#Text=two', '2-1\t4-7\ttwo\t'], /has no tokens/],
    [
      ['#Text=one two', '1-1\t0-3\tone', '', '#Text=two', '2-1\t2-5\ttwo\t'],
      /begins at 2, but the text before it ends at 7/,
    ],
  ])('reports %j', async (lines, reason) => {
    const { reasons } = await read(...head(), ...lines);
    expect(reasons[0]).toMatch(reason);
  });

  test('does not fill gaps that nobody made', async () => {
    const { article, reasons } = await read(
      ...head(),
      '#Text=one',
      '1-1\t0-3\tone\t',
      '',
      '#Text=two',
      '2-1\t4000000000-4000000003\ttwo\t',
    );
    expect(article.text).toBe('one\ntwo');
    expect(reasons).toHaveLength(1);
  });
});

describe('reading spans', () => {
  test('the label is the tag, other features are attributes, the layer is one too', async () => {
    const { spans } = await read(
      ...head(`#T_SP=${layer}|sense|value|note|flagged`),
      ...rows('a\\_b PER rather\\;so true', '* * * *', 'c ORG * false'),
    );
    expect(spans).toMatchObject([
      { tag: 'PER', attributes: { sense: 'a_b', layer }, note: 'rather;so', flagged: true },
      { tag: 'Span', attributes: { layer }, note: '', flagged: false },
      { tag: 'ORG', attributes: { sense: 'c', layer, flagged: 'false' } },
    ]);
  });

  test('without a feature that is called so, the first is the label', async () => {
    const { spans } = await read(
      ...head('#T_SP=webanno.custom.Referent|entity|infstat'),
      ...rows('person new'),
    );
    expect(spans).toMatchObject([
      { tag: 'person', attributes: { infstat: 'new', layer: 'webanno.custom.Referent|entity' } },
    ]);
  });

  test('an address is no tag', async () => {
    const { spans } = await read(...head(`#T_SP=${layer}|identifier`), ...rows('http://x.org/Q1'));
    expect(spans).toMatchObject([{ tag: 'Span', attributes: { identifier: 'http://x.org/Q1', layer } }]);
  });

  test('over several rows and stacked, by their numbers', async () => {
    const { tags } = await read(
      ...head(`#T_SP=${layer}|value|other`),
      ...rows('a[1]|b[2] x[1]|*[2]', 'b[2] *[2]', 'b[2]|a[3] *[2]|y[3]'),
    );
    expect(tags).toEqual(['a: one', 'b: one two three', 'a: three']);
  });

  test('by their numbers also where a feature of one alone has a value', async () => {
    const { spans } = await read(
      ...head(`#T_SP=${layer}|value|other`),
      ...rows('a[1]|b[2] y[2]', '_ _', 'a _'),
    );
    expect(spans.map(({ attributes }) => attributes?.other)).toEqual([undefined, 'y', undefined]);
  });

  test('of parts of tokens', async () => {
    const { tags } = await read(
      ...head(`#T_SP=${layer}|value`),
      '#Text=one two three',
      '1-1\t0-3\tone\t_\t',
      '1-1.1\t1-3\tne\ta[1]\t',
      '1-2\t4-7\ttwo\ta[1]\t',
      '1-3\t8-13\tthree\t_\t',
      '1-3.1\t8-10\tth\ta[1]\t',
      '1-3.2\t9-11\thr\tb\t',
    );
    expect(tags).toEqual(['a: ne two th', 'b: hr']);
  });

  test('what looks like a number, a bar or nothing is none where a backslash stands before it', async () => {
    const { tags } = await read(
      ...head(`#T_SP=${layer}|value`),
      ...rows('a\\[1\\]', 'b\\|c', '\\_\\*\\->\\;\\t\\n\\\\'),
    );
    expect(tags).toEqual(['a[1]: one', 'b|c: two', '_*->;\t\n\\: three']);
  });

  test('empty ones are reported, and relations to them', async () => {
    const { spans, reasons } = await read(
      ...head(`#T_SP=${layer}|value`, `#T_RL=webanno.custom.Rel|BT_${layer}`),
      '#Text=one',
      '1-1\t0-3\tone\ta\t1-1.1\t',
      '1-1.1\t3-3\t\tb\t_\t',
    );
    expect(spans).toHaveLength(1);
    expect(reasons).toEqual([
      '8 the webanno.custom.Span at 3 is empty; spans hold one character at least',
      '7 the annotation at 1-1.1 that it links is not there',
    ]);
  });

  test('a feature that says two things is reported', async () => {
    const { tags, reasons } = await read(...head(`#T_SP=${layer}|value`), ...rows('a[1]', 'b[1]'));
    expect(tags).toEqual(['a: one two']);
    expect(reasons).toEqual(['7 its value is “b”, but “a” on a row before']);
  });
});

describe('reading what links spans', () => {
  const base = `#T_RL=webanno.custom.Rel|value|sure|BT_${layer}`;

  test('relations, from where the last column says to the row', async () => {
    const { links, relations } = await read(
      ...head(`#T_SP=${layer}|value`, base),
      ...rows('a says|* yes|* 1-2[0_0]|1-3[5_0]', 'b _ _ _', 'c[4]|d[5] * * 1-1'),
    );
    expect(links).toEqual(['two says one', 'three Rel one', 'one Rel three']);
    expect(relations[0]?.attributes).toEqual({ sure: 'yes', layer: 'webanno.custom.Rel' });
    expect(relations[1]?.attributes).toEqual({ layer: 'webanno.custom.Rel' });
  });

  test('relations of tokens make these spans', async () => {
    const { tags, links } = await read(
      ...head('#T_RL=webanno.custom.Rel|value|BT_x.type.Token'),
      ...rows('_ _', 'nsubj 1-1'),
    );
    expect(tags).toEqual(['Token: two', 'Token: one'].reverse());
    expect(links).toEqual(['one nsubj two']);
  });

  test('slots as relations from their host', async () => {
    const { links, relations, spans } = await read(
      ...head(
        '#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.HostLinksLink|uima.tcas.Annotation',
        `#T_SP=${layer}|value`,
      ),
      ...rows('agent;* 1-2[7];1-3[8] _', '_ _ a[7]', '_ * b[8]'),
    );
    expect(spans.map(({ tag }) => tag)).toEqual(['Host', 'a', 'Host', 'b']);
    expect(links).toEqual(['one agent two', 'one links three']);
    expect(relations.map(({ attributes }) => attributes)).toEqual([{ slot: 'links' }, { slot: 'links' }]);
  });

  test('chains as relations from each to the next', async () => {
    const { tags, links, relations } = await read(
      ...head('#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation'),
      ...rows('pr[1]|*[2] coref->1-2|*->2-1', 'pr[1] coref->1-2', 'nam[1]|*[2] *->1-1|same->2-2'),
    );
    expect(tags).toEqual(['pr: one two', 'CorefLink: one', 'nam: three', 'CorefLink: three']);
    expect(links).toEqual(['three next one two', 'one next three']);
    expect(relations[0]?.attributes).toEqual({ layer: 'webanno.custom.CorefLink' });
  });

  test.each([
    [[`#T_SP=${layer}|value`, base], ['a says * 1-3'], /the annotation at 1-3 that it links is not there/],
    [['#T_CH=x.CorefLink|referenceType|referenceRelation'], ['a[1] coref'], /“coref” is no link of a chain/],
    [
      [`#T_SP=x.Host|ROLE_x.Host:links_x.L|${layer}`, `#T_SP=${layer}|`],
      ['a;b 1-1 *'],
      /has 2 roles, but 1 annotation /,
    ],
  ])('reports what has no sense: %j', async (layers, cells, reason) => {
    const { reasons } = await read(...head(...layers), ...rows(...cells));
    expect(reasons[0]).toMatch(reason);
  });
});

test('lines of the header that declare nothing are metadata', async () => {
  const { article } = await read(
    '#FORMAT=WebAnno TSV 3.2',
    `#T_SP=${layer}|value`,
    '#Summary1=(human) It = so.',
    '',
    '',
    ...rows('a'),
  );
  expect(article.metadata).toEqual({ Summary1: '(human) It = so.' });
});

describe('writing', () => {
  test('our own layers, with what the spans say', async () => {
    const text = 'Ana said: “No.”\n\nBob left 😊';
    const dataset = datasetOf({
      text,
      spans: [
        spanAt('s1', 'speaker', 'Ana', 0, { attributes: { entity: 'e_1' }, note: 'a\nb' }),
        spanAt('s2', 'claim', '“No.”', 10, { attributes: { value: 3, 'a b': '*' }, flagged: true }),
        spanAt('s3', 'claim', 'No', 11),
        spanAt('s4', 'mood', '😊', 26),
      ],
      relations: [{ id: 'r', type: 'says', from: 's1', to: 's2', attributes: { note: 'x' } }],
    });
    expect(await written(dataset)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.AscribeSpan|value|entity|note|_x76_alue|a_x20_b|flagged',
      '#T_RL=webanno.custom.AscribeRelation|value|_x6E_ote|BT_webanno.custom.AscribeSpan',
      '',
      '',
      '#Text=Ana said: “No.”',
      '#Text=',
      '#Text=',
      '1-1	0-3	Ana	speaker	e\\_1	="a\\\\nb"	*	*	*	_	_	_	',
      '1-2	4-8	said	_	_	_	_	_	_	_	_	_	',
      '1-3	8-9	:	_	_	_	_	_	_	_	_	_	',
      '1-4	10-11	“	claim[1]	*[1]	*[1]	=3[1]	\\*[1]	true[1]	says	x	1-1[0_1]	',
      '1-5	11-13	No	claim[1]|claim[2]	*[1]|*[2]	*[1]|*[2]	=3[1]|*[2]	\\*[1]|*[2]	true[1]|*[2]	_	_	_	',
      '1-6	13-14	.	claim[1]	*[1]	*[1]	=3[1]	\\*[1]	true[1]	_	_	_	',
      '1-7	14-15	”	claim[1]	*[1]	*[1]	=3[1]	\\*[1]	true[1]	_	_	_	',
      '',
      '#Text=Bob left 😊',
      '2-1	17-20	Bob	_	_	_	_	_	_	_	_	_	',
      '2-2	21-25	left	_	_	_	_	_	_	_	_	_	',
      '2-3	26-28	😊	mood	*	*	*	*	*	_	_	_	',
      '',
    ]);
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('parts of tokens as rows of their own', async () => {
    const text = 'pro-Russianly';
    const spans = [spanAt('1', 'a', 'Russian', 4), spanAt('2', 'b', 'ro-Russ', 1)];
    expect((await written(datasetOf({ text, spans }))).slice(5, -1)).toEqual([
      '1-1	0-3	pro	_	',
      '1-1.1	1-3	ro	b[1]	',
      '1-2	3-4	-	b[1]	',
      '1-3	4-13	Russianly	_	',
      '1-3.1	4-11	Russian	a	',
      '1-3.2	4-8	Russ	b[1]	',
    ]);
    expect(await roundTripDifference(format, datasetOf({ text, spans }))).toBeUndefined();
  });

  test.each([
    '',
    ' \n ',
    '  one',
    '\n\none\n',
    'one\n',
    'one \n',
    'one.\n two',
    'one. \n two',
    'a\\\\nb',
    '\u0000 \u0007\b\u000b\f',
  ])('keeps the text: %j', async (text) => {
    expect(await roundTripDifference(format, datasetOf({ text }))).toBeUndefined();
  });
});

/** Attributes and labels that mean a layer, a slot, a chain, or all but. */
const layers = [
  'x.Span',
  'x.Span|value',
  'x.Span|kind',
  'x.Link',
  'x.Link|referenceType',
  'x.Token',
  'x.Rel',
  'webanno.custom.AscribeSpan',
  'x y',
  7,
];
const labels = [
  'Span',
  'Link',
  'Rel',
  'Token',
  'next',
  'links',
  'PER',
  '*',
  '_',
  'a\\',
  'http://x',
  '=1',
  ' a',
];
const wildAttributes = (slots: boolean) =>
  fc
    .record(
      {
        layer: fc.constantFrom(...layers),
        value: fc.constantFrom('v', '*', '', 'a|b', 2),
        kind: fc.constantFrom('k', 'http://k', 'PER'),
        note: fc.constantFrom('n', true),
        flagged: fc.constantFrom('true', true),
        ...(slots && { slot: fc.constantFrom('links', 'links|role', 'links:x.L', 'kind', 'a b') }),
      },
      { requiredKeys: [] },
    )
    .filter((attributes) => !slots || attributes.layer === undefined || !('slot' in attributes));

const wildDataset = fc
  .record({
    spans: fc.array(
      fc.record({
        tag: fc.constantFrom(...labels),
        from: fc.nat(5),
        length: fc.nat(3),
        attributes: wildAttributes(false),
        note: fc.constantFrom('', 'n', '*'),
        flagged: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    relations: fc.array(
      fc.record({
        type: fc.constantFrom(...labels),
        from: fc.nat(5),
        to: fc.nat(5),
        attributes: fc.oneof(
          wildAttributes(true),
          fc.record({ layer: fc.constantFrom('x.Link', 'x.Rel', 'x.Link|referenceRelation') }),
          fc.record({ slot: fc.constantFrom('links', 'links|role', 'links:x.L') }),
        ),
      }),
      { maxLength: 5 },
    ),
    sparse: fc.boolean(),
  })
  .map(({ spans, relations, sparse }): Dataset => {
    const text = 'ab cd ef gh ij kl mn op';
    const made = spans.map(({ from, length, tag, attributes, note, flagged }, i): DatasetSpan => {
      const end = Math.min((from + length) * 3 + 2, text.length);
      const part = text.slice(from * 3, end);
      const plain = sparse
        ? { attributes: 'layer' in attributes ? { layer: attributes.layer } : {} }
        : { attributes, note, flagged };
      return spanAt(`s${i}`, tag, part, from * 3, plain);
    });
    const links = relations.flatMap(({ type, from, to, attributes }, i): DatasetRelation[] =>
      from < made.length && to < made.length
        ? [{ id: `r${i}`, type, from: `s${from}`, to: `s${to}`, attributes }]
        : [],
    );
    return datasetOf({ text, spans: made, relations: links });
  });

test('layers, slots and chains that attributes name come back, and so does what only looks like them', async () => {
  await fc.assert(
    fc.asyncProperty(wildDataset, async (dataset) => {
      expect(await roundTripDifference(format, dataset)).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['a.tsv', '#FORMAT=WebAnno TSV 3.3\n', 'content'],
  ['a.txt', '\ufeff#FORMAT=WebAnno TSV 3\r\n', 'content'],
  ['a.tsv', '#FORMAT=WebAnno TSV 2\n', 'no'],
  ['a.tsv', 'a\tb\n', 'no'],
])('%s with %j is recognised: %s', (name, text, recognition) => {
  expect(format.recognise(fileOf(name, text))).toBe(recognition);
});

const listed = (folder: string, file = '') =>
  hasSharedData
    ? readdirSync(sharedData(folder))
        .sort()
        .map((name) => `${folder}/${name}${file}`)
    : [];
const suite = listed('webanno-tsv/tsv3-suite', '/reference.tsv');
const gum = listed('gum-news/coref/gum/tsv');
/** Cases that our model cannot hold whole: their spans of no width, so many in each. */
const zeroWidth: Readonly<Record<string, number>> = {
  testStackedSubMultiTokenSpanWithFeatureValue: 6,
  testSubMultiTokenSpanWithFeatureValue: 3,
  testZeroLengthSpansWithFeatureValues: 2,
  testZeroWidthAnnotationBeforeFirstTokenIsMovedToBeginOfFirstToken: 1,
};

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test.each(suite)('%s comes in and comes back', async (path) => {
    const reading = await readingOf(realFile(path));
    const expected = zeroWidth[path.split('/').at(-2) ?? ''] ?? 0;
    expect(reading.faults.filter(({ reason }) => /is empty/.test(reason))).toHaveLength(expected);
    expect(reading.faults).toHaveLength(expected);
    expect(await roundTripDifference(format, reading.dataset)).toBeUndefined();
  });

  test.each(suite)('%s has the text and the spans of its XMI', async (path) => {
    const xmi = path.replace('.tsv', '.xmi');
    if (!readdirSync(sharedData(path.replace('/reference.tsv', ''))).includes('reference.xmi')) return;
    const source = new TextDecoder().decode(realFile(xmi).bytes);
    const written = /sofaString="([^"]*)"/.exec(source)?.[1] ?? '';
    const sofa = written.replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
    const { dataset } = await readingOf(realFile(path));
    const [article] = dataset.articles;
    expect(article?.text.trim()).toBe(sofa.trim());
    const places = [
      ...source.matchAll(
        /<(?:custom:(?:Span|SimpleSpan|SimpleLink|\w*Host)|\w+:NamedEntity) [^>]*begin="(\d+)" end="(\d+)"/g,
      ),
    ];
    const wanted = places
      .map(([, start, end]) => sofa.slice(Number(start), Number(end)).trim())
      .filter((words) => words !== '');
    const found = (article?.spans ?? [])
      .filter(({ tag }) => !['Token', 'SurfaceForm'].includes(tag))
      .map((span) => span.text);
    expect(found.sort()).toEqual(wanted.sort());
  });

  test.each([...gum, 'webanno-tsv/tsv3/example2.tsv'])('%s comes in whole and comes back', async (path) => {
    const file = realFile(path);
    const reading = await readingOf(file);
    expect(reading.faults).toEqual([]);
    const [article] = reading.dataset.articles;
    const cells = new TextDecoder()
      .decode(file.bytes)
      .split('\n')
      .flatMap((line) => (/^\d/.test(line) ? [line.split('\t')] : []));
    const referred = cells.flatMap((row) =>
      row.slice(3).filter((cell) => /^\d+-\d+(\[\d+_\d+\])?(\||$)/.test(cell)),
    );
    expect(article?.relations).toHaveLength(referred.flatMap((cell) => cell.split('|')).length);
    if (path.includes('gum')) {
      const numbered = new Set(cells.flatMap(([, , , entity = '']) => entity.match(/\[\d+\]/g) ?? []));
      const single = cells.filter(([, , , entity = '']) => entity !== '_' && !/\[\d+\]/.test(entity));
      expect(article?.spans).toHaveLength(numbered.size + single.length);
      expect(new Set(article?.spans?.map(({ tag }) => tag)).has('person')).toBe(true);
    }
    expect(await roundTripDifference(format, reading.dataset)).toBeUndefined();
  });

  test('damaged files are read or refused', async () => {
    const some = [
      ...suite.map(realFile),
      ...gum
        .slice(0, 2)
        .map(realFile)
        .map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, 6000) })),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...some)
          .chain(({ name, bytes }) => damaged(bytes).map((harmed) => ({ name, bytes: harmed }))),
        async (file) => {
          expect(await readDatasetFile(file)).toHaveProperty('ok');
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });
});
