import { readFileSync } from 'node:fs';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { DatasetReading } from '../../../src/core/formats/dataset-reading.ts';
import type { DatasetHead } from '../../../src/core/formats/dataset-schema.ts';
import type { Format, SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { datasetFile, endingOf } from '../../../src/core/formats/packing.ts';
import { sharedData } from '../arbitraries/shared-data.ts';
import { gather } from './random-project.ts';

/** A file of the shared data, under its name without folders. */
export function realFile(path: string): SourceFile {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: new Uint8Array(readFileSync(sharedData(path))),
  };
}

/** A file with this text in it, in UTF-8. */
export function fileOf(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Reads files that must be datasets with the format that knows them best. */
export async function readAsDataset(...files: readonly SourceFile[]): Promise<DatasetReading> {
  const reading = await readDatasetFiles(files);
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.value;
}

/** What a format writes of a reading, as one file. */
export async function written(format: Format, reading: DatasetReading): Promise<SourceFile> {
  if (format.writer === undefined) throw new Error(`${format.id} is not written`);
  const { articles, ...head } = reading.dataset;
  const bytes = await gather(datasetFile(format.writer, head as DatasetHead, articles, articles.length));
  return { name: `again${endingOf(format, articles.length)}`, bytes };
}

/** What differs, as far as the format holds it, when a reading is written in the format and read again; undefined when nothing does. */
export async function differenceOfRoundTrip(
  format: Format,
  reading: DatasetReading,
): Promise<string | undefined> {
  if (format.writer === undefined) throw new Error(`${format.id} is not written`);
  const again = await readAsDataset(await written(format, reading));
  return contentDifference(reading.dataset, again.dataset, format.writer.holds);
}

/** A file with bytes flipped, cut, doubled or swapped, the same for the same seed. */
export function mutant({ name, bytes }: SourceFile, seed: number): SourceFile {
  const random = mulberry32(seed);
  const at = () => Math.floor(random() * bytes.length);
  let mutated = Uint8Array.from(bytes);
  for (let i = Math.floor(random() * 4); i >= 0; i--) {
    const [a = 0, b = 0] = [at(), at()].sort((x, y) => x - y);
    const kind = Math.floor(random() * 6);
    if (kind === 0) mutated[a] = Math.floor(random() * 256);
    else if (kind === 1) mutated = mutated.slice(0, a);
    else if (kind === 2) mutated = spliced(mutated, a, a, mutated.slice(a, Math.min(b, a + 2000)));
    else if (kind === 3) mutated = spliced(mutated, a, Math.min(b, a + 50), new Uint8Array());
    else if (kind === 4) {
      const pieces = [
        '[',
        '{',
        '"',
        '}',
        ']',
        ',',
        ':',
        'null',
        '-1',
        '1e999',
        '"__proto__":{},',
        '\\ud800',
        '[[[[',
      ];
      const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
      mutated = spliced(mutated, a, a, new TextEncoder().encode(piece));
    } else
      mutated = spliced(mutated, a, a + 1, new TextEncoder().encode(String(Math.floor(random() * 1e7) - 10)));
  }
  return { name, bytes: mutated };
}

function spliced(bytes: Uint8Array, start: number, end: number, put: Uint8Array): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(start + put.length + Math.max(0, bytes.length - end));
  result.set(bytes.subarray(0, start));
  result.set(put, start);
  result.set(bytes.subarray(end), start + put.length);
  return result;
}

/** Tommy Ettinger’s Mulberry32: numbers in [0, 1) from a seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
