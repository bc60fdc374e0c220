/**
 * What the Markdown library takes long over grows with the square of some things: runs of letters that may be an address, and marks of emphasis in
 * a paragraph. Texts in which the sum of these squares is greater are not Markdown that somebody wrote.
 */
const mostRunSquares = 1e9;
const mostMarkSquares = 2e8;
const longestText = 8_000_000;
/** Quotations and lists within one another: the library calls itself for each. */
const deepest = 60;

/** True when the library would take long over a text, or lose itself in it. */
export function isBeyondMarkdown(text: string): boolean {
  if (text.length > longestText || isDeep(text)) return true;
  let runs = 0;
  let marks = 0;
  let inParagraph = 0;
  let run = 0;
  let isLineBlank = true;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
    run = isAddressUnit(unit) ? run + 1 : 0;
    // All together this is the run's square.
    runs += 2 * run;
    if (unit === 0x20 || unit === 0x09) continue;
    if (unit === 0x0a) {
      if (isLineBlank) {
        marks += inParagraph * inParagraph;
        inParagraph = 0;
      }
      isLineBlank = true;
      continue;
    }
    isLineBlank = false;
    // Asterisk, low line, tilde, grave accent, square bracket.
    if (unit === 0x2a || unit === 0x5f || unit === 0x7e || unit === 0x60 || unit === 0x5b) inParagraph += 1;
  }
  return runs > mostRunSquares || marks + inParagraph * inParagraph > mostMarkSquares;
}

/** What stands before the @ of an address: letters, digits, `.`, `_`, `+`, `-`. */
function isAddressUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x2e ||
    unit === 0x5f ||
    unit === 0x2b ||
    unit === 0x2d
  );
}

function isDeep(text: string): boolean {
  for (const [start] of text.matchAll(/^[ \t>*+\-\d.)]+/gm)) {
    const marks = start.match(/[>*+\-)]|\d\./g)?.length ?? 0;
    if (marks > deepest && !/^[ \t]*([*+-])(?:[ \t]*\1)*[ \t]*$/.test(start)) return true;
    if (start.length > 4 * deepest && marks > 0) return true;
  }
  return false;
}
