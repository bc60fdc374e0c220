import type { UnknownKeys } from '../unknown-keys.ts';
import type { Column, ColumnType, TableShape } from './table-shape.ts';

/** A record that was read from a row. */
export interface TableRecord {
  readonly record: Readonly<Record<string, unknown>>;
  /** Line of the file, from 1, where it is known. */
  readonly line: number | undefined;
}

/** The records of one table. */
export interface TableRecords {
  readonly shape: TableShape;
  /** The name of the file that it stands in. */
  readonly file: string;
  readonly records: readonly TableRecord[];
}

/** The value of a cell that is not empty; undefined for one that is. What is not of the type comes as it is, for whoever checks it to say so. */
export type CellReader = (cell: unknown, type: ColumnType | 'value') => unknown;

/** Makes records of the rows of a table with these columns. Columns that the shape does not know are counted, a cell each. */
export class RecordReader {
  readonly #shape: TableShape;
  readonly #read: CellReader;
  readonly #unknownKeys: UnknownKeys;
  readonly #columns: readonly { readonly at: number; readonly column: Column }[];
  readonly #open: readonly { readonly at: number; readonly key: string }[];
  readonly #unknown: readonly { readonly at: number; readonly name: string }[];

  constructor(shape: TableShape, names: readonly string[], read: CellReader, unknownKeys: UnknownKeys) {
    const byName = new Map(shape.columns.map((column) => [column.name, column]));
    const prefix = shape.open?.prefix;
    const isOpen = (name: string) => prefix !== undefined && name.startsWith(prefix);
    const all = names.map((name, at) => ({ at, name, column: byName.get(name) }));
    this.#shape = shape;
    this.#read = read;
    this.#unknownKeys = unknownKeys;
    this.#columns = all.flatMap(({ at, column }) => (column?.path === undefined ? [] : [{ at, column }]));
    const others = all.filter(({ column }) => column === undefined);
    this.#open = others
      .filter(({ name }) => isOpen(name))
      .map(({ at, name }) => ({ at, key: name.slice(prefix?.length) }));
    this.#unknown = others.filter(({ name }) => !isOpen(name));
  }

  record(cells: readonly unknown[]): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const { at, column } of this.#columns) {
      const value = this.#read(cells[at], column.type) ?? column.empty;
      if (value !== undefined && column.path !== undefined) put(record, column.path, value);
    }
    const { open } = this.#shape;
    if (open !== undefined) {
      const members: [string, unknown][] = [];
      for (const { at, key } of this.#open) {
        const value = this.#read(cells[at], open.type);
        if (value !== undefined) members.push([key, value]);
      }
      // `fromEntries` makes a key `__proto__` one like any other, which is then refused.
      record[open.member] = Object.fromEntries(members);
    }
    for (const { at, name } of this.#unknown) {
      if (this.#read(cells[at], 'text') !== undefined) this.#unknownKeys.count(`${this.#shape.name}.${name}`);
    }
    return record;
  }
}

/** Both keys are those of a shape, never of a file. */
function put(
  record: Record<string, unknown>,
  [key, member]: NonNullable<Column['path']>,
  value: unknown,
): void {
  if (member === undefined) record[key] = value;
  else record[key] = { ...asObject(record[key]), [member]: value };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
