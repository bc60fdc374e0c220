import { performance } from 'node:perf_hooks';
import { readDatasetFiles } from '../../src/core/formats/open-file.ts';
import { datasetFile, endingOf } from '../../src/core/formats/packing.ts';
import { formatById } from '../../src/core/formats/registry.ts';
import { madeDataset } from './project.ts';

/** What one format took for one dataset; ms, bytes, and the most memory of the process in MB. */
export interface FormatTimes {
  readonly bytes: number;
  readonly write: number;
  readonly read: number;
  /** `JSON.stringify` and `JSON.parse` of as much. */
  readonly stringify: number;
  readonly parse: number;
  readonly peak: number;
}

/** Times one format in this process. @param rounds of which the quickest counts */
export async function timed(id: string, articles: number, rounds: number): Promise<FormatTimes> {
  const format = formatById(id);
  const writer = format?.writer;
  if (format === undefined || writer === undefined) throw new Error(`${id} is not written`);
  const dataset = madeDataset(articles);
  const { articles: all, ...head } = dataset;
  const name = `dataset${endingOf(format, articles)}`;
  let bytes = new Uint8Array();
  const best = { write: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const pieces: Uint8Array[] = [];
    for await (const piece of datasetFile(writer, head, all, articles)) pieces.push(piece);
    best.write = Math.min(best.write, performance.now() - began);
    bytes = new Uint8Array(Buffer.concat(pieces));
    if (format.datasets === undefined) continue;
    const given = bytes.slice();
    const opened = performance.now();
    const reading = await readDatasetFiles([{ name, bytes: given }]);
    best.read = Math.min(best.read, performance.now() - opened);
    if (!reading.ok) throw new Error(reading.reason.message);
    if (reading.value.dataset.articles.length !== articles) throw new Error(`${id} lost articles`);
  }
  const floor = floorOf(dataset, rounds);
  return { bytes: bytes.length, ...best, ...floor, peak: process.resourceUsage().maxRSS / 1024 };
}

function floorOf(dataset: object, rounds: number): { stringify: number; parse: number } {
  let [stringify, parse] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const bytes = new TextEncoder().encode(JSON.stringify(dataset));
    const between = performance.now();
    JSON.parse(new TextDecoder().decode(bytes));
    stringify = Math.min(stringify, between - began);
    parse = Math.min(parse, performance.now() - between);
  }
  return { stringify, parse };
}
