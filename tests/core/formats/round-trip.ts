import fc from 'fast-check';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { DatasetReading } from '../../../src/core/formats/dataset-reading.ts';
import type { Dataset, DatasetArticle, DatasetSpan } from '../../../src/core/formats/dataset-schema.ts';
import type { Format, OutgoingFile, SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { datasetFile, datasetFiles, endingOf } from '../../../src/core/formats/packing.ts';
import { gather } from './random-project.ts';

export const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A dataset of one article. */
export function datasetOf(
  part: Pick<DatasetArticle, 'text'> & Partial<Pick<DatasetArticle, 'spans' | 'relations' | 'title'>>,
): Dataset {
  return {
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    articles: [{ id: 'a', ...part }],
  };
}

/** A span of one stretch that reads `text` from `start` on, in code points. */
export function spanAt(
  id: string,
  tag: string,
  text: string,
  start: number,
  more: Partial<DatasetSpan> = {},
): DatasetSpan {
  return { id, tag, start, end: start + [...text].length, text, ...more };
}

/** What files that came together are read as. @throws when they cannot be read. */
export async function readingOf(...files: readonly SourceFile[]): Promise<DatasetReading> {
  const reading = await readDatasetFiles(files);
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.value;
}

/** The files that a format makes of a dataset, by name. */
export async function filesOf(format: Format, { articles, ...head }: Dataset): Promise<Map<string, string>> {
  const { writer } = format;
  if (writer === undefined) throw new Error(`${format.id} is not written`);
  const files = new Map<string, string>();
  for await (const { name, pieces } of datasetFiles({ ...format, writer }, 'dataset', head, articles))
    files.set(name, textOf(await gather(pieces)));
  return files;
}

/** Writes a dataset in a format, reads it back, and says how that differs in what the format holds; undefined when it does not. */
export async function roundTripDifference(format: Format, dataset: Dataset): Promise<string | undefined> {
  const { writer } = format;
  if (writer === undefined) throw new Error(`${format.id} is not written`);
  const { articles, ...head } = dataset;
  const bytes = await gather(datasetFile(writer, head, articles, articles.length));
  const reading = await readingOf({ name: `dataset${endingOf(format, articles.length)}`, bytes });
  return contentDifference(dataset, reading.dataset, writer.holds);
}

/** Damages bytes as files are damaged: some changed, a stretch cut out, doubled, or all that follows lost. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(Math.max(bytes.length - 1, 0));
  const change = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('change' as const), at: place, byte: fc.nat(255) }),
    },
    fc.record({ kind: fc.constantFrom('cut' as const, 'double' as const), at: place, length: fc.nat(60) }),
    fc.record({ kind: fc.constant('end' as const), at: place }),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let damagedBytes = [...bytes];
    for (const step of changes) {
      if (step.kind === 'change') damagedBytes[step.at % Math.max(damagedBytes.length, 1)] = step.byte;
      else if (step.kind === 'end') damagedBytes = damagedBytes.slice(0, step.at);
      else {
        const piece = damagedBytes.slice(step.at, step.at + step.length);
        damagedBytes.splice(step.at, piece.length, ...(step.kind === 'cut' ? [] : [...piece, ...piece]));
      }
    }
    return Uint8Array.from(damagedBytes);
  });
}

/** The same file damaged in some way, and those beside it as they were, or the other way round. */
export function damagedOne(files: readonly SourceFile[]): fc.Arbitrary<readonly SourceFile[]> {
  return fc
    .nat(files.length - 1)
    .chain((which) =>
      damaged(files[which]?.bytes ?? new Uint8Array()).map((bytes) =>
        files.map((file, i): OutgoingFile => (i === which ? { name: file.name, bytes } : file)),
      ),
    );
}
