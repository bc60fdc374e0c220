import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Format } from '../../src/core/formats/format.ts';
import { formats, opensArticles } from '../../src/core/formats/registry.ts';
import { casesOf } from './corpus.ts';
import { filesBelow } from './files-below.ts';
import type { FuzzOrder, FuzzResult } from './fuzz-thread.ts';

/** A file that takes longer, in ms, counts as hanging. */
const longest = 10_000;
/** MiB that the reader's thread may have, and that the process may grow by while it runs: bytes outside the heap have no other limit. */
const mostMemory = 1024;

interface Surroundings {
  /** The thread, built. */
  readonly thread: string;
  readonly sharedData: string;
  readonly say: (line: string) => void;
}

/**
 * Gives each reader so many damaged files, and says what came of it.
 * @returns the exit code: 1 when a reader threw, hung, took too much memory, or let something unsound through
 */
export async function run(words: string[], { thread, sharedData, say }: Surroundings): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string' },
    },
  });
  const real = existsSync(sharedData) ? filesBelow(sharedData) : [];
  if (real.length === 0) say('There is no ../shared/data: only our own files are damaged.');
  const wanted = values.format?.split(',');
  let failed = 0;
  for (const format of formats) {
    if (wanted?.includes(format.id) === false) continue;
    for (const kind of kindsOf(format)) {
      const cases = await casesOf(format, real);
      if (cases.length === 0) {
        say(`${format.id} (${kind}): there is no file to damage`);
        continue;
      }
      const order = {
        format: format.id,
        kind,
        cases,
        first: Number(values.seed),
        count: Number(values.count),
      };
      const { read, refused, failures, slowest, peak } = await watched(thread, order);
      failed += failures.length;
      say(
        `${format.id} (${kind}): ${order.count} files of ${cases.length}, seeds from ${order.first}: ${read} read, ${refused} refused, ${failures.length} failures; slowest ${Math.round(slowest)} ms, process at most ${peak} MB`,
      );
      for (const { seed, what } of failures.slice(0, 5)) say(`  seed ${seed}: ${what}`);
    }
  }
  return failed === 0 ? 0 : 1;
}

function kindsOf(format: Format): FuzzOrder['kind'][] {
  return [
    ...(opensArticles(format) ? (['articles'] as const) : []),
    ...(format.datasets === undefined ? [] : (['datasets'] as const)),
  ];
}

/** Runs the thread again behind each file that it hangs or dies on, until all seeds were tried. */
async function watched(
  thread: string,
  order: Omit<FuzzOrder, 'at'>,
): Promise<FuzzResult & { readonly peak: number }> {
  const sum = { read: 0, refused: 0, slowest: 0, peak: 0, failures: [] as { seed: number; what: string }[] };
  const end = order.first + order.count;
  for (let first = order.first; first < end; ) {
    const at = new Int32Array(new SharedArrayBuffer(8));
    at[0] = first;
    const outcome = await once(thread, { ...order, first, count: end - first, at }, (peak) => {
      sum.peak = Math.max(sum.peak, peak);
    });
    if (typeof outcome === 'string') {
      const seed = Atomics.load(at, 0);
      sum.failures.push({ seed, what: outcome });
      first = seed + 1;
      continue;
    }
    sum.read += outcome.read;
    sum.refused += outcome.refused;
    sum.slowest = Math.max(sum.slowest, outcome.slowest);
    sum.failures.push(...outcome.failures);
    break;
  }
  return sum;
}

/** What the thread found, or how it ended. */
function once(
  thread: string,
  order: FuzzOrder,
  report: (peak: number) => void,
): Promise<FuzzResult | string> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    let [seed, since] = [-1, Date.now()];
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => {
      const { rss } = process.memoryUsage();
      report(Math.round(rss / 1e6));
      if (rss - before > mostMemory * 1024 * 1024) finish(`it took more than ${mostMemory} MiB`);
      const now = Atomics.load(order.at, 0);
      if (now !== seed || Atomics.load(order.at, 1) === 0) [seed, since] = [now, Date.now()];
      else if (Date.now() - since > longest) finish(`it took more than ${longest / 1000} seconds`);
    }, 500);
    const finish = (outcome: FuzzResult | string) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(outcome);
    };
    worker.on('message', (result: FuzzResult) => finish(result));
    worker.on('error', (error: unknown) =>
      finish(`the thread died: ${error instanceof Error ? error.message : String(error)}`),
    );
  });
}
