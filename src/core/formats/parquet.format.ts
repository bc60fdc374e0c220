import type { Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';
import { tableCompanions } from './tables/table-files.ts';

/**
 * The tables of a dataset as Apache Parquet (parquet.apache.org; docs/tables.md says what stands in each): a file a table, for DuckDB, Spark, pandas and other engines that
 * work on more than fits in memory.
 */
export const format: Format = {
  id: 'parquet',
  name: 'Parquet tables',
  endings: ['.parquet'],
  mediaTypes: ['application/vnd.apache.parquet'],
  rank: 3,
  recognise,
  datasets: {
    companions: (name) => tableCompanions(name, '.parquet'),
    read: async (file, options) => (await import('./parquet/read-parquet.ts')).readParquet(file, options),
  },
  writer: {
    holds: allButRefusals,
    each: 'dataset',
    async *files(head, articles) {
      const { parquetFiles } = await import('./parquet/write-parquet.ts');
      yield* parquetFiles(head, articles);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PAR1') return 'content';
  return name.toLowerCase().endsWith('.parquet') ? 'ending' : 'no';
}
