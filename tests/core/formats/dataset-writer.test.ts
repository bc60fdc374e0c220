import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotatedArticle } from '../../../src/core/formats/annotated-article.ts';
import { datasetBytes } from '../../../src/core/formats/dataset-writer.ts';
import { datasetArticle, datasetHead, exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { spanSchema } from '../../../src/core/model/span.ts';
import { anyArticle, anyProject, gather, project, stateOf } from './random-project.ts';

const head = datasetHead(project, { kind: 'handOver' }, new Set(['ann-1']));
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const sample = (number: number): AnnotatedArticle => {
  const [article] = fc.sample(anyArticle(number), { numRuns: 1, seed: number });
  if (article === undefined) throw new Error('fast-check gives as many as asked');
  return article;
};

test('a dataset without articles is small and whole', async () => {
  const written = text(await gather(datasetBytes(datasetHead(project, { kind: 'handOver' }, new Set()), [])));
  expect(written.startsWith('{\n  "format": "ascribe-dataset",\n  "version": 1,\n')).toBe(true);
  expect(written).toContain('\n  "annotators": [],\n');
  expect(written.endsWith('\n  "articles": []\n}\n')).toBe(true);
  expect(JSON.parse(written)).toMatchObject({ articles: [] });
});

test('a span more is a line more', async () => {
  const article = sample(5);
  const [first] = article.spans;
  if (first === undefined) throw new Error('this article has spans');
  const more = { ...article, spans: [...article.spans, { ...first, id: 'one-more' }] };
  const lines = async (one: AnnotatedArticle) =>
    text(await gather(datasetBytes(head, [datasetArticle(one)]))).split('\n');
  const [before, after] = [await lines(article), await lines(more)];
  expect(after.length).toBe(before.length + 1);
  expect(
    after.filter((line) => !before.some((old) => old.replace(/,$/, '') === line.replace(/,$/, ''))),
  ).toHaveLength(1);
});

test('lone surrogates become U+FFFD, so that the file is UTF-8 and offsets stay', async () => {
  const article = sample(1);
  const record = { ...article.record, title: 'a\ud800b \\ud800 😀' };
  const body = { text: '\udfff😀x', blocks: [] };
  const span = { ...sample(5).spans[0], id: 's', fragments: [{ start: 1, end: 4 }], quote: '😀x' };
  const spans = [spanSchema.parse({ ...span, note: '\ud83d' })];
  const written = text(
    await gather(datasetBytes(head, [datasetArticle({ record, body, spans, relations: [] })])),
  );
  const [read] = JSON.parse(written).articles;
  expect(read.title).toBe('a\ufffdb \\ud800 😀');
  expect(read.text).toBe('\ufffd😀x');
  expect(read.spans[0]).toMatchObject({ start: 1, end: 3, text: '😀x', note: '\ufffd' });
});

test('articles are taken one at a time, as they are written', async () => {
  const size = 400_000;
  let taken = 0;
  async function* articles() {
    for (; taken < 5; taken++) yield { id: `a${taken}`, text: 'x'.repeat(size) };
  }
  const seen: number[] = [];
  for await (const piece of datasetBytes(head, articles())) {
    expect(piece.length).toBeLessThan(2 * size);
    seen.push(taken);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
});

const python = spawnSync('python3', ['--version']).status === 0;
const program = `
import json, sys
count = 0
for dataset in json.load(sys.stdin.buffer):
    json.dumps(dataset, ensure_ascii=False).encode("utf-8")
    for article in dataset["articles"]:
        text = article["text"]
        for span in article["spans"]:
            parts = span.get("fragments", [span])
            assert " ".join(text[p["start"]:p["end"]] for p in parts) == span["text"], span
            assert span["start"] == parts[0]["start"] and span["end"] == parts[-1]["end"], span
            count += 1
        for block in article["blocks"]:
            assert 0 <= block["start"] < block["end"] <= len(text), block
print(count)
`;

test.skipIf(!python)(
  'Python finds every span at its offsets (skipped where there is no python3)',
  async () => {
    const states = [...fc.sample(anyProject, { numRuns: 60, seed: 7 }), stateOf([sample(5)])];
    const written: string[] = [];
    let spans = 0;
    for (const state of states) {
      const { articles, ...rest } = exportDataset(state, { kind: 'snapshot' });
      written.push(text(await gather(datasetBytes(rest, articles))));
      for (const { spans: own } of state.articles.values()) spans += own.size;
    }
    const ran = spawnSync('python3', ['-X', 'utf8', '-c', program], {
      input: `[${written.join(',')}]`,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout.trim()).toBe(String(spans));
    expect(spans).toBeGreaterThan(100);
  },
);
