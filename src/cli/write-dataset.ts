import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Dataset } from '../core/formats/dataset-schema.ts';
import type { DatasetWriter, Format } from '../core/formats/format.ts';
import type { LossCount } from '../core/formats/loss-count.ts';
import { datasetFile, datasetFiles } from '../core/formats/packing.ts';
import { writeOutput } from './write-output.ts';

export type WritingFormat = Format & { readonly writer: DatasetWriter };

/**
 * Writes a dataset to a file, or into a folder: made whole beside it first, so that no half of it is ever there.
 * @param output an absolute path
 * @param lost counts what the format cannot hold
 */
export async function writeDataset(
  format: WritingFormat,
  dataset: Dataset,
  output: string,
  isFolder: boolean,
  lost: LossCount,
): Promise<void> {
  const { articles, ...head } = dataset;
  const { writer } = format;
  if (!isFolder) return writeOutput(output, datasetFile(writer, head, articles, articles.length, lost));
  const beside = await mkdtemp(join(dirname(output), `.${basename(output)}.`));
  try {
    const names: string[] = [];
    for await (const { name, pieces } of datasetFiles(format, basename(output), head, articles, lost)) {
      await mkdir(dirname(join(beside, name)), { recursive: true });
      await writeOutput(join(beside, name), pieces);
      names.push(name);
    }
    await mkdir(output, { recursive: true });
    for (const name of names) {
      await mkdir(dirname(join(output, name)), { recursive: true });
      await rename(join(beside, name), join(output, name));
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
