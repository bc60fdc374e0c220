import { performance } from 'node:perf_hooks';
import type { Dataset } from '../../src/core/formats/dataset-schema.ts';
import { readDatasetFiles } from '../../src/core/formats/open-file.ts';
import { datasetFile, endingOf, type WritingFormat } from '../../src/core/formats/packing.ts';
import { formatById } from '../../src/core/formats/registry.ts';
import { peakMemory } from './peak-memory.ts';
import { madeDataset } from './project.ts';

/** The floor in the place of a format: `JSON.stringify` and `JSON.parse` and nothing else. */
export const bareJson = 'json';

/** What one format took for one dataset; ms, bytes, and the most memory of the process in MB. */
export interface FormatTimes {
  readonly bytes: number;
  readonly write: number;
  readonly read: number;
  /** `JSON.stringify` and `JSON.parse` of the same dataset, to UTF-8 and from it, in between. */
  readonly stringify: number;
  readonly parse: number;
  readonly peak: number;
}

/** Times one format in this process. @param rounds of which the quickest counts, each with the floor in it, so that a busy machine slows both */
export async function timed(id: string, articles: number, rounds: number): Promise<FormatTimes> {
  const dataset = madeDataset(articles);
  const best = new Map<string, number>();
  const keep = (times: Record<string, number>) => {
    for (const [what, ms] of Object.entries(times))
      best.set(what, Math.min(ms, best.get(what) ?? Number.POSITIVE_INFINITY));
  };
  let bytes = 0;
  const format = formatById(id);
  for (let round = 0; round < rounds; round++) {
    const floor = floorOf(dataset);
    keep(floor.times);
    bytes = floor.bytes;
    if (id === bareJson) continue;
    if (format?.writer === undefined) throw new Error(`${id} is not written`);
    const own = await roundOf({ ...format, writer: format.writer }, dataset);
    keep(own.times);
    bytes = own.bytes;
  }
  const time = (what: string) => best.get(what) ?? Number.POSITIVE_INFINITY;
  return {
    bytes,
    write: time(id === bareJson ? 'stringify' : 'write'),
    read: time(id === bareJson ? 'parse' : 'read'),
    stringify: time('stringify'),
    parse: time('parse'),
    peak: peakMemory(),
  };
}

async function roundOf(format: WritingFormat, dataset: Dataset) {
  const { articles, ...head } = dataset;
  const began = performance.now();
  const pieces: Uint8Array[] = [];
  for await (const piece of datasetFile(format.writer, head, articles, articles.length)) pieces.push(piece);
  const write = performance.now() - began;
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const { length } = bytes;
  if (format.datasets === undefined) return { bytes: length, times: { write } };
  const opened = performance.now();
  const reading = await readDatasetFiles([{ name: `dataset${endingOf(format, articles.length)}`, bytes }]);
  const read = performance.now() - opened;
  if (!reading.ok) throw new Error(reading.reason.message);
  if (reading.value.dataset.articles.length !== articles.length)
    throw new Error(`${format.id} lost articles`);
  return { bytes: length, times: { write, read } };
}

function floorOf(dataset: Dataset) {
  const began = performance.now();
  const bytes = new TextEncoder().encode(JSON.stringify(dataset));
  const between = performance.now();
  // Kept until the clock is read, as what a reader gives is.
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const parse = performance.now() - between;
  if (value === null) throw new Error('a dataset is an object');
  return { bytes: bytes.length, times: { stringify: between - began, parse } };
}
