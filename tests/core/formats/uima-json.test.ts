import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleContent } from '../../../src/core/formats/dataset-content.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { everything } from '../../../src/core/formats/holdings.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { format } from '../../../src/core/formats/uima-json.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { damaged, datasetOf, fileOf, filesOf, readingOf, roundTripDifference, spanAt } from './round-trip.ts';

const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView' };

function cas(text: string, structures: readonly object[]): SourceFile {
  const lines = [{ ...sofa, sofaString: text }, ...structures].map((structure) => JSON.stringify(structure));
  return fileOf('a.json', `{"%TYPES":{},\n"%FEATURE_STRUCTURES":[\n${lines.join(',\n')}],"%VIEWS":{}}`);
}
const annotation = { '@sofa': 1, '%TYPE': 'custom.T' };

test('offsets are UTF-16 units, with the mark of an anchor or without', async () => {
  const { dataset } = await readingOf(
    cas('😀ab', [
      { '%ID': 2, ...annotation, begin: 2, end: 3 },
      { '%ID': 3, ...annotation, '^begin': 0, '^end': 2 },
    ]),
  );
  expect(dataset.articles[0]?.spans).toMatchObject([
    { start: 1, end: 2, text: 'a' },
    { start: 0, end: 1, text: '😀' },
  ]);
});

test('references, arrays, numbers that JSON cannot spell and values of no kind', async () => {
  const reading = await readingOf(
    cas('abc', [
      {
        '%ID': 2,
        ...annotation,
        begin: 0,
        end: 1,
        '@other': 3,
        '@list': 4,
        '@texts': 5,
        '#n': 'NaN',
        '@none': 0,
        odd: {},
        nil: null,
      },
      { '%ID': 3, ...annotation, begin: 1, end: 2 },
      { '%ID': 4, '%TYPE': 'custom.T[]', '%ELEMENTS': [3, null, 2] },
      { '%ID': 5, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['x', 'y'] },
    ]),
  );
  expect(reading.dataset.articles[0]).toMatchObject({
    spans: [{ attributes: { texts: ['x', 'y'], n: 'NaN' } }, {}],
    relations: [
      { type: 'other', from: '2', to: '3' },
      { type: 'list', from: '2', to: '3' },
      { type: 'list', from: '2', to: '2' },
    ],
  });
  expect(reading.unknownKeys).toEqual([{ path: 'custom.T.odd', count: 1 }]);
});

test('structures may stand in an object by their ids', async () => {
  const file = fileOf(
    'a.json',
    JSON.stringify({
      '%FEATURE_STRUCTURES': {
        1: { ...sofa, '%ID': undefined, sofaString: 'ab' },
        2: { ...annotation, begin: 0, end: 1 },
      },
    }),
  );
  const { dataset } = await readingOf(file);
  expect(dataset.articles[0]?.spans).toMatchObject([{ id: '2', text: 'a' }]);
});

test('what is none is refused with its line', async () => {
  const { faults } = await readingOf(
    cas('ab', [{ '%ID': 2, ...annotation, begin: 0, end: 9 }, { '%ID': 3 }]),
  );
  expect(faults).toMatchObject([
    { id: '#3', line: 5, effect: 'refused' },
    { id: '2', line: 4, effect: 'refused' },
  ]);
});

test('files as a whole are refused with a sentence', async () => {
  const message = async (text: string) => {
    const read = await readDatasetFiles([fileOf('a.json', text)]);
    return read.ok ? '' : read.reason.message;
  };
  expect(await message('{"%TYPES":{}, "%VIEWS":\n}')).toMatch(/“a\.json” is not sound JSON.*line 2/);
  expect(await message('{"%TYPES":[]}')).toMatch(/%TYPES/);
  expect(await message('{"%TYPES":{},"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[]}}}')).toMatch(
    /holds no text/,
  );
  expect(await message(`{"%TYPES":${'['.repeat(100_000)}`)).toMatch(/nest deeper/);
});

