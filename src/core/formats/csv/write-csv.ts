import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { articleRows, entityNames, headTables } from '../tables/dataset-rows.ts';
import type { TableRow } from '../tables/table-rows.ts';
import { articlesShape, relationsShape, spansShape, type TableShape } from '../tables/table-shape.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { csvField } from './csv-cell.ts';

/** The tables of a dataset as CSV files. Each begins with a byte order mark, by which spreadsheet programs know UTF-8. */
export async function* csvFiles(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const names = entityNames(head);
  const [spans, relations, texts] = [
    new CsvTable(spansShape),
    new CsvTable(relationsShape),
    new CsvTable(articlesShape),
  ];
  for await (const article of articles) {
    const rows = articleRows(article, names);
    texts.add(rows.article);
    for (const row of rows.spans) spans.add(row);
    for (const row of rows.relations) relations.add(row);
  }
  for (const table of [spans, relations, texts]) yield await table.file();
  for (const { shape, rows } of headTables(head)) {
    const table = new CsvTable(shape);
    for (const row of rows) table.add(row);
    yield await table.file();
  }
}

/** A table that grows by rows, and to the right by the columns of free keys as they first come. */
class CsvTable {
  readonly #shape: TableShape;
  readonly #openKeys = new Map<string, number>();
  readonly #rows: { readonly line: string; readonly columns: number }[] = [];

  constructor(shape: TableShape) {
    this.#shape = shape;
  }

  add({ cells, open }: TableRow): void {
    const own = new Map(open);
    for (const key of own.keys()) if (!this.#openKeys.has(key)) this.#openKeys.set(key, this.#openKeys.size);
    const { columns, open: { type } = { type: 'value' } } = this.#shape;
    const fields = cells.map((cell, i) => csvField(cell, columns[i]?.type ?? 'text'));
    for (const key of this.#openKeys.keys()) fields.push(csvField(own.get(key) ?? null, type));
    this.#rows.push({ line: fields.join(','), columns: fields.length });
  }

  async file(): Promise<OutgoingFile> {
    const pieces: Uint8Array[] = [];
    for await (const piece of utf8Pieces(this.#lines())) pieces.push(piece);
    return { name: `${this.#shape.name}.csv`, bytes: joined(pieces) };
  }

  *#lines(): Generator<string> {
    const { columns, open } = this.#shape;
    const openNames = [...this.#openKeys.keys()].map((key) => `${open?.prefix ?? ''}${key}`);
    const names = [...columns.map(({ name }) => name), ...openNames];
    yield `\ufeff${names.map((name) => csvField(name, 'text')).join(',')}\r\n`;
    for (const { line, columns: own } of this.#rows) yield `${line}${','.repeat(names.length - own)}\r\n`;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
