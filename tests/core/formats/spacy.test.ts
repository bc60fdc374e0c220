import { describe, expect, test } from 'vitest';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { format } from '../../../src/core/formats/spacy.format.ts';
import { differenceOfRoundTrip, fileOf, mutant, readAsDataset, written } from './real-files.ts';

const pairs = [
  ['😀 Ana spoke', { entities: [[2, 5, 'PER']] }],
  ['Bob', { entities: [[0, 3, 'PER', 'Q1']], cats: { news: 1, sport: 0.2, odd: true } }],
];
const doc = {
  text: 'Ana spoke',
  ents: [{ start: 0, end: 3, label: 'PER' }],
  tokens: [
    { id: 0, start: 0, end: 3, tag: 'NNP' },
    { id: 1, start: 4, end: 9 },
  ],
  sents: [{ start: 0, end: 9 }],
  spans: {
    sc: [
      { start: 0, end: 3, label: 'PER', kb_id: 'Q7' },
      { start: 0, end: 9, label: 'CLAIM', kb_id: '' },
    ],
    other: [{ start: 4, end: 9, label: 'ACT', kb_id: '' }],
  },
  _: { outlet: 'Post', page: 2 },
  underscore_span: {
    sure: [
      { start: 4, end: 9, value: true },
      { start: 1, end: 2, value: 1 },
    ],
  },
};

async function spansIn(text: string) {
  const { dataset } = await readAsDataset(fileOf('data.json', text));
  return dataset.articles.map(({ spans = [] }) =>
    spans.map(({ tag, start, end, text: words, attributes }) => [tag, start, end, words, attributes]),
  );
}

describe('reading', () => {
  test('takes training pairs in a list, in lines, and one alone', async () => {
    const first = ['PER', 2, 5, 'Ana', {}];
    const second = ['PER', 0, 3, 'Bob', { kb_id: 'Q1' }];
    expect(await spansIn(JSON.stringify(pairs, null, 1))).toEqual([[first], [second]]);
    expect(await spansIn(pairs.map((pair) => JSON.stringify(pair)).join('\n'))).toEqual([[first], [second]]);
    expect(await spansIn(JSON.stringify(pairs[0]))).toEqual([[first]]);
  });

  test('takes categories of at least one half as labels', async () => {
    const { dataset } = await readAsDataset(fileOf('a.json', JSON.stringify(pairs)));
    expect(dataset.articles.map(({ labels }) => labels)).toEqual([undefined, ['news', 'odd']]);
  });

  test('takes documents: what stands in a group and in ents is one span', async () => {
    const file = fileOf('a.json', JSON.stringify(doc, null, 2));
    expect(bestFormat(file, () => true)?.id).toBe('spacy');
    const { dataset, unknownKeys, faults } = await readAsDataset(file);
    const [article] = dataset.articles;
    expect(article?.spans?.map(({ tag, start, end, attributes }) => [tag, start, end, attributes])).toEqual([
      ['PER', 0, 3, { kb_id: 'Q7' }],
      ['CLAIM', 0, 9, {}],
      ['ACT', 4, 9, { group: 'other', sure: true }],
    ]);
    expect(article?.metadata).toEqual({ outlet: 'Post', page: '2' });
    expect(faults).toEqual([]);
    expect(unknownKeys).toEqual([{ path: 'underscore_span.sure', count: 1 }]);
  });

  test('reports what does not fit with its line', async () => {
    const file = fileOf(
      'a.jsonl',
      `${JSON.stringify(doc)}\n{"ents":[]}\n${JSON.stringify({ text: 'a', ents: [{ start: 0, end: 4, label: 'X' }, { start: 0, label: 'X' }, 7] })}`,
    );
    const { faults } = await readAsDataset(file);
    expect(faults.map(({ item, line }) => [item, line])).toEqual([
      ['article', 2],
      ['span', 3],
      ['span', 3],
      ['span', 3],
    ]);
    expect(faults[0]?.reason).toBe('it has no text');
  });
});

describe('writing', () => {
  const spans = [
    { start: 0, end: 3, label: 'A' },
    { start: 0, end: 6, label: 'B' },
    { start: 7, end: 8, label: 'C' },
    { start: 3, end: 8, label: 'D' },
  ];

  test('puts all spans into a group, and the longest that do not overlap into ents', async () => {
    const reading = await readAsDataset(fileOf('a.json', JSON.stringify({ text: 'Ana spoke', ents: spans })));
    const { bytes, name } = await written(format, reading);
    expect(name).toBe('again.jsonl');
    const document = JSON.parse(new TextDecoder().decode(bytes));
    expect(document.ents).toEqual([spans[1], spans[2]]);
    // spaCy wants an id in a knowledge base with each.
    expect(document.spans).toEqual({
      sc: [spans[0], spans[1], spans[2]].map((span) => ({ ...span, kb_id: '' })),
    });
    // Its tokens begin with no white space that follows a word.
    expect(document.unaligned).toEqual({ sc: [{ ...spans[3], kb_id: '' }] });
    expect(document.tokens).toEqual(
      [
        [0, 3],
        [4, 6],
        [6, 7],
        [7, 8],
        [8, 9],
      ].map(([start, end], id) => ({ id, start, end })),
    );
  });

  test.each([
    ['pairs', pairs],
    ['a document', doc],
  ])('what was read of %s comes back as it was', async (_, value) => {
    const reading = await readAsDataset(fileOf('a.json', JSON.stringify(value)));
    const again = await readAsDataset(await written(format, reading));
    expect(await differenceOfRoundTrip(format, reading)).toBeUndefined();
    expect(again.dataset.articles.at(-1)?.spans?.[0]?.attributes).toMatchObject({
      kb_id: value === doc ? 'Q7' : 'Q1',
    });
  });
});

test('no mutated file makes the reader throw', async () => {
  const files = [
    JSON.stringify(pairs),
    JSON.stringify(doc),
    `${JSON.stringify(doc)}\n${JSON.stringify(doc)}\n`,
  ];
  for (let seed = 0; seed < 300; seed++) {
    const reading = await format.datasets?.read(mutant(fileOf('a.json', files[seed % 3] ?? ''), seed));
    expect(typeof reading?.ok).toBe('boolean');
  }
});
