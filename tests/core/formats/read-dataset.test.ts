import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type DatasetReading, faultLine } from '../../../src/core/formats/dataset-reading.ts';
import { datasetToState } from '../../../src/core/formats/from-dataset.ts';
import { outlineOf } from '../../../src/core/formats/json-outline.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';

const filling = { now: '2030-01-01T00:00:00.000Z', projectId: 'new' };
const file = (json: string) => ({ name: 'd.json', bytes: new TextEncoder().encode(json) });

/** The smallest dataset that the contract allows, changed by a test. */
function dataset(change: Record<string, unknown> = {}, article: Record<string, unknown> = {}) {
  return {
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    tagSet: { tags: [{ id: 'speaker', name: 'Speaker' }], relationTypes: [{ id: 'says' }] },
    articles: [{ id: 'a', text: '😀 Ana said: “No.” Then: “Never.”', ...article }],
    ...change,
  };
}
const ana = { id: 's', tag: 'speaker', start: 2, end: 5, text: 'Ana' };
const claim = { id: 'c', tag: 'claim', start: 12, end: 17, text: '“No.”' };

function read(value: unknown): DatasetReading {
  const reading = readDataset(file(typeof value === 'string' ? value : JSON.stringify(value)));
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.value;
}
const faultsOf = (value: unknown) => read(value).faults.map(faultLine);
const failureOf = (value: unknown) => {
  const reading = readDataset(file(typeof value === 'string' ? value : JSON.stringify(value)));
  if (reading.ok) throw new Error('a failure was expected');
  return reading.reason;
};

describe('a minimal dataset', () => {
  const minimal = dataset(
    {},
    { spans: [ana, claim], relations: [{ id: 'r', type: 'says', from: 's', to: 'c' }] },
  );

  test('is read without a fault', () => expect(faultsOf(minimal)).toEqual([]));

  test('gets sensible values for what it leaves out', () => {
    const { project, articles } = datasetToState(read(minimal).dataset, filling);
    expect(project.tagSet.tags.map(({ id, key }) => [id, key])).toEqual([
      ['speaker', '1'],
      ['claim', '2'],
    ]);
    expect(project.tagSet.relationTypes).toEqual([defaultTagSet.relationTypes[0]]);
    expect(project.annotators).toEqual([{ id: 'unknown', name: 'Unknown' }]);
    const article = articles.get('a');
    expect(article?.record).toMatchObject({
      title: '😀 Ana said: “No.” Then: “Never.”',
      direction: 'ltr',
      wordCount: 5,
      source: {
        sha256: createHash('sha256').update('😀 Ana said: “No.” Then: “Never.”').digest('hex'),
        reader: 'dataset',
        encoding: 'utf-8',
      },
      createdAt: filling.now,
    });
    expect(article?.spans.get('s')).toMatchObject({
      fragments: [{ start: 3, end: 6 }],
      origin: 'import:ascribe-dataset',
    });
    expect(article?.body.blocks.length).toBeGreaterThan(0);
    expect(article?.relations.size).toBe(1);
  });
});

