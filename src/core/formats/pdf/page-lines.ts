import type { Chunk } from './page-text.ts';
import type { Region, Row } from './reading-order.ts';

/** A line as it is read, with what tells where paragraphs end. Lengths in points. */
export interface PageLine {
  readonly text: string;
  /** Several where wide gaps part the line: a row of a table. */
  readonly cells: readonly string[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** From 1. */
  readonly page: number;
  /** Which column of the document it stands in. */
  readonly region: number;
}

/** The lines of a page’s regions. @param firstRegion the number of the first of them within the document */
export function pageLines(regions: readonly Region[], page: number, firstRegion: number): PageLine[] {
  return regions.flatMap(({ rows }, i) =>
    rows.map((row) => ({ ...lineOf(row), page, region: firstRegion + i })),
  );
}

function lineOf({ chunks, x, right, y, size }: Row) {
  const isRtl = chunks.filter((chunk) => chunk.isRtl).length * 2 > chunks.length;
  const inOrder = isRtl ? [...chunks].reverse() : chunks;
  const cells: string[] = [];
  let last: Chunk | undefined;
  for (const chunk of inOrder) {
    const gap = last === undefined ? 0 : isRtl ? last.x - chunk.right : chunk.x - last.right;
    const cell = cells.pop();
    if (cell === undefined) cells.push(chunk.text);
    else if (gap > 1.2 * size) cells.push(cell, chunk.text);
    else cells.push(`${cell} ${chunk.text}`);
    last = chunk;
  }
  const tidy = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '');
  return { text: tidy.join(' '), cells: tidy, x, right, y, size, font: fontOf(chunks) };
}

/** The font of most of a line. */
function fontOf(chunks: readonly Chunk[]): string {
  let most = 0;
  let font = '';
  for (const chunk of chunks) {
    if (chunk.text.length <= most) continue;
    most = chunk.text.length;
    font = chunk.font;
  }
  return font;
}
