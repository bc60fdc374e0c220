import type { Fragment } from '../model/fragment.ts';
import { snapToGrapheme } from '../text/graphemes.ts';

/** A stretch of text with what stands around it, each on one line: line ends and runs of white space are one space. */
export interface KeywordInContext {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

/**
 * @param length how far to look to either side, and how much of a long keyword is kept, in UTF-16 units; no grapheme cluster is cut.
 */
export function keywordInContext(text: string, { start, end }: Fragment, length: number): KeywordInContext {
  const from = snapToGrapheme(text, start - length, 'end');
  const to = snapToGrapheme(text, end + length, 'start');
  return {
    left: oneLine(text.slice(from, start)).trimStart(),
    keyword: shortened(text, start, end, length * 2),
    right: oneLine(text.slice(end, to)).trimEnd(),
  };
}

function shortened(text: string, start: number, end: number, most: number): string {
  if (end - start <= most) return oneLine(text.slice(start, end));
  return `${oneLine(text.slice(start, snapToGrapheme(text, start + most, 'start')))}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
