import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/prodigy.format.ts';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { differenceOfRoundTrip, fileOf, mutant, readAsDataset, realFile, written } from './real-files.ts';

function lines(...tasks: readonly object[]) {
  return fileOf('tasks.jsonl', tasks.map((task) => `${JSON.stringify(task)}\n`).join(''));
}

const task = { text: '😀 Ana spoke', answer: 'accept', spans: [{ start: 2, end: 5, label: 'PER' }] };

describe('reading', () => {
  test('takes spans at code points, their further keys as attributes, title and meta', async () => {
    const { dataset, unknownKeys } = await readAsDataset(
      lines({
        ...task,
        title: 'T',
        meta: { source: 'Post', score: 0.5 },
        spans: [
          {
            start: 2,
            end: 5,
            label: 'PER',
            text: 'Ana',
            token_start: 1,
            token_end: 1,
            score: 0.9,
            input_hash: 1,
          },
        ],
        html: '<b>',
      }),
    );
    expect(dataset.articles).toMatchObject([
      {
        id: 'tasks-1',
        title: 'T',
        metadata: { source: 'Post', score: '0.5' },
        spans: [{ tag: 'PER', start: 2, end: 5, text: 'Ana', attributes: { score: 0.9 } }],
      },
    ]);
    expect(unknownKeys).toEqual([{ path: 'html', count: 1 }]);
  });

  test.each(['reject', 'ignore'])(
    'reports the spans of tasks answered with %s and does not take them',
    async (answer) => {
      const { dataset, faults } = await readAsDataset(lines({ ...task, answer, accept: ['X'] }, task));
      expect(dataset.articles.map(({ spans }) => spans?.length)).toEqual([0, 1]);
      expect(dataset.articles[0]?.labels).toBeUndefined();
      expect(faults).toMatchObject([
        { effect: 'refused', item: 'span', line: 1, reason: `its task was answered with “${answer}”` },
      ]);
    },
  );

  test('brings tasks about the same input together, with who made what and when', async () => {
    const about = (more: object) => ({ ...task, _input_hash: 5, ...more });
    const { dataset } = await readAsDataset(
      lines(
        about({ _annotator_id: 'ana', _timestamp: 1_633_999_979 }),
        about({ _annotator_id: 'bob', _session_id: 's-bob' }),
        about({ _annotator_id: 'ana', spans: [...task.spans, { start: 6, end: 11, label: 'ACT' }] }),
        about({ text: 'another text', spans: [] }),
      ),
    );
    expect(dataset.articles.map(({ text }) => text)).toEqual(['😀 Ana spoke', 'another text']);
    const spans = dataset.articles[0]?.spans ?? [];
    expect(spans.map(({ tag, annotator }) => [tag, annotator])).toEqual([
      ['PER', 'ana'],
      ['PER', 'bob'],
      ['ACT', 'ana'],
    ]);
    expect(spans[0]?.createdAt).toBe('2021-10-12T00:52:59.000Z');
    expect(dataset.annotators?.map(({ id }) => id)).toEqual(['ana', 'bob']);
  });

  test('finds the ends of relations by place and label, and without them by the last token', async () => {
    const spans = [
      { start: 0, end: 3, token_start: 0, token_end: 0, label: 'A' },
      { start: 0, end: 3, token_start: 0, token_end: 0, label: 'B' },
      { start: 4, end: 9, token_start: 1, token_end: 1, label: 'C' },
    ];
    const ends = {
      head_span: { start: 0, end: 3, label: 'B' },
      child_span: { start: 4, end: 9, label: null },
    };
    const { dataset, faults } = await readAsDataset(
      lines({
        text: 'Ana spoke',
        spans,
        relations: [
          { head: 0, child: 1, label: 'one', weight: 2, ...ends },
          { head: 1, child: 0, label: 'two' },
          { head: 7, child: 0, label: 'three', head_span: { start: 5, end: 9, label: null } },
        ],
      }),
    );
    const article = dataset.articles[0];
    const tagOf = new Map(article?.spans?.map(({ id, tag }) => [id, tag]));
    expect(
      article?.relations?.map(({ type, from, to, attributes }) => [
        type,
        tagOf.get(from),
        tagOf.get(to),
        attributes,
      ]),
    ).toEqual([
      ['one', 'B', 'C', { weight: 2 }],
      ['two', 'C', 'A', {}],
    ]);
    expect(faults).toMatchObject([
      { item: 'relation', line: 1, reason: 'it links token 7, “poke”, on which no span of its task stands' },
    ]);
  });

  test('reports tasks that are no text, and spans that are none', async () => {
    const { faults } = await readAsDataset(
      lines(
        { image: 'a.png', spans: [{ points: [[0, 0]], label: 'X' }], answer: 'accept' },
        { ...task, spans: [{ start: 1 }, { start: 2, end: 5, label: 'PER', text: 'Bob' }] },
      ),
    );
    expect(faults.map(({ item, line }) => [item, line])).toEqual([
      ['article', 1],
      ['span', 2],
      ['span', 2],
    ]);
    expect(faults[0]?.reason).toBe('it has no text');
    expect(faults[2]?.reason).toContain('"Bob" is not what the article reads there, "Ana"');
  });
});

describe('writing', () => {
  test('gives tokens that spans fit, and relations between their last tokens', async () => {
    const reading = await readAsDataset(
      lines({
        text: 'Ana spoke',
        spans: [
          { start: 0, end: 3, label: 'PER' },
          { start: 4, end: 8, label: 'ACT' },
        ],
        relations: [
          {
            head: 0,
            child: 1,
            label: 'does',
            head_span: { start: 0, end: 3 },
            child_span: { start: 4, end: 8 },
          },
        ],
      }),
    );
    const { bytes } = await written(format, reading);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
      _view_id: 'relations',
      answer: 'accept',
      text: 'Ana spoke',
      meta: {},
      tokens: [
        { text: 'Ana', start: 0, end: 3, id: 0, ws: true },
        { text: 'spok', start: 4, end: 8, id: 1, ws: false },
        { text: 'e', start: 8, end: 9, id: 2, ws: false },
      ],
      spans: [
        { start: 0, end: 3, token_start: 0, token_end: 0, label: 'PER' },
        { start: 4, end: 8, token_start: 1, token_end: 1, label: 'ACT' },
      ],
      relations: [
        {
          head: 0,
          child: 1,
          label: 'does',
          head_span: { start: 0, end: 3, token_start: 0, token_end: 0, label: 'PER' },
          child_span: { start: 4, end: 8, token_start: 1, token_end: 1, label: 'ACT' },
        },
      ],
    });
  });
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const paths = [
    'spacy-jsonl/nel_emerson/assets/emerson_annotated_text.jsonl',
    'spacy-jsonl/ner_tweets/assets/demo/demo.jsonl',
  ];

  test.each(paths)('%s comes back as it was', async (path) => {
    const file = realFile(path);
    expect(bestFormat(file, () => true)?.id).toBe('prodigy');
    const reading = await readAsDataset(file);
    expect(reading.faults).toEqual([]);
    expect(reading.dataset.articles.flatMap(({ spans }) => spans).length).toBe(
      path.includes('emerson') ? 30 : 1,
    );
    expect(await differenceOfRoundTrip(format, reading)).toBeUndefined();
  });

  test('no mutated file makes the reader throw', async () => {
    const files = paths.map((path) => realFile(path));
    for (let seed = 0; seed < 300; seed++) {
      const file = files[seed % files.length];
      if (file === undefined) throw new Error('there are files');
      const reading = await format.datasets?.read(mutant(file, seed));
      expect(typeof reading?.ok).toBe('boolean');
    }
  });
});