describe('faulty items are listed one by one and the others come in', () => {
  test.each([
    [
      'an end beyond the text',
      { ...ana, end: 99 },
      'it ends at 99, beyond the text’s 32 code points (left out)',
    ],
    [
      'offsets in UTF-16 units',
      { ...ana, start: 3, end: 6 },
      'its text "Ana" is not what the article reads there, "na " (left out)',
    ],
    ['an empty span', { ...ana, end: 2, text: '' }, 'it ends at 2, not after its start 2 (left out)'],
    ['a number in quotation marks', { ...ana, end: '5' }, 'end: expected number, received string (left out)'],
    ['a fraction', { ...ana, start: 1.5 }, 'start: expected int, received number (left out)'],
    ['a negative start', { ...ana, start: -1 }, 'start: Too small: expected number to be >=0 (left out)'],
    [
      'touching fragments',
      {
        ...ana,
        fragments: [
          { start: 2, end: 3 },
          { start: 3, end: 5 },
        ],
      },
      'its fragments overlap, touch or are out of order (left out)',
    ],
    [
      'fragments that end elsewhere',
      { ...ana, fragments: [{ start: 2, end: 4 }] },
      'start 2 and end 5 are not those of its fragments (left out)',
    ],
  ])('%s', (_, span, reason) => {
    const reading = read(dataset({}, { spans: [span, claim] }));
    expect(reading.faults.map(faultLine)).toEqual([`article "a", span "s": ${reason}`]);
    expect(reading.dataset.articles[0]?.spans?.map(({ id }) => id)).toEqual(['c']);
  });

  test('numbers that overflow', () => {
    const json = JSON.stringify(dataset({}, { spans: [{ ...ana, attributes: { x: 0 } }] })).replace(
      '"x":0',
      '"x":1e309',
    );
    expect(faultsOf(json)[0]).toContain('article "a", span "s": attributes.x');
  });

  test('prototype keys, at any depth', () => {
    const json = JSON.stringify(
      dataset({}, { spans: [{ ...ana, attributes: { deep: [{ P: 1 }] } }] }),
    ).replace('"P"', '"__proto__"');
    expect(faultsOf(json)).toEqual(['article "a", span "s": it has a key named __proto__ (left out)']);
    expect(faultsOf(JSON.stringify(dataset({}, { P: 1 })).replace('"P"', '"__proto__"'))).toEqual([
      'article "a": it has a key named __proto__ (left out)',
    ]);
  });

  test('two spans of one id, and relations to spans that are not there', () => {
    const relations = [
      { id: 'r1', type: 'says', from: 's', to: 'c' },
      { id: 'r2', type: 'says', from: 's', to: 'gone' },
    ];
    expect(faultsOf(dataset({}, { spans: [ana, claim, { ...claim, id: 's' }], relations }))).toEqual([
      'article "a", span "s": another span of this article has this id (left out)',
      'article "a", relation "r2": it links span "gone", which is not there (left out)',
    ]);
  });

  test('a relation whose span was left out', () => {
    const relations = [{ id: 'r', type: 'says', from: 's', to: 'c' }];
    expect(faultsOf(dataset({}, { spans: [ana, { ...claim, text: 'No.' }], relations }))).toHaveLength(2);
  });

  test('articles without text, that are no objects, and of one id', () => {
    const articles = [
      { id: 'a' },
      7,
      { id: 'b', text: 'B' },
      { id: 'b', text: 'C' },
      { id: 'c', text: 'C', spans: {} },
    ];
    const reading = read(dataset({ articles }));
    expect(reading.faults.map(faultLine)).toEqual([
      'article "a": text: expected string, received undefined (left out)',
      'article "#2": it is not an object (left out)',
      'article "b": another article has this id (left out)',
      'article "c": spans is not a list (left out)',
    ]);
    expect(reading.dataset.articles.map(({ text }) => text)).toEqual(['B']);
  });

  test('tags, one by one', () => {
    const tags = [
      { id: 'speaker', name: 'Speaker', colour: 'red' },
      { id: 'x', name: 'X' },
      { id: 'x', name: 'Y' },
    ];
    const reading = read(dataset({ tagSet: { tags } }));
    expect(reading.faults.map(faultLine)).toEqual([
      'tag "speaker": colour: expected object, received string (left out)',
      'tag "x": another tag has this id (left out)',
    ]);
    expect(reading.dataset.tagSet?.tags).toEqual([{ id: 'x', name: 'X' }]);
  });

  test('with the line that each stands on', () => {
    const json = JSON.stringify(dataset({}, { spans: [ana, { ...claim, text: 'x' }] }), null, 1);
    const line = json.slice(0, json.indexOf('"c"')).split('\n').length - 1;
    expect(read(json).faults).toMatchObject([{ id: 'c', line }]);
  });
});

describe('what can be mended is, and said', () => {
  test('carriage returns', () => {
    const spans = [{ id: 's', tag: 'x', start: 3, end: 8, text: 'b\r\nc\r' }];
    const reading = read(dataset({ articles: [{ id: 'a', text: 'a\r\nb\r\nc\rd', spans }] }));
    expect(reading.dataset.articles[0]).toMatchObject({
      text: 'a\nb\nc\nd',
      spans: [{ start: 2, end: 6, text: 'b\nc\n' }],
    });
    expect(reading.faults).toMatchObject([{ effect: 'mended', item: 'article' }]);
  });

  test('lone surrogates in the text', () => {
    const json = JSON.stringify(
      dataset({
        articles: [
          {
            id: 'a',
            text: 'x\ud800y',
            source: { replacements: 1 },
            spans: [{ id: 's', tag: 't', start: 1, end: 3, text: '\ud800y' }],
          },
        ],
      }),
    );
    const reading = read(json);
    expect(reading.dataset.articles[0]).toMatchObject({
      text: 'x\ufffdy',
      source: { replacements: 2 },
      spans: [{ text: '\ufffdy' }],
    });
    expect(reading.faults).toMatchObject([{ effect: 'mended' }]);
  });

  test('ids that start anew in each article', () => {
    const text = '😀 Ana said: “No.”';
    const relations = [{ id: 'r', type: 'says', from: 's', to: 'c' }];
    const articles = ['a', 'b'].map((id) => ({ id, text, spans: [ana, claim], relations }));
    const reading = read(dataset({ articles }));
    const second = reading.dataset.articles[1];
    expect(second?.spans?.map(({ id }) => id)).toEqual(['b/s', 'b/c']);
    expect(second?.relations).toMatchObject([{ id: 'b/r', from: 'b/s', to: 'b/c' }]);
    expect(reading.faults.map(({ effect }) => effect)).toEqual(['mended', 'mended', 'mended']);
  });

  test('blocks that leave the text', () => {
    const reading = read(dataset({}, { blocks: [{ kind: 'paragraph', start: 0, end: 99 }] }));
    expect(reading.dataset.articles[0]).not.toHaveProperty('blocks');
    expect(reading.faults).toMatchObject([{ effect: 'mended', item: 'blocks' }]);
  });
});

