import { type ParquetReadOptions, parquetMetadata, parquetRead, parquetSchema } from 'hyparquet';
import { failure, type Result, success } from '../../model/result.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { parseJsonRange } from '../json/parse-json-range.ts';
import { assembleDataset } from '../tables/assemble-dataset.ts';
import { tableOfColumns, tableOfCompanion } from '../tables/table-files.ts';
import { type CellReader, RecordReader, type TableRecords } from '../tables/table-records.ts';
import { type TableShape, tableShapes } from '../tables/table-shape.ts';
import { cellValue } from '../tables/value-cell.ts';
import { UnknownKeys } from '../unknown-keys.ts';
import { pageFault } from './page-check.ts';

/** A table with more rows, or more bytes when it is unpacked, is not read here. */
const mostRows = 20_000_000;
const mostBytes = 1024 * 1024 * 1024;

/** Reads a dataset of the table of its spans, or of its articles alone, and of the tables that came with it. */
export async function readParquet(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Promise<Result<DatasetReading, FormatFailure>> {
  const unknownKeys = new UnknownKeys();
  const tables = new Map<string, TableRecords>();
  const named = (options?.companions ?? []).map((each) => ({
    each,
    table: tableOfCompanion(each.name, '.parquet'),
  }));
  for (const { each, table } of [{ each: file, table: undefined }, ...named]) {
    const read = await readTable(each, table, unknownKeys);
    if (!read.ok) return read;
    if (!tables.has(read.value.shape.name)) tables.set(read.value.shape.name, read.value);
  }
  if (!tables.has('articles')) {
    return unreadable(
      'cannot-read',
      `“${file.name}” holds annotations without the articles that they stand on. Put articles.parquet beside spans.parquet and import that, or import the ZIP or folder that all of them came in.`,
    );
  }
  return success(assembleDataset(tables, file.name, unknownKeys, options));
}

async function readTable(
  { name, bytes }: SourceFile,
  table: string | undefined,
  unknownKeys: UnknownKeys,
): Promise<Result<TableRecords, FormatFailure>> {
  const rows = await rowsIn(bytes);
  if (!rows.ok)
    return unreadable(
      'damaged',
      `“${name}” is no sound Parquet: ${rows.reason}. Try another copy of the file.`,
    );
  const { columns, cells } = rows.value;
  const shape = shapeOf(table ?? tableOfColumns(columns));
  if (shape === undefined) {
    return unreadable(
      'not-a-dataset',
      `“${name}” is Parquet, but none of the tables of a dataset: its columns are not those of spans, relations or articles.`,
    );
  }
  const reader = new RecordReader(shape, columns, readCell, unknownKeys);
  return success({
    shape,
    file: name,
    records: cells.map((row) => ({ record: reader.record(row), line: undefined })),
  });
}

function shapeOf(table: string | undefined): TableShape | undefined {
  return tableShapes.find(({ name }) => name === table);
}

/** All rows of a file, as far as they may be held. Fails with a clause about “it”. */
async function rowsIn(
  bytes: Uint8Array,
): Promise<Result<{ columns: readonly string[]; cells: readonly (readonly unknown[])[] }, string>> {
  try {
    const { buffer } = bytes.slice();
    const metadata = parquetMetadata(buffer);
    const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
    if (!(Number(metadata.num_rows) <= mostRows) || !(size <= mostBytes))
      return failure('it would be far too large when unpacked');
    const counted = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (counted !== Number(metadata.num_rows) || metadata.row_groups.some(({ num_rows }) => num_rows < 0n))
      return failure('it has not as many rows as it says');
    const leaves = parquetSchema(metadata).children.map(({ element }) => element);
    const columns = leaves.map(({ name }) => name);
    if (
      leaves.some(
        ({ num_children, repetition_type }) => num_children !== undefined || repetition_type === 'REPEATED',
      )
    )
      return failure('it has lists or groups in its columns');
    const file = {
      byteLength: buffer.byteLength,
      slice: (start: number, end?: number) => buffer.slice(start, end),
    };
    const cells = Array.from({ length: Number(metadata.num_rows) }, (): unknown[] => []);
    // A column of a group at a time: of several that are read at once only the first that fails would be heard of.
    let start = 0;
    for (const group of metadata.row_groups) {
      const end = start + Number(group.num_rows);
      if (end === start) continue;
      if (group.columns.length !== leaves.length) return failure('a group has other columns than the file');
      for (const [at, { meta_data }] of group.columns.entries()) {
        const isOptional = leaves[at]?.repetition_type === 'OPTIONAL';
        const fault = meta_data && pageFault(bytes, meta_data, end - start, isOptional);
        if (fault !== undefined || meta_data === undefined)
          return failure(fault ?? 'a column says nothing of itself');
      }
      for (const [at, column] of columns.entries()) {
        const read = await columnOf({ file, metadata, columns: [column], rowStart: start, rowEnd: end });
        for (const [row, value] of read.entries()) {
          const into = cells[start + row];
          if (into !== undefined) into[at] = value;
        }
      }
      start = end;
    }
    return success({ columns, cells });
  } catch (error) {
    // The library says what it met in words for programmers.
    return failure(
      error instanceof Error && error.message.length < 200 ? error.message : 'it cannot be unpacked',
    );
  }
}

type ColumnPlace = Pick<ParquetReadOptions, 'file' | 'metadata' | 'columns' | 'rowStart' | 'rowEnd'>;

/** The values of one column in some rows. */
function columnOf(place: ColumnPlace): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    parquetRead({
      ...place,
      rowFormat: 'array',
      parsers: { stringFromBytes },
      onComplete: (rows: unknown[][]) => resolve(rows.map(([value]) => value)),
    })
      // Where there is nothing to read nothing is completed.
      .then(() => resolve([]))
      .catch(reject);
  });
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text that begins with U+FEFF keeps it. */
function stringFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes && utf8.decode(bytes);
}

const readCell: CellReader = (cell, type) => {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell !== 'string') return cell;
  if (type === 'value') return cellValue(cell);
  if (type !== 'json') return cell;
  const json = new TextEncoder().encode(cell);
  const parsed = parseJsonRange(json, { start: 0, end: json.length });
  return parsed.ok ? parsed.value : cell;
};
