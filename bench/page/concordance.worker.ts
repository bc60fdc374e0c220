import { compileQuery } from '../../src/core/search/compile-query.ts';
import { emptyQuery } from '../../src/core/search/query.ts';
import { deriveBlocks } from '../../src/core/text/blocks.ts';
import { bodyRowOf } from '../../src/renderer/db/body-row.ts';
import { ProjectDatabase } from '../../src/renderer/db/database.ts';
import { concordance } from '../../src/renderer/workers/scan/concordance.ts';
import type { ScannedArticle } from '../../src/renderer/workers/scan/concordance-rows.ts';
import { generateArticle } from '../article/generate-article.ts';

/** Milliseconds that each way of going through the project takes. */
export interface ConcordanceTimes {
  /** Until the first rows are there, and until all is found. */
  readonly firstRows: number;
  readonly concordance: number;
  /** `indexOf` over the same rows of the store, read in the plainest way. */
  readonly storeScan: number;
  /** The matcher, and `indexOf`, over texts in memory. */
  readonly matcher: number;
  readonly memoryScan: number;
  readonly found: number;
}

/** 100 million characters in articles of ten thousand. */
const articleCount = 10_000;
const articleLength = 10_000;
/** So many different texts, used in turn. */
const differentTexts = 500;
const readAtOnce = 100;

const database = new ProjectDatabase('bench-concordance', { indexedDB, IDBKeyRange });
const articles: ScannedArticle[] = [];
const texts: string[] = [];

addEventListener('message', ({ data }: MessageEvent<string>) => {
  void (data === '' ? fill() : measure(data)).then((answer) => postMessage(answer));
});

async function fill(): Promise<null> {
  await database.open();
  await database.bodies.clear();
  const bodies = Array.from({ length: differentTexts }, (_, i) => {
    const { text } = generateArticle(articleLength, i);
    return { text, blocks: deriveBlocks(text) };
  });
  for (let i = 0; i < articleCount; i += readAtOnce) {
    const rows = Array.from({ length: readAtOnce }, (_, j) => {
      const body = bodies[(i + j) % differentTexts];
      if (body === undefined) throw new Error('there are as many texts as are taken in turn');
      const id = `article-${i + j}`;
      articles.push({ id, length: body.text.length, hasSpans: false });
      // A string of its own, as each text that is read from a store is.
      texts.push(structuredClone(body.text));
      return bodyRowOf(id, body);
    });
    await database.bodies.bulkPut(rows);
  }
  return null;
}

async function measure(words: string): Promise<ConcordanceTimes> {
  const query = { ...emptyQuery, words };
  const matcher = compileQuery(query);
  if (!matcher.ok) throw new Error(matcher.reason);
  const [storeFound, storeScan] = await timed(() => scanStore(words));
  const [memoryFound, memoryScan] = await timed(async () => sum(texts, (text) => countOf(text, words)));
  const [matcherFound, matcherTime] = await timed(async () =>
    sum(texts, (text) => [...matcher.value.find(text)].length),
  );
  const started = performance.now();
  let firstRows = 0;
  let found = 0;
  const args = { query, articles, annotations: null, claimTags: [], mostRows: 2_000, contextLength: 90 };
  for await (const batch of concordance(database, args)) {
    if (firstRows === 0 && batch.rows.length > 0) firstRows = performance.now() - started;
    found = batch.found;
  }
  const whole = performance.now() - started;
  if (storeFound !== memoryFound || found !== matcherFound || found < storeFound) {
    throw new Error(`they do not find the same: ${[storeFound, memoryFound, matcherFound, found].join()}`);
  }
  return { firstRows, concordance: whole, storeScan, matcher: matcherTime, memoryScan, found };
}

async function scanStore(words: string): Promise<number> {
  let found = 0;
  for (let i = 0; i < articles.length; i += readAtOnce) {
    const rows = await database.bodies.bulkGet(articles.slice(i, i + readAtOnce).map(({ id }) => id));
    found += sum(rows, (row) => countOf(row?.text ?? '', words));
  }
  return found;
}

function countOf(text: string, words: string): number {
  let found = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found += 1;
  return found;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

async function timed<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const started = performance.now();
  const value = await work();
  return [value, performance.now() - started];
}
