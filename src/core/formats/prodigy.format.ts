import type { Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';
import { isFreeRelationKey, isFreeSpanKey } from './prodigy/reserved-keys.ts';

/**
 * Prodigy’s annotation tasks (prodi.gy/docs/api-interfaces: `ner_manual`, `spans_manual`, `relations`), one a line. Offsets are code points, ends of relations are
 * tokens. Attributes of spans and relations are further keys of them; title and metadata stand under `title` and `meta`.
 */
export const format: Format = {
  id: 'prodigy',
  name: 'Prodigy JSON Lines',
  endings: ['.jsonl', '.json'],
  mediaTypes: ['application/jsonl'],
  rank: 29,
  recognise,
  datasets: {
    read: async (file, options) => (await import('./prodigy/read-prodigy.ts')).readProdigy(file, options),
  },
  writer: {
    holds: {
      ...spansAlone,
      relations: true,
      attributes: isFreeSpanKey,
      relationAttributes: isFreeRelationKey,
      titles: true,
      metadata: true,
    },
    async *write(_head, articles) {
      const { prodigyBytes } = await import('./prodigy/write-prodigy.ts');
      yield* prodigyBytes(articles);
    },
  },
};

const bookkeeping = ['_input_hash', '_task_hash', '_session_id', '_annotator_id', '_view_id'];

function recognise({ bytes }: SourceFile) {
  const head = jsonHead(bytes);
  if (head === undefined || head.kindAt('') !== 'object') return 'no';
  if (bookkeeping.some((key) => head.kindAt(key) !== undefined)) return 'content';
  const hasSpans =
    head.kindAt('spans[].start') === 'number' &&
    head.kindAt('spans[].label') === 'text' &&
    head.kindAt('spans[].tag') === undefined;
  if (hasSpans || head.kindAt('spans[].token_start') === 'number') return 'content';
  return head.kindAt('answer') === 'text' && head.kindAt('text') === 'text' ? 'content' : 'no';
}
