import type { Fragment } from '../model/fragment.ts';
import { snapToWords } from '../text/words.ts';

/**
 * True when the stretch begins and ends where words do, by the rules by which a selection is widened: `Putin` is whole in `Putin’s`, `pro` in
 * `pro-Russian`, `don` is not in `don’t`.
 */
export function isOfWholeWords(text: string, { start, end }: Fragment): boolean {
  if (runsOn(text, start) || runsOn(text, end)) return false;
  if (isPlainEdge(text, start - 1, start - 2) && isPlainEdge(text, end, end + 1)) return true;
  const snapped = snapToWords(text, { start, end });
  return snapped === undefined || (snapped.start >= start && snapped.end <= end);
}

/** Two plain letters or digits with nothing between them are of one word: most candidates fall here, without asking the segmenter. */
function runsOn(text: string, offset: number): boolean {
  return isPlainLetter(text.charCodeAt(offset - 1)) && isPlainLetter(text.charCodeAt(offset));
}

/** White space outside the stretch, or a sign with white space behind it, always ends a word. */
function isPlainEdge(text: string, beside: number, beyond: number): boolean {
  if (isPlainSpace(text, beside)) return true;
  const unit = text.charCodeAt(beside);
  const isSign = unit > 0x20 && unit < 0x7f && unit !== 0x5f && !isPlainLetter(unit);
  return isSign && isPlainSpace(text, beyond);
}

function isPlainSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return Number.isNaN(unit) || unit === 0x20 || unit === 0x0a;
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}
