import type { Fragment } from '../model/fragment.ts';

/**
 * Where a stretch of a span's quote stands in the article's text. The quote is the fragments joined by one space; an end that falls on
 * such a space belongs to the fragment beside it. UTF-16 units.
 * @param stretch not empty, inside the quote.
 */
export function placeInFragments(fragments: readonly Fragment[], stretch: Fragment): Fragment {
  return { start: textOffset(fragments, stretch.start), end: textOffset(fragments, stretch.end - 1) + 1 };
}

function textOffset(fragments: readonly Fragment[], offset: number): number {
  let left = offset;
  for (const { start, end } of fragments) {
    if (left < end - start) return start + left;
    left -= end - start;
    if (left === 0) return end - 1;
    left -= 1;
  }
  throw new Error(`offset ${offset} lies behind the quote: matches lie in it`);
}
