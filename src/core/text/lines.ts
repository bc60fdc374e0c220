import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from './white-space.ts';

/** A line that is not blank, without white space at its ends (UTF-16 units). */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** True when a blank line, or the start of the text, stands before it. */
  readonly isAfterBlank: boolean;
}

/** The lines of a text that are not blank, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let isAfterBlank = true;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const start = skipWhiteSpace(text, at, end);
    if (start < end) lines.push({ start, end: skipWhiteSpaceBack(text, start, end), isAfterBlank });
    isAfterBlank = start >= end;
    at = end + 1;
  }
  return lines;
}

/** A column narrower than this would break lists and verse, one wider is no longer set by hand or by a mail program. */
const narrowest = 40;
const widest = 100;

/**
 * The width that a text's paragraphs were broken to by hand or by a program, or undefined when every line is a paragraph of its own. Evidence
 * for it: within paragraphs, lines are broken only where the next word would not have fitted, and mostly not at the end of a sentence.
 */
export function wrapWidthOf(text: string, lines: readonly Line[]): number | undefined {
  const lengths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  // One line in fifty may be longer: a URL, a table.
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width < narrowest || width > widest) return undefined;
  let breaks = 0;
  let full = 0;
  let midSentence = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || next.isAfterBlank) return;
    breaks += 1;
    if (isFull(text, line, next, width)) full += 1;
    if (!/[.!?…:"”’»)]/.test(text.charAt(line.end - 1))) midSentence += 1;
  });
  return breaks > 0 && full >= breaks * 0.6 && midSentence >= breaks * 0.4 ? width : undefined;
}

/** True when the first word of `next` would not have fitted on `line`: the break between them was made by the width alone. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.start;
  while (word < next.end && !isWhiteSpace(text.charCodeAt(word))) word += 1;
  // A tenth of the width is let go: programs count columns differently, and people break by eye.
  return line.end - line.start + 1 + (word - next.start) > width * 0.9;
}
