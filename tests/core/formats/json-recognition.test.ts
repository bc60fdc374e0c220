import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/core/formats/registry.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { fileOf, realFile, written } from './real-files.ts';

/** What the files of a folder are, the most particular first; undefined for what is no dataset of any kind. */
const kinds: readonly (readonly [RegExp, string | undefined])[] = [
  [/^doccano\/label_types\//, undefined],
  [/^doccano\//, 'doccano'],
  [/^spacy-jsonl\//, 'prodigy'],
  [/^label-studio\//, 'label-studio'],
  // Neither JSON nor anything about annotations.
  [/^w3c-annotation\/incorrect\/anno[12]\.json$/, undefined],
  [/^w3c-annotation\//, 'w3c'],
  [/^uima-cas\//, 'uima-json'],
  [/^(?:readability|encodings|quote-verbs)\//, undefined],
];

const paths = hasSharedData
  ? readdirSync(sharedData(''), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.jsonl?$/.test(path))
      .sort()
  : [];

/** Ids of the formats that take a file for their own by what stands in it. */
function takers(file: Parameters<(typeof formats)[number]['recognise']>[0]): string[] {
  return formats.filter((format) => format.recognise(file) === 'content').map(({ id }) => id);
}

describe.skipIf(!hasSharedData)(`JSON files of other programs${sharedDataNote}`, () => {
  test('are there, each of a kind', () => {
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) expect(kinds.some(([folder]) => folder.test(path))).toBe(true);
  });

  test.each(paths)('%s is recognised by what it is, and by nothing else', (path) => {
    const expected = kinds.find(([folder]) => folder.test(path))?.[1];
    expect(takers(realFile(path))).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('what is written in JSON', () => {
  const long = 'A word. '.repeat(20_000);
  const article = {
    id: 'a1',
    title: 'T',
    metadata: { outlet: 'Post' },
    text: long,
    spans: [{ id: 's1', tag: 'claim', start: 150_000, end: 150_006, text: long.slice(150_000, 150_006) }],
    relations: [],
  };
  const articles = {
    'with a span far from its start': article,
    'without spans': { ...article, spans: [] },
    'with relations': { ...article, relations: [{ id: 'r1', type: 'echoes', from: 's1', to: 's1' }] },
  };
  const jsonFormats = formats.filter(
    ({ id, datasets }) =>
      datasets !== undefined &&
      ['ascribe', 'ascribe-jsonl', 'doccano', 'prodigy', 'spacy', 'label-studio', 'w3c'].includes(id),
  );

  test.each(
    jsonFormats.flatMap((format) =>
      Object.entries(articles).map(([kind, of]) => [format.id, kind, format, of] as const),
    ),
  )('%s, of a long article %s, is recognised by its format alone', async (_, __, format, of) => {
    const file = await written(format, {
      dataset: { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles: [of, of] },
      faults: [],
      unknownKeys: [],
    });
    expect(takers({ ...file, name: 'a.txt' })).toEqual([format.id]);
  });
});

test.each([
  ['{"text":"a","label":[[0,1,"X"]]}', 'doccano'],
  ['{"text":"a","labels":[[0,1,"X"]]}', 'doccano'],
  ['{"text":"a","entities":[[0,1,"X"]]}', 'doccano'],
  [
    '{"text":"a","entities":[{"id":0,"label":"X","start_offset":0,"end_offset":1}],"relations":[]}',
    'doccano',
  ],
  ['{"id":1,"text":"a","label":[],"Comments":[]}', 'doccano'],
  ['{"text":"a","label":["positive"]}', 'doccano'],
  ['{"text":"a","spans":[{"start":0,"end":1,"label":"X"}]}', 'prodigy'],
  ['{"text":"a","spans":[],"answer":"accept"}', 'prodigy'],
  ['{"text":"a","_input_hash":1,"_task_hash":2}', 'prodigy'],
  ['[["a",{"entities":[[0,1,"X"]]}]]', 'spacy'],
  ['["a",{"entities":[]}]\n["b",{"entities":[]}]', 'spacy'],
  ['{"text":"a","ents":[],"tokens":[]}', 'spacy'],
  ['[{"text":"a","ents":[{"start":0,"end":1,"label":"X"}]}]', 'spacy'],
  ['{"text":"a","tokens":[{"id":0,"start":0,"end":1}],"spans":{"sc":[]}}', 'spacy'],
  ['[{"data":{"text":"a"},"annotations":[]}]', 'label-studio'],
  ['{"id":1,"data":{"x":"a"},"completions":[{"result":[]}]}', 'label-studio'],
  ['[{"id":1,"text":"a","label":[{"start":0,"end":1,"text":"a","labels":["X"]}]}]', 'label-studio'],
  ['{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":"urn:x"}', 'w3c'],
  ['{"type":"Annotation","target":"urn:x"}', 'w3c'],
  ['{"text":"a"}', undefined],
  ['{"name":"a","version":"1"}', undefined],
  ['[1,2,3]', undefined],
  ['["a","b"]', undefined],
  ['{"type":"Feature","geometry":{}}', undefined],
])('%s is %s', (json, id) => {
  for (const name of ['a.json', 'a.jsonl', 'a.txt', 'a']) {
    expect(takers(fileOf(name, json))).toEqual(id === undefined ? [] : [id]);
    expect(takers(fileOf(name, `\ufeff\n${json}\n`))).toEqual(id === undefined ? [] : [id]);
  }
});
