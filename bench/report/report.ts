import { articleSizes } from '../article/article-sizes.ts';
import { ratioIn, spreadIn } from './comparison.ts';
import { growthExponent } from './growth.ts';
import type { Reading } from './reading.ts';
import type { Spread } from './spread.ts';
import { markdownTable } from './table.ts';

/** In the order of the columns: ours, then what they are compared with. */
const ours = ['app', 'ascribe', 'startScript', 'npmStart', 'concordance', 'matcher'];
const others = [
  'codeMirror',
  'plain',
  'durableFloor',
  'emptyWindow',
  'electronAlone',
  'storeScan',
  'memoryScan',
  'json',
];

const names: Readonly<Record<string, string>> = {
  app: 'whole app',
  ascribe: 'editor alone',
  codeMirror: 'CodeMirror',
  plain: 'plain paragraphs',
  durableFloor: 'bare put and flushed append',
  emptyWindow: 'empty window',
  electronAlone: 'Electron alone',
  startScript: 'start script',
  npmStart: 'npm start',
  concordance: 'concordance',
  matcher: 'matcher',
  storeScan: 'indexOf over the store',
  memoryScan: 'indexOf in memory',
  json: 'JSON.parse or stringify',
};

/** All readings as Markdown: a table for each measure, and in it how many times as much ours come to as the others. */
export function reportOf(readings: readonly Reading[]): string {
  return distinct(readings.map(({ measure }) => measure))
    .map((measure) => `### ${capitalised(measure)}\n\n${tableOf(readings, measure)}\n`)
    .join('\n');
}

function tableOf(readings: readonly Reading[], measure: string): string {
  const own = readings.filter((reading) => reading.measure === measure);
  const isThere = (contender: string) => own.some((reading) => reading.contender === contender);
  const [left, right] = [ours.filter(isThere), others.filter(isThere)];
  const contenders = [...left, ...right];
  const pairs = left.flatMap((one) => right.map((other) => ({ one, other })));
  const rows = distinct(own.map(({ size }) => size)).map((size) => [
    size,
    ...contenders.map((contender) => spreadText(spreadIn(own, { size, contender }))),
    ...pairs.map(({ one, other }) =>
      ratioText(ratioIn(own, { size, contender: one }, { size, contender: other })),
    ),
  ]);
  const head = [
    '',
    ...contenders.map(nameOf),
    ...pairs.map(({ one, other }) => `${nameOf(one)} ÷ ${nameOf(other)}`),
  ];
  return markdownTable(head, [...rows, ...growthRow(own, contenders), ...exponentRow(own, contenders)]);
}

/** How much more 5 MB take than 200 KB: does cost follow the window or the article? */
function growthRow(readings: readonly Reading[], contenders: readonly string[]): string[][] {
  const ratios = contenders.map((contender) =>
    ratioIn(readings, { size: '5 MB', contender }, { size: '200 KB', contender }),
  );
  return ratios.every((ratio) => ratio === undefined) ? [] : [['5 MB ÷ 200 KB', ...ratios.map(ratioText)]];
}

/** How cost grows with the size of the article. */
function exponentRow(readings: readonly Reading[], contenders: readonly string[]): string[][] {
  const exponents = contenders.map((contender) =>
    growthExponent(
      articleSizes.flatMap(({ id, length }) => {
        const spread = spreadIn(readings, { size: id, contender });
        return spread === undefined ? [] : [{ length, cost: spread.median }];
      }),
    ),
  );
  return exponents.every((exponent) => exponent === undefined)
    ? []
    : [['grows with size to the power of', ...exponents.map(ratioText)]];
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
  return names[contender] ?? contender;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
