import { csvColumns } from './csv/csv-head.ts';
import type { Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';
import { tableCompanions, tableOfColumns } from './tables/table-files.ts';

/**
 * The tables of a dataset as CSV (RFC 4180; docs/tables.md says what stands in each): spans, relations, articles, and those of the head. Spreadsheet programs open
 * them, take nothing in them for a formula, and what they save is read again.
 */
export const format: Format = {
  id: 'csv',
  name: 'CSV tables',
  endings: ['.csv'],
  mediaTypes: ['text/csv'],
  rank: 2,
  recognise,
  datasets: {
    companions: (name) => tableCompanions(name, '.csv'),
    read: async (file, options) => (await import('./csv/read-csv.ts')).readCsv(file, options),
  },
  writer: {
    holds: allButRefusals,
    each: 'dataset',
    async *files(head, articles) {
      const { csvFiles } = await import('./csv/write-csv.ts');
      yield* csvFiles(head, articles);
    },
  },
};

/** By the columns: what other tables hold is no dataset. */
function recognise({ name, bytes }: SourceFile) {
  if (!name.toLowerCase().endsWith('.csv')) return 'no';
  return tableOfColumns(csvColumns(bytes)) === undefined ? 'no' : 'content';
}
