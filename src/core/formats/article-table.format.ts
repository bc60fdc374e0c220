import { csvColumns } from './csv/csv-head.ts';
import type { Format, SourceFile } from './format.ts';

/** A table in text with an article a row: what databases of news and spreadsheets give away. */
export const format: Format = {
  id: 'article-table',
  name: 'Table of articles (CSV, TSV)',
  endings: ['.csv', '.tsv', '.tab'],
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  rank: 22,
  recognise,
  tables: {
    open: async (file, options) =>
      (await import('./article-table/delimited-table.ts')).delimitedTable(file, options),
  },
};

/** By the ending, where more than one column begins it: a single one is text with another name. */
function recognise({ name, bytes }: SourceFile) {
  if (!format.endings.some((ending) => name.toLowerCase().endsWith(ending))) return 'no';
  return csvColumns(bytes).length > 1 ? 'ending' : 'no';
}
