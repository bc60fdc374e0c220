import { wellFormedJson } from '../well-formed-json.ts';
import type { Cell, Column, TableShape } from './table-shape.ts';
import { valueCell } from './value-cell.ts';

/** A record as a row: a cell for each column of its shape, and those of its free keys that it has. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly open: readonly (readonly [key: string, cell: Exclude<Cell, null>])[];
}

/**
 * The row of a record of the native dataset.
 * @param told what stands in the columns that repeat something, by their names
 */
export function rowOf(
  shape: TableShape,
  record: Readonly<Record<string, unknown>>,
  told: Readonly<Record<string, Cell | undefined>> = {},
): TableRow {
  const cells = shape.columns.map((column) =>
    column.path === undefined ? (told[column.name] ?? null) : cellOf(column, valueAt(record, column.path)),
  );
  const { open } = shape;
  if (open === undefined) return { cells, open: [] };
  const members = Object.entries(asRecord(record[open.member])).filter(([, value]) => value !== undefined);
  return {
    cells,
    open: members.map(([key, value]) => [key, open.type === 'text' ? String(value) : valueCell(value)]),
  };
}

function valueAt(
  record: Readonly<Record<string, unknown>>,
  [key, inner]: NonNullable<Column['path']>,
): unknown {
  return inner === undefined ? record[key] : asRecord(record[key])[inner];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function cellOf({ type, empty }: Column, value: unknown): Cell {
  if (value === undefined || value === null || value === empty) return null;
  if (type === 'json') return isEmptyList(value) && isEmptyList(empty) ? null : wellFormedJson(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return wellFormedJson(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
