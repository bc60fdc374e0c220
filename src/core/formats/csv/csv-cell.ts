import { commaSeparatedField } from '../delimited-text.ts';
import { formulaRestored } from '../formula-text.ts';
import { parseJsonRange } from '../json/parse-json-range.ts';
import type { CellReader } from '../tables/table-records.ts';
import type { Cell, ColumnType } from '../tables/table-shape.ts';
import { cellValue } from '../tables/value-cell.ts';

/** A text of quotation marks alone, or of nothing. */
const marksAlone = /^"*$/;

/** A cell of a column of that type as a field of a CSV file. An empty text, unlike an empty cell, is a pair of quotation marks; a text of such marks has two more. */
export function csvField(cell: Cell, type: ColumnType | 'value'): string {
  if (cell === null) return '';
  const isMarks = type === 'text' && typeof cell === 'string' && marksAlone.test(cell);
  return commaSeparatedField(isMarks ? `""${cell}` : cell);
}

/** The value of a field. Truth values and numbers are taken as spreadsheet programs write them too. */
export const readCsvField: CellReader = (field, type) => {
  if (typeof field !== 'string' || field === '') return undefined;
  const text = formulaRestored(field);
  if (type === 'value') return cellValue(text);
  if (type === 'text') return text.length > 1 && marksAlone.test(text) ? text.slice(2) : text;
  if (type === 'boolean') {
    const word = text.toLowerCase();
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : text;
  }
  if (type === 'json') {
    const bytes = new TextEncoder().encode(text);
    const parsed = parseJsonRange(bytes, { start: 0, end: bytes.length });
    return parsed.ok ? parsed.value : text;
  }
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
};
