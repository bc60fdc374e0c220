import { type Result, success } from '../../model/result.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { unreadableDocument } from '../extraction/document-failure.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { parseJsonRange } from '../json/parse-json-range.ts';
import { assembleDataset } from '../tables/assemble-dataset.ts';
import { type CellReader, RecordReader, type TableRecords } from '../tables/table-records.ts';
import { tableShapes } from '../tables/table-shape.ts';
import { cellValue } from '../tables/value-cell.ts';
import { UnknownKeys } from '../unknown-keys.ts';
import { continued } from './cell-text.ts';
import { type Sheet, type SheetCell, sheetsIn } from './workbook-parts.ts';

/** Reads a dataset of the sheets of a workbook that are named as its tables are; others are passed over. */
export function readXlsx(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const sheets = sheetsIn(file.bytes);
  if (!sheets.ok) return unreadableDocument(file.name, 'an Excel workbook', sheets.reason);
  const unknownKeys = new UnknownKeys();
  const tables = new Map<string, TableRecords>();
  for (const shape of tableShapes) {
    const sheet = sheets.value.find(({ name }) => name.toLowerCase() === shape.name);
    if (sheet === undefined) continue;
    const { names, rows } = joined(sheet);
    const reader = new RecordReader(shape, names, readCell, unknownKeys);
    const records = rows.map(({ cells, line }) => ({ record: reader.record(cells), line }));
    tables.set(shape.name, { shape, file: file.name, records });
  }
  if (!tables.has('articles')) {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” is a workbook without a sheet “articles”: it is no dataset. To make articles of its rows, save the sheet as CSV and open that.`,
    );
  }
  return success(assembleDataset(tables, file.name, unknownKeys, options));
}

interface JoinedRow {
  readonly cells: readonly SheetCell[];
  /** In the sheet, from 1. */
  readonly line: number;
}

/** The columns of a sheet, each with those behind it that go on where its cells are full; rows without anything in them left out. */
function joined({ rows }: Sheet): { names: readonly string[]; rows: readonly JoinedRow[] } {
  const [head = [], ...rest] = rows;
  const all = Array.from(head, (cell) => (cell === undefined ? '' : String(cell)));
  const own = all.flatMap((name, at) => (continued(name) === undefined ? [at] : []));
  const piecesOf = own.map((at) => [
    at,
    ...all.flatMap((name, other) => (continued(name) === all[at] ? [other] : [])),
  ]);
  const cellOf = (row: readonly SheetCell[], [first = 0, ...others]: readonly number[]): SheetCell => {
    const start = row[first];
    const pieces = others.flatMap((at) => (row[at] === undefined ? [] : [String(row[at])]));
    return pieces.length === 0 ? start : [start ?? '', ...pieces].join('');
  };
  return {
    names: own.map((at) => all[at] ?? ''),
    rows: rest.flatMap((row, at) =>
      row.some((cell) => cell !== undefined && cell !== '')
        ? [{ cells: piecesOf.map((pieces) => cellOf(row, pieces)), line: at + 2 }]
        : [],
    ),
  };
}

/** Spreadsheet programs make numbers of what looks like one: where a text belongs it is one again. */
const readCell: CellReader = (cell, type) => {
  if (cell === undefined || cell === null) return undefined;
  if (type === 'text') return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
  if (typeof cell !== 'string') return type === 'boolean' && typeof cell === 'number' ? cell !== 0 : cell;
  if (type === 'value') return cellValue(cell);
  if (type === 'json') {
    const json = new TextEncoder().encode(cell);
    const parsed = parseJsonRange(json, { start: 0, end: json.length });
    return parsed.ok ? parsed.value : cell;
  }
  if (type === 'boolean') {
    const word = cell.trim().toLowerCase();
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : cell;
  }
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell) ? Number(cell) : cell;
};
