import type { Fragment } from '../model/fragment.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Code points that may join with a neighbour: marks, controls and format characters (ZWJ, CR before LF…), flags, skin tones, conjoining
 * Hangul, the few letters that Unicode counts as Extend, SpacingMark or Prepend. Between two code points that are *not*
 * in it a cluster always ends, so that the segmenter need not see further. Wrongly in it costs time, wrongly out of it would split a cluster.
 */
const joining =
  /[\p{M}\p{C}\p{Regional_Indicator}\p{Emoji_Modifier}\uff9e\uff9f\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u0d4e\u{111c2}\u{111c3}\u{113d1}\u{16d63}\u{16d67}-\u{16d6a}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/u;

/**
 * How far a neighbourhood may grow, in UTF-16 units to either side. The longest cluster in honest use (a family of four with skin tones) has 25
 * units, a stack of combining marks made in jest a few hundred; beyond this a run of marks or flags is cut anywhere rather than
 * letting one key stroke read a whole article of them.
 */
const neighbourhoodLimit = 4096;

/** The grapheme cluster that holds the unit at `offset`, which must be inside the text. */
function clusterAt(text: string, offset: number): Fragment {
  const at = isInsidePair(text, offset) ? offset - 1 : offset;
  let start = at;
  while (start > 0 && at - start < neighbourhoodLimit && mayJoin(text, start)) start = before(text, start);
  let end = after(text, at);
  while (end < text.length && end - at < neighbourhoodLimit && mayJoin(text, end)) end = after(text, end);
  if (start === at && end === after(text, at)) return { start, end };
  const cluster = segmenter.segment(text.slice(start, end)).containing(offset - start);
  if (cluster === undefined)
    throw new Error('the offset is inside the neighbourhood that was made around it');
  return { start: start + cluster.index, end: start + cluster.index + cluster.segment.length };
}

/**
 * The end of the grapheme cluster that `offset` is at the start of or inside; the text's length at its end. Offsets in UTF-16 units, those
 * outside the text count as its nearer end.
 */
export function nextGrapheme(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  return clusterAt(text, Math.max(0, offset)).end;
}

/** The start of the grapheme cluster that `offset` is at the end of or inside; 0 at the start. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return clusterAt(text, Math.min(offset, text.length) - 1).start;
}

/** `offset` where it stands between two grapheme clusters, else the start or the end of the cluster that it would split. */
export function snapToGrapheme(text: string, offset: number, side: 'start' | 'end'): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  return clusterAt(text, offset)[side === 'start' || isStart(text, offset) ? 'start' : 'end'];
}

function isStart(text: string, offset: number): boolean {
  return clusterAt(text, offset).start === offset;
}

/** True when a cluster may go on over `offset`, which stands between two code points. */
function mayJoin(text: string, offset: number): boolean {
  const left = text.charCodeAt(offset - 1);
  const right = text.charCodeAt(offset);
  if (isPlainAscii(left) && isPlainAscii(right)) return false;
  return (
    joining.test(text.slice(before(text, offset), offset)) ||
    joining.test(text.slice(offset, after(text, offset)))
  );
}

function isPlainAscii(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || unit === 0x0a;
}

function after(text: string, offset: number): number {
  return isInsidePair(text, offset + 1) ? offset + 2 : offset + 1;
}

function before(text: string, offset: number): number {
  return isInsidePair(text, offset - 1) ? offset - 2 : offset - 1;
}

/** True when `offset` stands between the two halves of a surrogate pair. */
function isInsidePair(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset);
  if (!(low >= 0xdc00 && low <= 0xdfff)) return false;
  const high = text.charCodeAt(offset - 1);
  return high >= 0xd800 && high <= 0xdbff;
}
