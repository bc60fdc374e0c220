import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { articleRows, entityNames, headTables } from './dataset-rows.ts';
import type { TableRow } from './table-rows.ts';
import {
  articlesShape,
  type Cell,
  type Column,
  relationsShape,
  spansShape,
  type TableShape,
} from './table-shape.ts';

/** A column of a whole table. */
export interface GatheredColumn {
  readonly name: string;
  /** `value`: any JSON, as `valueCell` has it. */
  readonly type: Column['type'] | 'value';
  /** A cell for each row. */
  readonly cells: readonly Cell[];
}

/** A whole table of a dataset, by columns. */
export interface GatheredTable {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly GatheredColumn[];
}

/** The tables of a dataset, for formats that need to know all columns before they write the first row. Those of the head that would be empty are left out. */
export async function datasetTables(head: DatasetHead, articles: Articles): Promise<GatheredTable[]> {
  const names = entityNames(head);
  const [spans, relations, texts] = [
    new Gathering(spansShape),
    new Gathering(relationsShape),
    new Gathering(articlesShape),
  ];
  for await (const article of articles) {
    const rows = articleRows(article, names);
    texts.add(rows.article);
    for (const row of rows.spans) spans.add(row);
    for (const row of rows.relations) relations.add(row);
  }
  const others = headTables(head).map(({ shape, rows }) => {
    const table = new Gathering(shape);
    for (const row of rows) table.add(row);
    return table;
  });
  return [spans, relations, texts, ...others].map((table) => table.gathered());
}

/** A table that grows by rows, and to the right by the columns of free keys as they first come. */
class Gathering {
  readonly #shape: TableShape;
  readonly #columns: Cell[][];
  readonly #open = new Map<string, Cell[]>();
  #rowCount = 0;

  constructor(shape: TableShape) {
    this.#shape = shape;
    this.#columns = shape.columns.map(() => []);
  }

  add({ cells, open }: TableRow): void {
    for (const [at, column] of this.#columns.entries()) column.push(cells[at] ?? null);
    for (const [key, cell] of open) {
      let column = this.#open.get(key);
      if (column === undefined) {
        column = [];
        this.#open.set(key, column);
      }
      while (column.length < this.#rowCount) column.push(null);
      column.push(cell);
    }
    this.#rowCount += 1;
  }

  gathered(): GatheredTable {
    const { name, columns, open } = this.#shape;
    const own = columns.map((column, at) => ({
      name: column.name,
      type: column.type,
      cells: this.#columns[at] ?? [],
    }));
    const others = [...this.#open].map(([key, cells]): GatheredColumn => {
      while (cells.length < this.#rowCount) cells.push(null);
      return { name: `${open?.prefix ?? ''}${key}`, type: open?.type ?? 'value', cells };
    });
    return { name, rowCount: this.#rowCount, columns: [...own, ...others] };
  }
}
