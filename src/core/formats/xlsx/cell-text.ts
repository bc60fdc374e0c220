/** What XML cannot hold, or would change, and what looks like the spelling of it (ECMA-376, part 1, 22.9.2.19). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const spelt = /[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as a cell spells it: `_x000D_` for a carriage return, `_x005F_` for an underscore that would be taken for such a spelling. */
export function cellText(text: string): string {
  return text.replace(
    spelt,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** The text that a cell spells. */
export function textOfCell(spelling: string): string {
  return spelling.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** UTF-16 units that a cell holds at most (Microsoft, “Excel specifications and limits”). */
export const longestCell = 32_767;

/** The text in pieces that fit a cell; none is cut within a surrogate pair. */
export function cellPieces(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > longestCell) {
    const end = start + longestCell;
    const last = text.charCodeAt(end - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
    pieces.push(text.slice(start, cut));
    start = cut;
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** The name of the column that goes on where a cell of another is full: `… text 2`. No name of a table’s own begins so. */
export function continuationName(name: string, number: number): string {
  return `… ${name} ${number}`;
}

/** The column that a continuation belongs to, or undefined when it is none. */
export function continued(name: string): string | undefined {
  return /^… (.*) \d+$/s.exec(name)?.[1];
}
