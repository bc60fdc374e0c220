/** A piece of text as it stands on a page. Lengths in points, `y` grows downwards. */
export interface Chunk {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of its font. */
  readonly size: number;
  readonly font: string;
  readonly isRtl: boolean;
  /** Place in the page’s own order. */
  readonly order: number;
}

/** What the PDF library says of a piece of text. */
export interface PageItem {
  readonly str: string;
  readonly dir: string;
  /** PDF’s matrix: a, b, c, d, e, f. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

export interface PageText {
  readonly chunks: readonly Chunk[];
  /** What is not written along the lines of the page: stamps in the margin, watermarks. */
  readonly turned: readonly string[];
}

/** In times the font’s size: what parts two words, and what is no gap between words any more, even in justified text. */
const wordGap = 0.13;
const wideGap = 1.5;

/**
 * The words of a page, those joined that stand next to each other on a line. Wide gaps (between columns, or the cells of a table) are kept.
 * @param toPage matrix from the document’s coordinates to those of the page as it is read
 */
export function pageText(items: readonly PageItem[], toPage: readonly number[]): PageText {
  const chunks: Chunk[] = [];
  const turned: string[] = [];
  let last: Chunk | undefined;
  let isParted = true;
  for (const [order, item] of items.entries()) {
    if (item.str !== '' && item.str.trim() === '') {
      // A blank is a gap, as wide as it is.
      if (last !== undefined && item.width > wideGap * last.size) isParted = true;
      else if (last !== undefined && !last.text.endsWith(' '))
        last = replaceLast(chunks, { ...last, text: `${last.text} ` });
    } else if (item.str !== '') {
      const placed = placedChunk(item, toPage, order);
      if (placed === undefined) turned.push(item.str);
      else {
        const joined: Chunk | undefined = isParted || last === undefined ? undefined : join(last, placed);
        if (joined === undefined) chunks.push(placed);
        else replaceLast(chunks, joined);
        last = joined ?? placed;
        isParted = false;
      }
    }
    if (item.hasEOL) isParted = true;
  }
  return { chunks, turned };
}

function replaceLast(chunks: Chunk[], chunk: Chunk): Chunk {
  chunks[chunks.length - 1] = chunk;
  return chunk;
}

function placedChunk(item: PageItem, toPage: readonly number[], order: number): Chunk | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [p = 1, q = 0, r = 0, s = -1, t = 0, u = 0] = toPage;
  // The direction of the line, and up from it, on the page.
  const along = [p * a + r * b, q * a + s * b] as const;
  const up = [p * c + r * d, q * c + s * d] as const;
  const size = Math.hypot(...up) || item.height || 1;
  if (Math.abs(along[1]) > 0.1 * Math.abs(along[0])) return undefined;
  const x = p * e + r * f + t;
  const y = q * e + s * f + u;
  if (![x, y, size, item.width].every(Number.isFinite)) return undefined;
  const from = along[0] < 0 ? x - item.width : x;
  return {
    text: item.str,
    x: from,
    right: from + Math.max(0, item.width),
    y,
    size,
    font: item.fontName,
    // What mixes letters of both directions stands in the order in which it was drawn.
    isRtl: item.dir === 'rtl' && !/\p{Script=Latin}/u.test(item.str),
    order,
  };
}

/** Both as one where the second goes on with the first. */
function join(first: Chunk, second: Chunk): Chunk | undefined {
  const size = Math.max(first.size, second.size);
  // What is set higher or lower and smaller is a mark of a note, which belongs to its line.
  const rise = Math.abs(first.y - second.y);
  if (rise > 0.45 * size || (rise > 0.15 * size && Math.min(first.size, second.size) > 0.85 * size))
    return undefined;
  const isRtl = first.isRtl && second.isRtl;
  const before = second.x - first.right;
  const behind = first.x - second.right;
  const isLeft = isRtl && behind > -0.5 * size && before < 0;
  const gap = isLeft ? behind : before;
  if (gap > wideGap * size || gap < -0.5 * size) return undefined;
  const blank = gap > wordGap * size && !/\s$/.test(first.text) && !/^\s/.test(second.text) ? ' ' : '';
  const big = first.size >= second.size ? first : second;
  return {
    ...(first.text.length >= second.text.length ? first : second),
    // Of right-to-left text what stands to the left comes later, in whichever order it was drawn.
    text: isRtl && !isLeft ? second.text + blank + first.text : first.text + blank + second.text,
    x: Math.min(first.x, second.x),
    right: Math.max(first.right, second.right),
    y: big.y,
    size: big.size,
    order: first.order,
    isRtl: first.isRtl || second.isRtl,
  };
}
