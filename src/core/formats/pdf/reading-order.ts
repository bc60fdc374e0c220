import type { Chunk } from './page-text.ts';

/** A line of a column, its chunks from left to right. */
export interface Row {
  readonly chunks: readonly Chunk[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Rows that are read one after the other: a column, or what stands across columns. */
export interface Region {
  readonly rows: readonly Row[];
}

/** A page of so many chunks is none that people read; it is taken in its own order. */
const mostChunks = 20_000;
const deepest = 6;

/** A gutter between columns is at least so wide, in times the size of the text beside it. */
const narrowestGutter = 0.6;
/** So many rows stand beside one another at least, and have so many characters on either side: a table has shorter cells. */
const fewestRows = 4;
const shortestLine = 18;
/** So much of its column a line fills on average: columns are full, cells are not. */
const leastFill = 0.55;
const leastSingle = 0.6;

/** The regions of a page in reading order: what stands above first, and side by side the left column before the right one. */
export function readingOrder(chunks: readonly Chunk[]): Region[] {
  if (chunks.length > mostChunks) return [{ rows: rowsOf(chunks) }];
  return regionsIn(chunks, 0);
}

function regionsIn(chunks: readonly Chunk[], depth: number): Region[] {
  if (chunks.length === 0) return [];
  const gutter = depth < deepest ? findGutter(chunks) : undefined;
  if (gutter === undefined) return [{ rows: rowsOf(chunks) }];
  const regions: Region[] = [];
  const isRtl = rtlShare(chunks) > 0.5;
  for (const band of bandsAt(chunks, gutter)) {
    if (band.isAcross) {
      regions.push(...regionsIn(band.chunks, deepest));
      continue;
    }
    const isLeft = ({ right }: Chunk) => right <= gutter + 1;
    const left = band.chunks.filter(isLeft);
    const right = band.chunks.filter((chunk) => !isLeft(chunk));
    const sides = isRtl ? [right, left] : [left, right];
    for (const side of sides) regions.push(...regionsIn(side, depth + 1));
  }
  return regions;
}

function rtlShare(chunks: readonly Chunk[]): number {
  const all = chunks.reduce((sum, { text }) => sum + text.length, 0);
  const rtl = chunks.reduce((sum, { text, isRtl }) => sum + (isRtl ? text.length : 0), 0);
  return all === 0 ? 0 : rtl / all;
}

/** Rows from top to bottom. Chunks are of one row when their baselines are about the same. */
export function rowsOf(chunks: readonly Chunk[]): Row[] {
  const sorted = [...chunks].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Chunk[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  for (const chunk of sorted) {
    const row = rows.at(-1);
    const size = row === undefined ? chunk.size : Math.min(chunk.size, row[0]?.size ?? chunk.size);
    if (row !== undefined && chunk.y - y < 0.4 * size) row.push(chunk);
    else {
      rows.push([chunk]);
      y = chunk.y;
    }
  }
  return rows.map((row) => {
    const [first] = row;
    const inOrder = row.sort((a, b) => a.x - b.x);
    return {
      chunks: inOrder,
      x: Math.min(...bounded(row, ({ x }) => x)),
      right: Math.max(...bounded(row, ({ right }) => right)),
      y: first?.y ?? 0,
      size: Math.max(...bounded(row, ({ size }) => size)),
    };
  });
}

/** A row of thousands is drawn as a few. */
function bounded(row: readonly Chunk[], of: (chunk: Chunk) => number): number[] {
  return row.slice(0, 1000).map(of);
}

/** An x that parts the page: text on both sides of it on many rows, and across it on few. */
function findGutter(chunks: readonly Chunk[]): number | undefined {
  const rows = rowsOf(chunks);
  const gaps: { from: number; to: number }[] = [];
  for (const { chunks: inRow } of rows) {
    let reached = Number.POSITIVE_INFINITY;
    for (const chunk of inRow) {
      if (chunk.x - reached > narrowestGutter * chunk.size) gaps.push({ from: reached, to: chunk.x });
      reached = reached === Number.POSITIVE_INFINITY ? chunk.right : Math.max(reached, chunk.right);
    }
  }
  if (gaps.length < fewestRows) return undefined;
  // The edges of gaps are where the number of gaps over an x changes.
  const candidates = [...new Set(gaps.map(({ to }) => Math.round(to) - 1))].slice(0, 200);
  const counted = candidates.map((x) => ({
    x,
    beside: gaps.filter(({ from, to }) => from <= x && x <= to).length,
    across: chunks.filter((chunk) => chunk.x < x - 1 && chunk.right > x + 1).length,
  }));
  const best = counted
    .filter(({ beside, across }) => beside >= fewestRows && across <= beside)
    .sort((a, b) => b.beside - b.across - (a.beside - a.across) || a.x - b.x);
  return best.find(({ x }) => areColumns(chunks, x))?.x;
}

function areColumns(chunks: readonly Chunk[], x: number): boolean {
  const left = rowsOf(chunks.filter(({ right }) => right <= x + 1));
  const right = rowsOf(chunks.filter((chunk) => chunk.x >= x - 1));
  if (left.length < fewestRows || right.length < fewestRows) return false;
  return isColumn(left) && isColumn(right);
}

function isColumn(rows: readonly Row[]): boolean {
  const from = Math.min(...rows.map(({ x }) => x));
  const to = Math.max(...rows.map(({ right }) => right));
  const characters = rows.reduce((sum, row) => sum + lengthOf(row), 0);
  // The cells of a table stand beside one another within a side, too.
  const single = rows.filter(({ chunks }) => chunks.length === 1).length;
  const filled = rows.reduce((sum, row) => sum + row.right - row.x, 0);
  return (
    single >= leastSingle * rows.length &&
    characters / rows.length >= shortestLine &&
    filled / rows.length >= leastFill * (to - from)
  );
}

function lengthOf({ chunks }: Row): number {
  return chunks.reduce((sum, { text }) => sum + text.length, 0);
}

interface Band {
  readonly isAcross: boolean;
  readonly chunks: Chunk[];
}

/** The page from top to bottom in bands: with text across the gutter, or beside it. */
function bandsAt(chunks: readonly Chunk[], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const row of rowsOf(chunks)) {
    const isAcross = row.chunks.some(({ x, right }) => x < gutter - 1 && right > gutter + 1);
    const band = bands.at(-1);
    if (band?.isAcross === isAcross) band.chunks.push(...row.chunks);
    else bands.push({ isAcross, chunks: [...row.chunks] });
  }
  return bands;
}