test('only CAS JSON is recognised', () => {
  expect(format.recognise(fileOf('a.json', ' {\n"%TYPES" : {}'))).toBe('content');
  expect(format.recognise(fileOf('a.json', '{"format":"ascribe-dataset"}'))).toBe('no');
  expect(format.recognise(fileOf('a.json', '[{"text":"a"}]'))).toBe('no');
});

test('a file is written for each article, arrays as structures before what refers to them', async () => {
  const dataset = datasetOf({
    text: '😀 ab',
    spans: [spanAt('s', 'claim', 'ab', 2, { attributes: { n: [1] } })],
  });
  const files = await filesOf(format, dataset);
  expect([...files.keys()]).toEqual(['a.json']);
  const written = JSON.parse(files.get('a.json') ?? '');
  const structures: { '%ID': number; '%TYPE': string }[] = written['%FEATURE_STRUCTURES'];
  expect(structures.find((one) => one['%TYPE'] === 'ascribe.Span')).toMatchObject({
    begin: 3,
    end: 5,
    value: 'claim',
  });
  const known = new Set(structures.map((one) => one['%ID']));
  expect(known.size).toBe(structures.length);
  expect(structures[0]?.['%TYPE']).toBe('uima.cas.Sofa');
  for (const structure of structures) {
    const described = written['%TYPES'][structure['%TYPE']];
    for (const [key, value] of Object.entries(structure)) {
      if (key.startsWith('@')) expect(known, key).toContain(value);
      const isBuiltIn = /^(?:%|@?sofa|begin|end|language|mimeType)/.test(key);
      if (!isBuiltIn) expect(described, key).toHaveProperty(key.replace('@', ''));
    }
  }
});

const folder = 'uima-cas/json/fs_as_array';
const cases = [
  'ser-ref/casWithText',
  'ser-ref/casWithTextAndAnnotations',
  'ser-ref/casWithLeftToRightTextAndAnnotations',
  'ser-ref/casWithEmojiUnicodeTextAndAnnotations',
  'one-way/tsv3-testSimpleSlotFeature',
];
const load = (path: string, name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(sharedData(`${folder}/${path}`))),
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test('come back the same', async () => {
    for (const name of cases) {
      const { dataset, faults } = await readingOf(load(`${name}/data.json`, 'a.json'));
      expect(faults, name).toEqual([]);
      expect(await roundTripDifference(format, dataset), name).toBeUndefined();
    }
  });

  test('say what the XMI of the same CAS says', async () => {
    // The XMI of casWithTextAndAnnotations came without its text.
    for (const name of cases.filter((of) => of !== 'ser-ref/casWithTextAndAnnotations')) {
      const json = await readingOf(load(`${name}/data.json`, 'a.json'));
      const xmi = await readingOf(
        load(`${name}/debug.xmi`, 'a.xmi'),
        load(`${name}/debug-typesystem.xml`, 'a-typesystem.xml'),
      );
      const content = (reading: typeof json) =>
        reading.dataset.articles.map((article) => articleContent(article, { ...everything, ids: false }));
      expect(content(xmi), name).toEqual(content(json));
    }
    const withoutText = await readDatasetFiles([
      load('ser-ref/casWithTextAndAnnotations/debug.xmi', 'a.xmi'),
    ]);
    expect(withoutText).toMatchObject({ ok: false, reason: { code: 'empty' } });
  });

  test('one without a document is refused', async () => {
    expect(await readDatasetFiles([load('ser-ref/emptyCas/data.json', 'a.json')])).toMatchObject({
      ok: false,
      reason: { code: 'empty' },
    });
  });

  test('damaged ones are read or refused, and nothing is thrown', async () => {
    const files = cases.map((name) => load(`${name}/data.json`, 'a.json'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files).chain(({ bytes }) => damaged(bytes)),
        async (bytes) => {
          expect(await format.datasets?.read({ name: 'a.json', bytes })).toHaveProperty('ok');
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200), seed: 4 },
    );
  }, 3_600_000);
});
