import type { PageLine } from './page-lines.ts';

/** How many lines from the top and the bottom of a page may be running ones. */
const edgeLines = 3;

/** What stands on so many pages, and on so large a part of them, at the same place is no part of the text. */
const fewestPages = 3;
const leastShare = 0.4;
/** In points. */
const samePlace = 4;

const pageNumber =
  /^[\s\-–—•|]*(?:(?:page|p\.|seite|s\.|página|pagina|стр\.?|страница)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de|di|sur|из|\|)\s*\d{1,4})?[\s\-–—•|]*$/i;

interface Edge {
  readonly line: PageLine;
  readonly key: string;
}

/**
 * The lines of all pages without those that repeat at the top or bottom of pages (numbers in them may differ) and without page numbers: a number that
 * stands alone there and goes up with the pages.
 */
export function withoutRunningLines(lines: readonly PageLine[]): PageLine[] {
  const pages = new Map<number, PageLine[]>();
  for (const line of lines) {
    const inPage = pages.get(line.page);
    if (inPage === undefined) pages.set(line.page, [line]);
    else inPage.push(line);
  }
  const edges: Edge[] = [];
  for (const inPage of pages.values()) {
    const down = [...inPage].sort((a, b) => a.y - b.y);
    const atEdge = new Set([...down.slice(0, edgeLines), ...down.slice(-edgeLines)]);
    for (const line of atEdge) edges.push({ line, key: line.text.replace(/\d+/g, '#').toLowerCase() });
  }
  const dropped = new Set([...repeated(edges, pages.size), ...numbers(edges, pages)]);
  return lines.filter((line) => !dropped.has(line));
}

function repeated(edges: readonly Edge[], pageCount: number): PageLine[] {
  const pagesAt = new Map<string, Set<number>>();
  const placeOf = (key: string, step: number) => `${step} ${key}`;
  const stepOf = ({ y }: PageLine) => Math.round(y / samePlace);
  for (const { line, key } of edges) {
    const place = placeOf(key, stepOf(line));
    pagesAt.set(place, (pagesAt.get(place) ?? new Set()).add(line.page));
  }
  const least = Math.max(fewestPages, leastShare * pageCount);
  return edges
    .filter(({ line, key }) => {
      const near = [-1, 0, 1].map((step) => pagesAt.get(placeOf(key, stepOf(line) + step))?.size ?? 0);
      return near.reduce((sum, size) => sum + size, 0) >= least;
    })
    .map(({ line }) => line);
}

function numbers(edges: readonly Edge[], pages: ReadonlyMap<number, readonly PageLine[]>): PageLine[] {
  const numbered = edges.flatMap(({ line }) => {
    const number = pageNumber.exec(line.text)?.[1];
    return number === undefined ? [] : [{ line, offset: Number(number) - line.page }];
  });
  const pagesOf = new Map<number, Set<number>>();
  for (const { line, offset } of numbered)
    pagesOf.set(offset, (pagesOf.get(offset) ?? new Set()).add(line.page));
  return numbered
    .filter(({ line, offset }) => {
      const isAlone = pages.size === 1 && offset === 0 && isApart(line, pages.get(line.page) ?? []);
      return isAlone || (pagesOf.get(offset)?.size ?? 0) > 1;
    })
    .map(({ line }) => line);
}

/** True when nothing stands near it, and it is the last line of its page. */
function isApart(line: PageLine, inPage: readonly PageLine[]): boolean {
  return inPage.every((other) => other === line || line.y - other.y > 3 * line.size);
}
