import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type AnnotatedArticle, annotatedArticleOf } from '../../../src/core/formats/annotated-article.ts';
import { datasetBytes } from '../../../src/core/formats/dataset-writer.ts';
import { datasetHead, exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { DatasetClient } from '../../../src/renderer/workers/dataset-client.ts';
import { DatasetJob } from '../../../src/renderer/workers/dataset-job.ts';
import type { DatasetMessage, DatasetReply } from '../../../src/renderer/workers/dataset-messages.ts';
import { anyArticle, anyProject, gather, project } from '../../core/formats/random-project.ts';
import { WorkerStandIn } from './worker-stand-in.ts';

// The build gives the workers' addresses; no worker is started by address here.
vi.mock('../../../src/renderer/workers/start-worker.ts', () => ({ startWorker: () => undefined }));

type StandIn = WorkerStandIn<DatasetMessage, DatasetReply>;
const filling = { now: '2030-01-01T00:00:00.000Z', projectId: 'new' };
const head = datasetHead(project, { kind: 'snapshot' }, new Set());

function dataset(): StandIn {
  let job: DatasetJob | undefined;
  return new WorkerStandIn((message, send) => {
    job ??= new DatasetJob(send);
    job.hear(message);
  });
}

/** A client and the workers that it starts. */
function client() {
  const workers: StandIn[] = [];
  const start = () => {
    const worker = dataset();
    workers.push(worker);
    return worker;
  };
  return { workers, client: new DatasetClient(start) };
}

function sample(): AnnotatedArticle {
  const [article] = fc.sample(anyArticle(0), { numRuns: 1, seed: 3 });
  if (article === undefined) throw new Error('fast-check gives as many as asked');
  return article;
}

const bytesOf = async (state: Parameters<typeof exportDataset>[0]) => {
  const { articles, ...rest } = exportDataset(state, { kind: 'snapshot' });
  return gather(datasetBytes(rest, articles));
};

test('writes the same bytes as this thread would, and their digest', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const pieces: Uint8Array[] = [];
      const articles = [...state.articles.values()].map(annotatedArticleOf);
      const { workers, client: writer } = client();
      let end: unknown;
      for await (const piece of writer.write(
        'ascribe',
        datasetHead(state.project, { kind: 'snapshot' }, new Set()),
        () => articles,
        articles.length,
      )) {
        if (piece.kind === 'bytes') pieces.push(piece.bytes);
        else end = piece;
      }
      const written = Buffer.concat(pieces);
      expect(written.equals(await bytesOf(state))).toBe(true);
      const sha256 = createHash('sha256').update(written).digest('hex');
      expect(end).toEqual({ kind: 'end', sha256, byteLength: written.length, notReadBack: false });
      expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    }),
    { numRuns: 30 },
  );
});

test('reads what it wrote', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (state) => {
      const { workers, client: reader } = client();
      const parsed = await reader.parse([{ name: 'p.json', bytes: await bytesOf(state) }], filling);
      if (!parsed.ok) throw new Error(parsed.reason.message);
      expect(parsed.value.incoming.project).toEqual(state.project);
      expect(parsed.value.incoming.articles.map(({ record }) => record)).toEqual(
        [...state.articles.values()].map(({ record }) => record),
      );
      expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    }),
    { numRuns: 30 },
  );
});

test('takes articles only as they are needed, and stops when the caller does', async () => {
  const article = sample();
  const body = { text: 'x'.repeat(300_000), blocks: [] };
  let taken = 0;
  let closed = false;
  async function* endless() {
    try {
      for (; ; taken++)
        yield { ...article, record: { ...article.record, id: `a${taken}` }, body, spans: [], relations: [] };
    } finally {
      closed = true;
    }
  }
  const { workers, client: writer } = client();
  const done: number[] = [];
  for await (const piece of writer.write('ascribe', head, endless, 1)) {
    if (piece.kind === 'bytes') done.push(piece.articlesDone);
    if (done.length === 3) break;
  }
  expect(done).toEqual([0, 1, 2]);
  expect(taken).toBeLessThanOrEqual(3);
  expect(closed).toBe(true);
  expect(workers[0]?.terminated).toBe(true);
});

test('says which article the schema refuses, and writes no end', async () => {
  const article = sample();
  const bad = { ...article, record: { ...article.record, title: 'Grain', createdAt: 'yesterday' } };
  const { workers, client: writer } = client();
  const pieces = async () => {
    for await (const piece of writer.write('ascribe', head, () => [bad], 1)) expect(piece.kind).toBe('bytes');
  };
  await expect(pieces()).rejects.toThrow('“Grain” cannot be written as a dataset: createdAt');
  expect(workers[0]?.terminated).toBe(true);
});

test('a failed reading names the file', async () => {
  const parsed = await client().client.parse(
    [{ name: 'p.json', bytes: new TextEncoder().encode('{"a"') }],
    filling,
  );
  expect(parsed).toMatchObject({ ok: false, reason: { code: 'damaged' } });
});

test('reading tells how far it is and can be cancelled', async () => {
  const articles = Array.from({ length: 45 }, (_, i) => ({ id: `${i}`, text: 'x' }));
  const json = JSON.stringify({ format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles });
  const files = () => [{ name: 'p.json', bytes: new TextEncoder().encode(json) }];
  const heard: number[][] = [];
  await client().client.parse(files(), filling, { progress: (done, total) => heard.push([done, total]) });
  expect(heard).toEqual([
    [0, 45],
    [20, 45],
    [40, 45],
  ]);
  const { workers, client: reader } = client();
  const cancel = new AbortController();
  const parsing = reader.parse(files(), filling, { signal: cancel.signal });
  cancel.abort(new Error('enough'));
  await expect(parsing).rejects.toThrow('enough');
  expect(workers[0]?.terminated).toBe(true);
});

test('a worker that dies ends the job', async () => {
  const worker = new WorkerStandIn<DatasetMessage, DatasetReply>(() => undefined);
  const parsing = new DatasetClient(() => worker).parse(
    [{ name: 'p.json', bytes: new Uint8Array(1) }],
    filling,
  );
  worker.crash('out of memory');
  await expect(parsing).rejects.toThrow('out of memory');
  expect(worker.terminated).toBe(true);
});

test('with the rest beside it, what a format cannot hold comes back', async () => {
  const article = sample();
  const { client: both } = client();
  const pieces: Uint8Array[] = [];
  for await (const piece of both.write('conll', head, () => [article], 1, true))
    if (piece.kind === 'bytes') pieces.push(piece.bytes);
  const parsed = await both.parse([{ name: 'd.zip', bytes: new Uint8Array(Buffer.concat(pieces)) }], filling);
  if (!parsed.ok) throw new Error(parsed.reason.message);
  expect(parsed.value.format).toBe('conll');
  expect(parsed.value.incoming.articles).toMatchObject([
    {
      spans: article.spans.map(({ id, note }) => ({ id, note })),
      relations: article.relations.map(({ id }) => ({ id })),
    },
  ]);
});
