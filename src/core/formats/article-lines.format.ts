import type { Format, SourceFile } from './format.ts';
import { jsonHead } from './json/json-head.ts';

/** Objects of JSON with an article each, one a line or in a list: what programs that gather news give away. */
export const format: Format = {
  id: 'article-lines',
  name: 'Articles as JSON Lines',
  endings: ['.jsonl', '.ndjson', '.jsonlines', '.json'],
  mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  rank: 23,
  recognise,
  tables: {
    open: async (file) => (await import('./article-table/json-table.ts')).jsonTable(file),
  },
};

/** By the ending, where objects begin it: the first stands on a line of its own, or in a list. */
function recognise({ name, bytes }: SourceFile) {
  if (!format.endings.some((ending) => name.toLowerCase().endsWith(ending))) return 'no';
  const head = jsonHead(bytes);
  if (head?.kindAt('') !== 'object') return 'no';
  const isList = head.text.trimStart().startsWith('[');
  return isList || !name.toLowerCase().endsWith('.json') ? 'ending' : 'no';
}
