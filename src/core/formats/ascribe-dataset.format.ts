import { datasetFormat } from './dataset-schema.ts';
import { datasetBytes } from './dataset-writer.ts';
import type { Format, SourceFile } from './format.ts';
import { everything } from './holdings.ts';
import { readDataset } from './read-dataset.ts';

/** How far into a file its format is looked for, in bytes. Ours say it in the first fifty. */
const searched = 64 * 1024;
const formatMember = new RegExp(`"format"\\s*:\\s*"${datasetFormat}"`);

/** The native dataset, which holds all that a project has. */
export const format: Format = {
  id: 'ascribe',
  name: 'Ascribe dataset',
  endings: ['.json'],
  mediaTypes: ['application/json'],
  rank: 0,
  recognise,
  datasets: { read: async (file, options) => readDataset(file, options?.progress) },
  writer: { holds: everything, write: datasetBytes },
};

function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  if (!/^\s*\{/.test(head)) return 'no';
  if (formatMember.test(head)) return 'content';
  return name.toLowerCase().endsWith('.json') ? 'ending' : 'no';
}
