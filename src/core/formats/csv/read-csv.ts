import { type Result, success } from '../../model/result.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { delimitedRows } from '../delimited-text.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { assembleDataset } from '../tables/assemble-dataset.ts';
import { tableOfColumns, tableOfCompanion } from '../tables/table-files.ts';
import { RecordReader, type TableRecords } from '../tables/table-records.ts';
import { type TableShape, tableShapes } from '../tables/table-shape.ts';
import { UnknownKeys } from '../unknown-keys.ts';
import { readCsvField } from './csv-cell.ts';
import { csvColumns, csvEncoding, delimiterOf } from './csv-head.ts';

/** Reads a dataset of the table of its spans, or of its articles alone, and of the tables that came with it. */
export function readCsv(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const unknownKeys = new UnknownKeys();
  const main = tableOfColumns(csvColumns(file.bytes));
  if (main === undefined) {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” is CSV, but none of the tables of a dataset: its columns are not those of spans, relations or articles.`,
    );
  }
  const tables = new Map<string, TableRecords>();
  const named = (options?.companions ?? []).map((each) => ({
    each,
    table: tableOfCompanion(each.name, '.csv'),
  }));
  for (const { each, table } of [{ each: file, table: main }, ...named]) {
    const shape = tableShapes.find(({ name }) => name === table);
    if (shape === undefined || tables.has(table)) continue;
    const records = readTable(each, shape, unknownKeys);
    if (!records.ok) return records;
    tables.set(table, records.value);
  }
  if (!tables.has('articles')) {
    return unreadable(
      'cannot-read',
      `“${file.name}” holds the ${main} of a dataset without the articles that they stand on. Put articles.csv beside spans.csv and import that, or import the ZIP or folder that all of them came in.`,
    );
  }
  return success(assembleDataset(tables, file.name, unknownKeys, options));
}

function readTable(
  { name, bytes }: SourceFile,
  shape: TableShape,
  unknownKeys: UnknownKeys,
): Result<TableRecords, FormatFailure> {
  const text = decoded(bytes);
  if (text === undefined) {
    return unreadable(
      'not-text',
      `“${name}” is not in UTF-8, or too large. Save it as “CSV UTF-8”, then import it again.`,
    );
  }
  const rows = delimitedRows(text, delimiterOf(text));
  if (!rows.ok) {
    const { line, reason } = rows.reason;
    return unreadable('damaged', `“${name}” is no sound CSV: in line ${line}, ${reason}.`, line);
  }
  const [head, ...rest] = rows.value;
  const reader = new RecordReader(shape, head?.fields ?? [], readCsvField, unknownKeys);
  const records = rest.map(({ fields, line }) => ({ record: reader.record(fields), line }));
  return success({ shape, file: name, records });
}

/** The text without its byte order mark, which may say that it is UTF-16. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(csvEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
