import { isPlainLine, jsonLine, textOfJson, withoutBreaks } from '../line-text.ts';

/** What stands between two sentences where no comment says otherwise. */
export const betweenSentences = ' ';
/** What stands before a sentence that begins a paragraph. */
export const betweenParagraphs = '\n\n';

/** A comment of the form `# key = value`. */
export interface Comment {
  readonly key: string;
  /** Empty where there is none. */
  readonly value: string;
}

/** Takes a comment apart. */
export function readComment(line: string): Comment {
  const sign = line.indexOf('=');
  if (sign === -1) return { key: line.slice(1).trim(), value: '' };
  return { key: line.slice(1, sign).trim(), value: line.slice(sign + 1).trim() };
}

/** A value as a comment holds it: itself, or JSON where that would not come back. */
export function commentValue(value: string): string {
  return isPlainLine(value) && !value.startsWith('"') ? value : jsonLine(value);
}

/** The value that a comment holds. */
export function valueOfComment(written: string): string {
  return written.startsWith('"') ? (textOfJson(written) ?? written) : written;
}

/** A stretch of a text with one sentence, or several that a span holds together. */
export interface SentenceText {
  /** White space before the first sentence; empty before others. */
  readonly before: string;
  /** The sentence without white space around it. */
  readonly words: string;
  /** White space between it and the next; behind the last all that is left. */
  readonly after: string;
  readonly isLast: boolean;
  /** True where the sentence before it ends with an empty line. */
  readonly beginsParagraph: boolean;
}

/** The comments by which the stretch is known to the character. */
export function sentenceComments({
  before,
  words,
  after,
  isLast,
  beginsParagraph,
}: SentenceText): readonly string[] {
  const shown = withoutBreaks(words);
  const lines = beginsParagraph ? ['# newpar'] : [];
  if (shown !== '') lines.push(`# text = ${shown}`);
  if (shown !== words || words === '') {
    lines.push(`# raw = ${jsonLine(before + words + after)}`);
    return lines;
  }
  if (before !== '') lines.push(`# spaces_before = ${jsonLine(before)}`);
  const expected = isLast ? '' : betweenSentences;
  if (after !== expected && (isLast || after !== betweenParagraphs))
    lines.push(`# spaces_after = ${jsonLine(after)}`);
  return lines;
}
