import { nextGrapheme } from './graphemes.ts';
import { skipWhiteSpace, skipWhiteSpaceBack } from './white-space.ts';

/** A title longer than this would fill the article list and every dialog that names the article. */
const titleLimit = 300;

/**
 * The title of an article: its first line that is not blank, without white space at its ends; of a line of more than 300 grapheme clusters the first
 * 299 and `…`. Empty for a text of white space.
 */
export function titleOf(text: string): string {
  const start = skipWhiteSpace(text, 0, text.length);
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  let cut = start;
  let kept = start;
  for (let count = 0; count < titleLimit && cut < end; count++) {
    kept = cut;
    cut = nextGrapheme(text, cut);
  }
  if (cut < skipWhiteSpaceBack(text, start, end)) return `${text.slice(start, kept).trimEnd()}…`;
  return text.slice(start, skipWhiteSpaceBack(text, start, end));
}
