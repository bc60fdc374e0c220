import { tableShapes } from './table-shape.ts';

/** The files that belong to one of that name, of tables that are a file each: `news-articles.csv` beside `news-spans.csv`. @param ending with its dot */
export function tableCompanions(name: string, ending: string): readonly string[] {
  const spans = `spans${ending}`;
  if (!name.toLowerCase().endsWith(spans)) return [];
  const before = name.slice(0, -spans.length);
  return tableShapes.flatMap((shape) => (shape.name === 'spans' ? [] : [`${before}${shape.name}${ending}`]));
}

/** The name of the table that a companion holds, by what `tableCompanions` called it; empty when it is none of them. */
export function tableOfCompanion(name: string, ending: string): string {
  return tableShapes.find((shape) => name.toLowerCase().endsWith(`${shape.name}${ending}`))?.name ?? '';
}

/** The name of the table whose columns these are, where they are surely its. */
export function tableOfColumns(names: readonly string[]): string | undefined {
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.includes(name));
  if (has('article_id', 'id', 'tag', 'start', 'end', 'text')) return 'spans';
  if (has('article_id', 'id', 'type', 'from', 'to')) return 'relations';
  return has('id', 'title', 'text', 'file_sha256') ? 'articles' : undefined;
}
