import type { Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';

/**
 * doccano’s JSON Lines (doccano.github.io, “Import and export”), for sequence labelling, relations and slot filling. Offsets are code points. Articles are
 * written as `id`, `label` (`[start, end, tag]`) and `text`; where there are relations as `entities` and `relations`, as a project with relations
 * wants them. Title and metadata go into the further columns `title` and `meta`, which doccano keeps; so do suggestions, into `predictions`.
 */
export const format: Format = {
  id: 'doccano',
  name: 'doccano JSON Lines',
  endings: ['.jsonl', '.json'],
  mediaTypes: ['application/jsonl'],
  rank: 28,
  recognise,
  datasets: {
    read: async (file, options) => (await import('./doccano/read-doccano.ts')).readDoccano(file, options),
  },
  writer: {
    holds: { ...spansAlone, relations: true, titles: true, metadata: true },
    predictions: true,
    async *write(_head, articles) {
      const { doccanoBytes } = await import('./doccano/write-doccano.ts');
      yield* doccanoBytes(articles);
    },
  },
};

function recognise({ bytes }: SourceFile) {
  const head = jsonHead(bytes);
  if (head === undefined || head.kindAt('') !== 'object') return 'no';
  const hasSpans = ['label', 'labels', 'entities'].some(
    (key) => head.kindAt(`${key}[][]`) === 'number' || head.kindAt(`${key}[].start_offset`) === 'number',
  );
  if (hasSpans) return 'content';
  if (head.kindAt('text') !== 'text') return 'no';
  const hasLabels = ['label', 'labels', 'cats'].some(
    (key) => head.kindAt(key) === 'list' && [undefined, 'text'].includes(head.kindAt(`${key}[]`)),
  );
  if (hasLabels || head.kindAt('Comments') === 'list') return 'content';
  return 'no';
}
