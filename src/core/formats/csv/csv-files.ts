import { tableShapes } from '../tables/table-shape.ts';

const spansFile = /spans\.csv$/i;

/** The name of a table's file, of those whose spans stand in `spans`: `news-articles.csv` beside `news-spans.csv`. */
function fileBeside(spans: string, table: string): string {
  return `${spans.replace(spansFile, '')}${table}.csv`;
}

/** The files that belong to one of that name. */
export function csvCompanions(name: string): readonly string[] {
  if (!spansFile.test(name)) return [];
  return tableShapes.filter((shape) => shape.name !== 'spans').map((shape) => fileBeside(name, shape.name));
}

/** The name of the table that a companion holds, by what `csvCompanions` called it; empty when it is none of them. */
export function tableOfCompanion(name: string): string {
  return tableShapes.find((shape) => name.toLowerCase().endsWith(`${shape.name}.csv`))?.name ?? '';
}

/** The name of the table whose columns these are, where they are surely its. */
export function tableOfColumns(names: readonly string[]): string | undefined {
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.includes(name));
  if (has('article_id', 'id', 'tag', 'start', 'end', 'text')) return 'spans';
  if (has('article_id', 'id', 'type', 'from', 'to')) return 'relations';
  return has('id', 'title', 'text', 'file_sha256') ? 'articles' : undefined;
}
