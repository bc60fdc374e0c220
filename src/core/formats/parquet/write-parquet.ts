import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { datasetTables, type GatheredColumn, type GatheredTable } from '../tables/dataset-tables.ts';
import type { Cell } from '../tables/table-shape.ts';

/** Rows that are packed together, so that readers need not hold more. */
const rowsInGroup = 50_000;

/** The tables of a dataset as Parquet files, packed with Snappy. */
export async function* parquetFiles(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  for (const table of await datasetTables(head, articles)) {
    yield { name: `${table.name}.parquet`, bytes: fileOf(table) };
  }
}

function fileOf({ columns }: GatheredTable): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(columnOf),
    rowGroupSize: rowsInGroup,
    createdBy: 'Ascribe',
  });
  return new Uint8Array(buffer);
}

function columnOf({ name, type, cells }: GatheredColumn): ColumnSource {
  // Numbers of code points and bytes fit the integers of JavaScript, not always 32 bits.
  if (type === 'integer' && cells.every((cell) => cell === null || Number.isSafeInteger(cell)))
    return { name, type: 'INT64', data: cells.map((cell) => (cell === null ? null : BigInt(cell))) };
  if (isOf(cells, 'number', type)) return { name, type: 'DOUBLE', data: [...cells] };
  if (isOf(cells, 'boolean', type)) return { name, type: 'BOOLEAN', data: [...cells] };
  return { name, type: 'STRING', data: cells.map((cell) => (cell === null ? null : String(cell))) };
}

/** True for columns of that type, and for those of any value in which all are of it. */
function isOf(cells: readonly Cell[], wanted: 'number' | 'boolean', type: GatheredColumn['type']): boolean {
  if (type === wanted) return true;
  return (
    type === 'value' &&
    cells.some((cell) => cell !== null) &&
    cells.every((cell) => cell === null || typeof cell === wanted)
  );
}
