import { ZipParts, zipNames } from './extraction/zip-parts.ts';
import type { Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';

/**
 * The tables of a dataset as the sheets of one workbook (SpreadsheetML, ECMA-376, part 1, chapter 18; docs/tables.md says what stands in each). All texts are cells of
 * text, so that no program takes one for a formula, and what was changed in a spreadsheet program is read again.
 */
export const format: Format = {
  id: 'xlsx',
  name: 'Excel workbook',
  endings: ['.xlsx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  rank: 4,
  recognise,
  datasets: {
    read: async (file, options) => (await import('./xlsx/read-xlsx.ts')).readXlsx(file, options),
  },
  writer: {
    holds: allButRefusals,
    async *write(head, articles) {
      const { xlsxBytes } = await import('./xlsx/write-xlsx.ts');
      yield* xlsxBytes(head, articles);
    },
  },
};

/** Sure only of a workbook with a sheet for articles. */
function recognise({ name, bytes }: SourceFile) {
  if (!zipNames(bytes).has('xl/workbook.xml')) return 'no';
  const parts = ZipParts.of(bytes);
  const workbook = parts.ok ? parts.value.xmlText('xl/workbook.xml') : parts;
  if (workbook.ok && /<(?:\w+:)?sheet\s[^>]*name="articles"/.test(workbook.value ?? '')) return 'content';
  return name.toLowerCase().endsWith('.xlsx') ? 'ending' : 'no';
}
