/** A box on the page, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a line between two boxes runs, as the data of an SVG path, and where it ends. */
export interface LinkPath {
  readonly data: string;
  readonly end: { readonly x: number; readonly y: number };
}

/** Boxes whose lower edges differ by less stand on one line of text, CSS pixels. */
const sameLine = 6;
/** How far a line hangs below the words between two boxes of one line of text. */
const sag = 7;
/** Room kept to the corners of a box. */
const inset = 6;
const stubLength = 15;

/**
 * The way from one of `from` to the nearest of `to`; null where an end lies inside the other, which says it all, or where there is no box.
 */
export function linkPath(from: readonly Box[], to: readonly Box[]): LinkPath | null {
  let best: { readonly a: Box; readonly b: Box; readonly gap: number } | null = null;
  for (const a of from) {
    for (const b of to) {
      const gap = gapBetween(a, b);
      if (best === null || gap < best.gap) best = { a, b, gap };
    }
  }
  if (best === null) return null;
  const { a, b } = best;
  return isOnOneLine(a, b) ? alongLine(a, b) : acrossLines(a, b);
}

/** A short way out of the outermost of these boxes, up or down, for an end that is out of sight. */
export function stubPath(from: readonly Box[], direction: 'up' | 'down'): LinkPath | null {
  const box = direction === 'up' ? from[0] : from.at(-1);
  if (box === undefined) return null;
  const x = (box.left + box.right) / 2;
  const start = direction === 'up' ? box.top : box.bottom;
  const y = direction === 'up' ? start - stubLength : start + stubLength;
  const back = direction === 'up' ? 4 : -4;
  const data = `M${n(x)} ${n(start)}L${n(x)} ${n(y)}M${n(x - 3)} ${n(y + back)}L${n(x)} ${n(y)}L${n(x + 3)} ${n(y + back)}`;
  return { data, end: { x, y } };
}

function isOnOneLine(a: Box, b: Box): boolean {
  return Math.abs(a.bottom - b.bottom) < sameLine;
}

function alongLine(a: Box, b: Box): LinkPath | null {
  const isForward = b.left >= a.right - 1;
  if (!isForward && b.right > a.left + 1) return null;
  const from = isForward ? a.right : a.left;
  const to = isForward ? Math.min(b.left + inset, b.right) : Math.max(b.right - inset, b.left);
  const y = Math.max(a.bottom, b.bottom);
  const data = `M${n(from)} ${n(y)}Q${n((from + to) / 2)} ${n(y + sag)} ${n(to)} ${n(y)}`;
  return { data, end: { x: to, y } };
}

function acrossLines(a: Box, b: Box): LinkPath {
  const isDown = b.top >= a.top;
  const x = within((b.left + b.right) / 2, a);
  const toX = within(x, b);
  const y = isDown ? a.bottom : a.top;
  const toY = isDown ? b.top : b.bottom;
  const middle = (y + toY) / 2;
  const data = `M${n(x)} ${n(y)}C${n(x)} ${n(middle)} ${n(toX)} ${n(middle)} ${n(toX)} ${n(toY)}`;
  return { data, end: { x: toX, y: toY } };
}

function within(x: number, { left, right }: Box): number {
  const room = Math.min(inset, (right - left) / 2);
  return Math.min(Math.max(x, left + room), right - room);
}

/** How far two boxes are apart; lines of text count more than the way along them. */
function gapBetween(a: Box, b: Box): number {
  const along = Math.max(0, a.left - b.right, b.left - a.right);
  const across = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return along + 2 * across;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
