import { incomingProject } from '../../core/formats/from-dataset.ts';
import { readDatasetFiles } from '../../core/formats/open-file.ts';
import { success } from '../../core/model/result.ts';
import type { DatasetMessage, DatasetReply } from './dataset-messages.ts';

/** Reads a dataset and makes of it what can be merged into a project. */
export async function parseDataset(
  { files, filling }: Extract<DatasetMessage, { kind: 'parse' }>,
  progress: (done: number, total: number) => void,
): Promise<DatasetReply> {
  const reading = await readDatasetFiles(files, { progress });
  if (!reading.ok) return { kind: 'parsed', result: reading };
  const { dataset, faults, unknownKeys, format, predictions = 0 } = reading.value;
  const incoming = incomingProject(dataset, filling);
  return { kind: 'parsed', result: success({ incoming, faults, unknownKeys, format, predictions }) };
}
