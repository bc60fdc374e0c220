import type { DatasetRelation, DatasetSpan } from '../../core/formats/dataset-schema.ts';
import {
  type ArticleDifference,
  type DatasetDifference,
  datasetDifference,
} from '../../core/measure/dataset-difference.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { readAsDataset } from '../read-dataset.ts';
import { inputOptions } from '../read-input.ts';

export const command: Command = {
  name: 'diff',
  operands: 'A B [--from ID] [--json]',
  summary:
    'Compare two datasets: articles, annotations and links added (+), removed (-) and changed (~) in B.',
  help: [
    '',
    'A and B may be of different formats. Articles are the same by their id, else by their text, else by their title; annotations by their id, else by tag and place.',
    'Who made something and when does not count as a difference of what it says; its annotator does.',
    'The last line counts. Exit code 0 whether or not they differ.',
    '',
    '  --from ID   read both in this format',
    '  --json      print one JSON object',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(args, ['from'], ['json']);
    const [a, b, ...more] = operands;
    if (a === undefined || b === undefined || more.length > 0) throw new UsageError('it takes two datasets');
    const reading = inputOptions(options);
    const before = await readAsDataset([a], reading, surroundings);
    const after = await readAsDataset([b], reading, surroundings);
    if (before === undefined || after === undefined) return 1;
    const difference = datasetDifference(before, after);
    const lines = flags.has('json') ? [JSON.stringify(difference, null, 2)] : linesOf(difference);
    for (const line of lines) surroundings.out(line);
    return 0;
  },
};

function linesOf(difference: DatasetDifference): string[] {
  const { added, removed, changed } = difference;
  const sums = { added: 0, removed: 0, changed: 0 };
  const relationSums = { added: 0, removed: 0, changed: 0 };
  for (const { spans, relations } of changed) {
    for (const kind of ['added', 'removed', 'changed'] as const) {
      sums[kind] += spans[kind].length;
      relationSums[kind] += relations[kind].length;
    }
  }
  const counted = (of: typeof sums) => `${of.added} added, ${of.removed} removed, ${of.changed} changed`;
  return [
    ...removed.map((article) => `- article ${titled(article)}`),
    ...added.map((article) => `+ article ${titled(article)}`),
    ...changed.flatMap(articleLines),
    `articles ${counted({ added: added.length, removed: removed.length, changed: changed.length })}; spans ${counted(sums)}; relations ${counted(relationSums)}`,
  ];
}

function articleLines({ before, after, textChanged, spans, relations }: ArticleDifference): string[] {
  const spanById = new Map([...(after.spans ?? []), ...(before.spans ?? [])].map((span) => [span.id, span]));
  const relation = ({ type, from, to }: DatasetRelation) =>
    `relation ${type} ${quoted(spanById.get(from))} → ${quoted(spanById.get(to))}`;
  return [
    `~ article ${titled(before)}${textChanged ? ': its text differs' : ''}`,
    ...spans.removed.map((one) => `  - ${spanLine(one)}`),
    ...spans.added.map((one) => `  + ${spanLine(one)}`),
    ...spans.changed.map((one) => `  ~ ${spanLine(one.before)}: ${changeWords(one)}`),
    ...relations.removed.map((one) => `  - ${relation(one)}`),
    ...relations.added.map((one) => `  + ${relation(one)}`),
    ...relations.changed.map((one) => `  ~ ${relation(one.before)}: ${changeWords(one)}`),
  ];
}

function changeWords({
  before,
  after,
  keys,
}: {
  before: object;
  after: object;
  keys: readonly string[];
}): string {
  const a = new Map(Object.entries(before));
  const b = new Map(Object.entries(after));
  return keys.map((key) => `${key} ${JSON.stringify(a.get(key))} → ${JSON.stringify(b.get(key))}`).join(', ');
}

function spanLine(span: DatasetSpan): string {
  return `span ${span.tag} ${span.start}-${span.end} ${quoted(span)}`;
}

function quoted(span: DatasetSpan | undefined): string {
  if (span === undefined) return '?';
  const words = span.text.replace(/\s+/gu, ' ');
  return JSON.stringify(words.length > 60 ? `${words.slice(0, 59)}…` : words);
}

function titled({ id, title }: { id: string; title?: string | undefined }): string {
  return title ? `${JSON.stringify(title)} (${id})` : id;
}
