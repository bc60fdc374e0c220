import type { Fragment } from '../../model/fragment.ts';

/** A word or a sign of a text; offsets in UTF-16 units. */
export interface Token extends Fragment {
  readonly text: string;
}

/** Letters and figures with what joins them, else one sign. */
const token = /[\p{L}\p{M}\p{N}]+(?:[’'.\-‐][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;

/** The tokens of a stretch, in order. */
export function tokensOf(text: string, { start, end }: Fragment): Token[] {
  return Array.from(text.slice(start, end).matchAll(token), ({ 0: words, index }) => ({
    text: words,
    start: start + index,
    end: start + index + words.length,
  }));
}
