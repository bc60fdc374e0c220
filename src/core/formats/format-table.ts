import type { Format } from './format.ts';
import { type Feature, featureNames, type Holdings } from './holdings.ts';
import { formats, opensArticles } from './registry.ts';

/** The page `docs/formats.md`: which formats there are and what each can hold, as the registry says it. */
export function formatPage(): string {
  const articles = formats.filter(opensArticles);
  const datasets = formats.filter(
    ({ datasets: reader, writer }) => reader !== undefined || writer !== undefined,
  );
  return [
    '# Formats',
    '',
    'Made from the registry by `node scripts/write-formats.mjs`; do not edit. What a format cannot hold is left out when it is written, counted, and said before:',
    'in the export dialog, and as `lost: N …` on the command line. What it holds comes back exactly: every export is read back and compared before it takes the place of',
    'an older file.',
    '',
    '## Files that open as articles',
    '',
    'A ZIP or a folder of them opens as all that is in it.',
    '',
    '| id | name | endings | an article is |',
    '| --- | --- | --- | --- |',
    ...articles.map(
      ({ id, name, endings, tables }) =>
        `| \`${id}\` | ${name} | ${code(endings)} | ${tables === undefined ? 'the file' : 'a row, with columns as you choose them'} |`,
    ),
    '',
    '## Datasets',
    '',
    '| id | name | reads | writes | endings | an export is |',
    '| --- | --- | --- | --- | --- | --- |',
    ...datasets.map(
      (format) =>
        `| \`${format.id}\` | ${format.name} | ${mark(format.datasets !== undefined)} | ${mark(format.writer !== undefined)} | ${code(format.endings)} | ${shape(format)} |`,
    ),
    '',
    '## What each can hold',
    '',
    'Text and spans of one stretch are held by all. `some`: those that its own conventions have a place for.',
    '',
    ...holdingsTable(datasets),
    '',
  ].join('\n');
}

function holdingsTable(datasets: readonly Format[]): string[] {
  const writing = datasets.flatMap(({ id, writer }) =>
    writer === undefined ? [] : [{ id, holds: writer.holds }],
  );
  const rows = Object.entries(featureNames).map(([feature, name]) => {
    const cells = writing.map(({ holds }) => held(holds, feature));
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    `| | ${writing.map(({ id }) => `\`${id}\``).join(' | ')} |`,
    `| --- | ${writing.map(() => '---').join(' | ')} |`,
    ...rows,
  ];
}

function held(holds: Holdings, feature: string): string {
  const value = isFeature(feature, holds) ? holds[feature] : false;
  if (typeof value === 'boolean') return mark(value);
  return typeof value === 'function' ? 'some' : String(value);
}

function isFeature(feature: string, holds: Holdings): feature is Feature {
  return Object.hasOwn(holds, feature);
}

function shape({ writer }: Format): string {
  if (writer === undefined) return '';
  if ('write' in writer) return 'one file';
  return writer.each === 'article' ? 'a file an article' : 'several files in a folder or ZIP';
}

function mark(holds: boolean): string {
  return holds ? 'yes' : '–';
}

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' ');
}