test('keys that are not known are left out and counted', () => {
  const spans = [
    { ...ana, confidence: 1 },
    { ...claim, confidence: 0.5 },
  ];
  const reading = read(dataset({ licence: 'CC0' }, { spans, lang: 'en' }));
  expect(reading.faults).toEqual([]);
  expect(reading.unknownKeys).toEqual([
    { path: 'dataset.licence', count: 1 },
    { path: 'articles.lang', count: 1 },
    { path: 'articles.spans.confidence', count: 2 },
  ]);
  expect(reading.dataset.articles[0]).not.toHaveProperty('lang');
});

test('a file is read just when all of it is sound JSON', () => {
  const json = JSON.stringify(dataset({}, { spans: [{ ...ana, attributes: { a: [1, 'x\\"'] } }] }));
  for (let at = 0; at < json.length; at++) {
    for (const put of ['', '"', ']', '}', '\\', ',', '0']) {
      const mutated = json.slice(0, at) + put + json.slice(at + 1);
      const reading = readDataset(file(mutated));
      const isDamaged = !reading.ok && reading.reason.code === 'damaged';
      expect([mutated, isDamaged]).toEqual([mutated, !isSoundJson(mutated)]);
    }
  }
});

function isSoundJson(json: string): boolean {
  const bytes = new TextEncoder().encode(json);
  return outlineOf(bytes, { start: 0, end: bytes.length }, []).ok;
}

test('a byte order mark before it is passed over', () => {
  expect(faultsOf(`\ufeff${JSON.stringify(dataset())}`)).toEqual([]);
});

describe('a file that as a whole is not such a dataset', () => {
  test.each([
    ['empty', '', 'empty'],
    ['a newer version', dataset({ version: 2 }), 'newer-version'],
    ['an unknown version', dataset({ version: '1' }), 'not-a-dataset'],
    ['other JSON', { a: 1 }, 'not-a-dataset'],
    ['other offsets', dataset({ offsetUnit: 'utf16' }), 'not-a-dataset'],
    ['no articles', dataset({ articles: undefined }), 'not-a-dataset'],
    ['broken JSON', '{"format": "ascribe-dataset",\n"version" 1}', 'damaged'],
    ['cut JSON', JSON.stringify(dataset()).slice(0, -5), 'damaged'],
    ['endless brackets', `{"format":"ascribe-dataset","articles":${'['.repeat(100_000)}`, 'damaged'],
  ])('%s', (_, value, code) => {
    expect(failureOf(value).code).toBe(code);
    expect(failureOf(value).message).toContain('“d.json”');
  });

  test('names the line of a fault in its JSON', () => {
    expect(failureOf('{"format": "ascribe-dataset",\n"version" 1}').line).toBe(2);
  });

  test('says that a newer Ascribe made it', () => {
    expect(failureOf(dataset({ version: 2 })).message).toContain('made by a newer Ascribe');
  });
});

test('bytes that are not UTF-8 refuse their article alone', () => {
  const json = JSON.stringify(
    dataset({
      articles: [
        { id: 'a', text: 'B\u0001D' },
        { id: 'b', text: 'fine' },
      ],
    }),
  );
  const bytes = new TextEncoder().encode(json.replace('\\u0001', 'X'));
  bytes[new TextDecoder().decode(bytes).indexOf('BXD') + 1] = 0xff;
  const reading = readDataset({ name: 'd.json', bytes });
  expect(reading.ok && reading.value.dataset.articles.map(({ id }) => id)).toEqual(['b']);
  expect(reading.ok && reading.value.faults).toMatchObject([{ item: 'article', id: '#1', line: 1 }]);
});
