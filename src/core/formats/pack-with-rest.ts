import { ZipWriter } from '../zip/zip-writer.ts';
import { format as native } from './ascribe-dataset.format.ts';
import type { DatasetHead } from './dataset-schema.ts';
import type { Articles } from './format.ts';
import type { LossCount } from './loss-count.ts';
import { datasetFiles, type TooLarge, type WritingFormat } from './packing.ts';
import { restEnding } from './rest-file-names.ts';

/** The whole dataset, as the file that is put beside. */
export function restBytes(head: DatasetHead, articles: Articles): AsyncIterable<Uint8Array> {
  const { writer } = native;
  if (writer === undefined || !('write' in writer)) throw new Error('the native dataset is one file');
  return writer.write(head, articles);
}

/**
 * A dataset in a format with the whole beside it, as a ZIP: what reads both has everything.
 * @param name of the dataset, without an ending
 * @param articles asked for twice
 * @param lost counts what is held by the rest alone
 * @throws {ReadBackError} as `checkedDatasetFile` does
 */
export async function* packedWithRest(
  format: WritingFormat,
  name: string,
  head: DatasetHead,
  articles: () => Articles,
  lost?: LossCount,
  tooLarge?: TooLarge,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  async function* entry(fileName: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const writing = zip.begin(fileName);
    for await (const piece of pieces) {
      writing.push(piece);
      yield* zip.take();
    }
    writing.push(new Uint8Array(0), true);
    yield* zip.take();
  }
  for await (const file of datasetFiles(format, name, head, articles(), lost, tooLarge))
    yield* entry(file.name, file.pieces);
  yield* entry(`${name}${restEnding}`, restBytes(head, articles()));
  zip.end();
  yield* zip.take();
}
