import { datasetLinesFormat } from './dataset-schema.ts';
import type { Format, SourceFile } from './format.ts';
import { everything } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';

const formatMember = new RegExp(`"format"\\s*:\\s*"${datasetLinesFormat}"`);

/**
 * The native dataset as JSON Lines: the head in the first line, then an article a line (docs/dataset-format.md), so that datasets of any size are read and
 * written article by article.
 */
export const format: Format = {
  id: 'ascribe-jsonl',
  name: 'Ascribe lines',
  endings: ['.jsonl', '.ndjson'],
  mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  rank: 1,
  recognise,
  datasets: {
    read: async (file, options) => (await reading()).readDatasetLines(file, options),
    stream: async (name, chunks) => (await reading()).streamDatasetLines(name, chunks),
  },
  writer: {
    holds: everything,
    async *write(head, articles) {
      const { datasetLinesBytes } = await import('./lines/dataset-lines-writer.ts');
      yield* datasetLinesBytes(head, articles);
    },
  },
};

function reading() {
  return import('./lines/read-dataset-lines.ts');
}

/** By its first line, which says what it is. */
function recognise({ bytes }: SourceFile) {
  const begin = jsonHead(bytes)?.text.trimStart() ?? '';
  const end = begin.indexOf('\n');
  return formatMember.test(end === -1 ? begin : begin.slice(0, end)) ? 'content' : 'no';
}
