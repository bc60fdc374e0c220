import { expect, test } from 'vitest';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { ArticleFactsStore } from '../../../../src/renderer/app/articles/article-facts-store.ts';
import { ArticleList } from '../../../../src/renderer/app/articles/article-list.ts';
import type { Workbench } from '../../../../src/renderer/store/workbench.ts';
import { answerScan } from '../../../../src/renderer/workers/scan/answer-scan.ts';
import { ScanClient } from '../../../../src/renderer/workers/scan/scan-client.ts';
import type { ScanName, ScanReply, ScanRequest } from '../../../../src/renderer/workers/scan/scan-jobs.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';
import { WorkerStandIn } from '../worker-stand-in.ts';

const text = 'Ana: it rose. The Škof\nspoke. Nobody knows.';
const factsArgs = { claimTags: ['claim'], articles: null };

/**
 * Two articles: each with a claim by Ana, one that nobody is said to have made, one without a speaker (flagged) and one that is marked as having none.
 */
async function filled(count = 2) {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (let i = 1; i <= count; i++) {
    const article = articleOf(text, `a${i}`);
    const ana = spanOf(article, 'ana', 0, 3, 'speaker');
    const rose = spanOf(article, 'rose', 5, 12);
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        { type: 'span.add', span: ana },
        { type: 'span.add', span: rose },
        { type: 'span.add', span: { ...spanOf(article, 'knows', 30, 43), flagged: true } },
        {
          type: 'span.add',
          span: { ...spanOf(article, 'spoke', 14, 28), attributes: { noSpeaker: true } },
        },
        { type: 'relation.add', relation: linkOf('says', ana, rose) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  const workers: WorkerStandIn<ScanRequest, ScanReply>[] = [];
  const asked: ScanName[] = [];
  const scans = new ScanClient(workbench, () => {
    const worker = new WorkerStandIn<ScanRequest, ScanReply>((request, send) => {
      asked.push(request.job);
      void answerScan(request, profile.engine, send);
    });
    workers.push(worker);
    return worker;
  });
  return { profile, workbench, scans, workers, asked };
}

async function all<Value>(batches: AsyncIterable<readonly Value[]>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const batch of batches) values.push(...batch);
  return values;
}

test('the facts of all articles are counted from the store, each article once', async () => {
  const { scans, workers } = await filled();
  expect(await all(scans.run('articleFacts', factsArgs))).toEqual([
    { articleId: 'a1', unattributed: 1, flagged: 1 },
    { articleId: 'a2', unattributed: 1, flagged: 1 },
  ]);
  expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
});

test('a worker that has ended its job gets the next; while it is at one, another is started, and one is kept', async () => {
  const { scans, workers } = await filled();
  await all(scans.run('articleFacts', factsArgs));
  expect(await all(scans.run('articleSearch', { query: 'skof', articles: ['a1'] }))).toHaveLength(1);
  expect(workers).toHaveLength(1);
  const both = await Promise.all([
    all(scans.run('articleFacts', factsArgs)),
    all(scans.run('articleFacts', factsArgs)),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(workers.map(({ terminated }) => terminated).toSorted()).toEqual([false, true]);
});

test('a worker that died when it had nothing to do is not asked again', async () => {
  const { scans, workers } = await filled();
  await all(scans.run('articleFacts', factsArgs));
  workers[0]?.crash('out of memory');
  expect(await all(scans.run('articleFacts', factsArgs))).toHaveLength(2);
  expect(workers).toHaveLength(2);
});

test('suggestions wait for nothing to be saved', async () => {
  const { profile, workbench } = await filled();
  const project = {
    whenSaved: () => new Promise<void>(() => undefined),
    databaseName: () => workbench.databaseName(),
  };
  const scans = new ScanClient(project, () => {
    return new WorkerStandIn<ScanRequest, ScanReply>((request, send) => {
      void answerScan(request, profile.engine, send);
    });
  });
  const { body } = articleOf('“We go,” said Marek Ode on 3 March 2026.', 'a');
  const args = { body, metadata: {}, gazetteer: null, placeTag: null, learnt: null };
  const suggested = await all(scans.run('suggestInArticle', args));
  expect(suggested.map(({ kind }) => kind)).toEqual(['attribution', 'date']);
});

test('the facts of some are those of these alone; an unknown one has nothing', async () => {
  const { scans } = await filled();
  expect(await all(scans.run('articleFacts', { claimTags: ['claim'], articles: ['a2', 'x'] }))).toEqual([
    { articleId: 'a2', unattributed: 1, flagged: 1 },
    { articleId: 'x', unattributed: 0, flagged: 0 },
  ]);
});

test('texts are searched without regard to case, diacritics and lines, in the order asked for', async () => {
  const { scans } = await filled();
  const found = await all(scans.run('articleSearch', { query: 'skof SPOKE', articles: ['a2', 'a1'] }));
  expect(found.map(({ articleId }) => articleId)).toEqual(['a2', 'a1']);
  expect(found[0]?.excerpt).toContain('Škof spoke.');
  expect(await all(scans.run('articleSearch', { query: 'bishop', articles: ['a1'] }))).toEqual([]);
});

test('a scan that is left, or aborted, ends its worker', async () => {
  const { workbench } = await filled();
  const workers: WorkerStandIn<ScanRequest, ScanReply>[] = [];
  const scans = new ScanClient(workbench, () => {
    // It finds something, and never comes to an end.
    const worker = new WorkerStandIn<ScanRequest, ScanReply>((_, send) => send({ kind: 'batch', batch: [] }));
    workers.push(worker);
    return worker;
  });
  for await (const _ of scans.run('articleFacts', factsArgs)) break;
  const abort = new AbortController();
  for await (const _ of scans.run('articleFacts', factsArgs, abort.signal)) abort.abort();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  await all(scans.run('articleFacts', factsArgs, AbortSignal.abort()));
  expect(workers, 'none is started for what is not wanted any more').toHaveLength(2);
});

test('a store that cannot be read, and a worker that dies, are told in a sentence', async () => {
  const { profile, workbench } = await filled();
  const elsewhere = { whenSaved: () => Promise.resolve(), databaseName: () => 'ascribe-other-1' };
  const dead = new ScanClient(workbench, () => {
    const worker = new WorkerStandIn<ScanRequest, ScanReply>(() => worker.crash('out of memory'));
    return worker;
  });
  await expect(all(dead.run('articleFacts', factsArgs))).rejects.toThrow('cannot be read through: out of');
  const broken = new ScanClient(elsewhere, () => {
    return new WorkerStandIn<ScanRequest, ScanReply>((request, send) => {
      const indexedDB = { ...profile.engine.indexedDB, open: () => failing() };
      void answerScan(request, { ...profile.engine, indexedDB }, send);
    });
  });
  await expect(all(broken.run('articleFacts', factsArgs))).rejects.toThrow('The project cannot be read');
});

function failing(): never {
  throw new Error('the disk is gone');
}

function factsOf(store: ArticleFactsStore, id: string): string {
  const facts = store.store.getState().facts.get(id);
  return facts === undefined ? 'unknown' : `${facts.unattributed} ${facts.flagged}`;
}

async function counted(): Promise<{
  workbench: Workbench;
  facts: ArticleFactsStore;
  asked: readonly ScanName[];
}> {
  const { workbench, scans, asked } = await filled();
  const facts = new ArticleFactsStore(workbench.project, scans);
  await workbench.openArticle('a1');
  facts.want();
  await expect.poll(() => facts.store.getState().counting).toBe('done');
  return { workbench, facts, asked };
}

test('facts are counted when somebody asks, the open article in memory', async () => {
  const { facts, asked } = await counted();
  expect([factsOf(facts, 'a1'), factsOf(facts, 'a2')]).toEqual(['1 1', '1 1']);
  facts.want();
  expect(asked, 'asked again, nothing is counted again').toHaveLength(1);
});

test('facts follow what is done in the open article, without another scan', async () => {
  const { workbench, facts, asked } = await counted();
  const open = workbench.project.getState().open;
  const knows = open?.spans.get('knows');
  if (knows === undefined) throw new Error('the span is there');
  workbench.commit({ type: 'span.update', before: knows, after: { ...knows, flagged: false } }, 'unflag');
  await expect.poll(() => factsOf(facts, 'a1')).toBe('1 0');
  expect(facts.of('a1')).toMatchObject({ flagged: 0 });
  expect(asked).toHaveLength(1);
});

test('facts of an article that is not open are counted again when it is touched', async () => {
  const { workbench, facts, asked } = await counted();
  const article = await workbench.readArticle('a2');
  const relation = article.relations.get('says');
  if (relation === undefined) throw new Error('the relation is there');
  workbench.commit({ type: 'relation.remove', relation }, 'unlink');
  await expect.poll(() => factsOf(facts, 'a2')).toBe('2 1');
  expect(asked).toHaveLength(2);
});

test('a search finds titles at once and texts as they are read; another search ends it', async () => {
  const { workbench, scans } = await filled();
  const list = new ArticleList(workbench.project, scans);
  list.search('skof');
  expect(list.store.getState()).toMatchObject({ query: 'skof', search: 'running' });
  await expect.poll(() => list.store.getState().search).toBe('done');
  expect([...list.store.getState().found.keys()]).toEqual(['a1', 'a2']);
  list.search('nothing');
  expect(list.store.getState().found.size).toBe(0);
  list.clear();
  expect(list.store.getState()).toMatchObject({ query: '', search: 'none' });
});
