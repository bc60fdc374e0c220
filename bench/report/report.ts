import { ratioIn, spreadIn } from './comparison.ts';
import type { Reading } from './reading.ts';
import type { Spread } from './spread.ts';
import { markdownTable } from './table.ts';

const contenderNames: Readonly<Record<string, string>> = {
  ascribe: 'Ascribe',
  codeMirror: 'CodeMirror',
  plain: 'plain paragraphs',
  barePut: 'bare put',
  emptyWindow: 'empty window',
};

/** All readings as Markdown: a table for each measure, Ascribe first and beside it how many times the others it comes to. */
export function reportOf(readings: readonly Reading[]): string {
  return distinct(readings.map(({ measure }) => measure))
    .map((measure) => `### ${capitalised(measure)}\n\n${tableOf(readings, measure)}\n`)
    .join('\n');
}

function tableOf(readings: readonly Reading[], measure: string): string {
  const own = readings.filter((reading) => reading.measure === measure);
  const contenders = distinct(own.map(({ contender }) => contender));
  const [first, ...others] = contenders.sort((a, b) => Number(b === 'ascribe') - Number(a === 'ascribe'));
  const sizes = distinct(own.map(({ size }) => size));
  const rows = sizes.map((size) => [
    size,
    ...contenders.map((contender) => spreadText(spreadIn(own, { size, contender }))),
    ...others.map((other) =>
      ratioText(ratioIn(own, { size, contender: first ?? '' }, { size, contender: other })),
    ),
  ]);
  const growth = growthRow(own, contenders);
  const head = ['', ...contenders.map(nameOf), ...others.map((other) => `× ${nameOf(other)}`)];
  return markdownTable(head, growth === undefined ? rows : [...rows, growth]);
}

/** How much more 5 MB take than 200 KB: the bar for a window that does not grow with the article. */
function growthRow(readings: readonly Reading[], contenders: readonly string[]): string[] | undefined {
  const ratios = contenders.map((contender) =>
    ratioIn(readings, { size: '5 MB', contender }, { size: '200 KB', contender }),
  );
  if (ratios.every((ratio) => ratio === undefined)) return undefined;
  return ['5 MB ÷ 200 KB', ...ratios.map(ratioText)];
}

function spreadText(spread: Spread | undefined): string {
  if (spread === undefined) return '–';
  return `${figure(spread.median)} (${figure(spread.least)}–${figure(spread.greatest)})`;
}

function ratioText(ratio: number | undefined): string {
  return ratio === undefined ? '–' : ratio.toFixed(2);
}

/** Three digits at most: no timing here is good for more. */
function figure(value: number): string {
  if (Number.isInteger(value) || value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function nameOf(contender: string): string {
  return contenderNames[contender] ?? contender;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
