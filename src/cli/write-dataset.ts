import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Dataset } from '../core/formats/dataset-schema.ts';
import type { LossCount } from '../core/formats/loss-count.ts';
import type { WritingFormat } from '../core/formats/packing.ts';
import { checkedDatasetFile, datasetFiles } from '../core/formats/packing.ts';
import type { Surroundings } from './command.ts';
import type { Destination } from './destination.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes a dataset to where it is to go. Into a folder its files are put once they are all whole.
 * @param lost counts what the format cannot hold
 */
export async function writeDataset(
  format: WritingFormat,
  dataset: Dataset,
  destination: Destination,
  surroundings: Surroundings,
  lost: LossCount,
): Promise<void> {
  const { articles, ...head } = dataset;
  const tooLarge = () =>
    surroundings.err('not read back: it is too large for that; “ascribe validate” checks it');
  if (destination.kind !== 'folder') {
    const pieces = checkedDatasetFile(format, head, articles, articles.length, lost, tooLarge);
    return writePieces(pieces, destination, surroundings);
  }
  const output = destination.path;
  const beside = await mkdtemp(join(dirname(output), `.${basename(output)}.`));
  try {
    const names: string[] = [];
    for await (const { name, pieces } of datasetFiles(
      format,
      basename(output),
      head,
      articles,
      lost,
      tooLarge,
    )) {
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

/** Writes the bytes of one file: to a file whole or not at all, to standard output as they come. */
export async function writePieces(
  pieces: AsyncIterable<Uint8Array>,
  { kind, path }: Destination,
  { output }: Surroundings,
): Promise<void> {
  if (kind !== 'standard output') return writeOutput(path, pieces);
  for await (const piece of pieces) await output(piece);
}
