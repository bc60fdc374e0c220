import type { Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';

/**
 * Label Studio’s tasks (labelstud.io/guide/task_format): a list of tasks with the text under `data.text` and one annotation each, whose results are of type
 * `labels` and `relation`. Offsets are code points, as they have been since its frontend 1.4 (HumanSignal/label-studio#1559); older ones counted UTF-16 units,
 * which is told when reading by what the spans say they read. Notes are the regions’ `meta.text`, attributes and flags stand beside it; title and metadata
 * are further `data` and the task’s `meta`. It takes no annotators that it does not know: they are not written.
 */
export const format: Format = {
  id: 'label-studio',
  name: 'Label Studio JSON',
  endings: ['.json'],
  mediaTypes: ['application/json'],
  rank: 27,
  recognise,
  datasets: {
    read: async (file, options) =>
      (await import('./label-studio/read-label-studio.ts')).readLabelStudio(file, options),
  },
  writer: {
    holds: {
      ...spansAlone,
      relations: true,
      attributes: true,
      // The one thing that its relations say beside their labels.
      relationAttributes: (id, value) => id === 'direction' && value === 'bi',
      notes: true,
      flags: true,
      titles: true,
      metadata: true,
    },
    predictions: true,
    async *write(_head, articles) {
      const { labelStudioBytes } = await import('./label-studio/write-label-studio.ts');
      yield* labelStudioBytes(articles);
    },
  },
};

function recognise({ bytes }: SourceFile) {
  const head = jsonHead(bytes);
  if (head === undefined || head.kindAt('') !== 'object') return 'no';
  const hasResults = ['annotations', 'completions', 'predictions'].some(
    (key) => head.kindAt(`${key}[].result`) === 'list',
  );
  const isMinimum = ['label', 'labels', 'ner'].some((key) => head.kindAt(`${key}[].labels`) === 'list');
  if (hasResults || isMinimum) return 'content';
  if (head.kindAt('data') !== 'object') return 'no';
  const hasLists = ['annotations', 'completions', 'predictions'].some((key) => head.kindAt(key) === 'list');
  return hasLists || head.kindAt('data.text') === 'text' ? 'content' : 'no';
}
