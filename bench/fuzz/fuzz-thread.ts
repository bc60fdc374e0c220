import { parentPort, workerData } from 'node:worker_threads';
import { guessedRoles } from '../../src/core/formats/article-table/column-roles.ts';
import { articleOfRow } from '../../src/core/formats/article-table/row-article.ts';
import type { Format, SourceFile } from '../../src/core/formats/format.ts';
import { formatById } from '../../src/core/formats/registry.ts';
import type { Case } from './corpus.ts';
import { damaged } from './mutants.ts';
import { articleFault, datasetFault } from './soundness.ts';

/** What the thread is to do: the seeds from `first` on, of the cases in turn. */
export interface FuzzOrder {
  readonly format: string;
  readonly kind: 'articles' | 'datasets';
  readonly cases: readonly Case[];
  readonly first: number;
  readonly count: number;
  /** Where the thread says which seed it is at, and then that it is loaded, so that a watchdog can tell. */
  readonly at: Int32Array;
}

export interface FuzzResult {
  readonly read: number;
  readonly refused: number;
  readonly failures: readonly { readonly seed: number; readonly what: string }[];
  readonly slowest: number;
}

const order: FuzzOrder = workerData;
const format = formatById(order.format);
if (format === undefined) throw new Error(`there is no format ${order.format}`);
parentPort?.postMessage(await fuzz(format));

async function fuzz(of: Format): Promise<FuzzResult> {
  const failures: { seed: number; what: string }[] = [];
  let [read, refused, slowest] = [0, 0, 0];
  for (let seed = order.first; seed < order.first + order.count; seed++) {
    Atomics.store(order.at, 0, seed);
    Atomics.store(order.at, 1, 1);
    const { file, companions } = order.cases[seed % order.cases.length] ?? {
      file: undefined,
      companions: [],
    };
    if (file === undefined) break;
    const all = [file, ...companions];
    const which = seed % 5 === 0 ? seed % all.length : 0;
    const [main = file, ...others] = all.map((each, at) => (at === which ? damaged(each, seed) : each));
    const began = performance.now();
    try {
      const what = order.kind === 'articles' ? await article(of, main) : await dataset(of, main, others);
      if (what === 'refused') refused += 1;
      else if (what === 'read') read += 1;
      else failures.push({ seed, what });
    } catch (error) {
      failures.push({ seed, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    slowest = Math.max(slowest, performance.now() - began);
  }
  return { read, refused, failures, slowest };
}

async function article({ articles, tables }: Format, file: SourceFile): Promise<string> {
  if (tables === undefined) {
    const result = await articles?.read(file);
    if (result === undefined || !result.ok)
      return result?.reason.message === '' ? 'a refusal without words' : 'refused';
    return articleFault(result.value) ?? 'read';
  }
  const opened = await tables.open(file);
  if (!opened.ok) return 'refused';
  const { roles } = guessedRoles(opened.value.outline.columns);
  for (const row of opened.value.rows()) {
    const result = articleOfRow(file.name, opened.value, row, roles);
    const fault = result.ok ? articleFault(result.value) : undefined;
    if (fault !== undefined) return fault;
  }
  return 'read';
}

async function dataset(
  { datasets }: Format,
  file: SourceFile,
  companions: readonly SourceFile[],
): Promise<string> {
  const result = await datasets?.read(file, { companions });
  if (result === undefined || !result.ok) return 'refused';
  return datasetFault(result.value.dataset) ?? 'read';
}
