import { CodePointMap } from '../../text/offsets.ts';

/** What a selection says of itself. */
export interface Selection {
  readonly start: number;
  readonly end: number;
  /** Often what it reads, perhaps cut short. */
  readonly name: string;
}

/** A way to count, and what is said of it where it was told by the names. */
export interface SelectionUnit {
  readonly name:
    | 'characters'
    | 'UTF-16 units'
    | 'characters, line ends as one'
    | 'UTF-16 units, line ends as one';
  /** The offset in code points of the text as it stands in its file. */
  toCodePoint(offset: number): number;
}

/**
 * The unit in which the selections of a text count. REFI-QDA counts characters, from 0, end exclusive; what a character is where it is outside the basic plane, or a
 * line ends with two, programs see differently. So the names tell, which are mostly what selections read: another unit is taken where more of
 * them agree with it.
 */
export function unitOf(text: string, selections: readonly Selection[]): SelectionUnit {
  const units = unitsOf(text);
  const [first] = units;
  if (first === undefined || units.length === 1) return units[0] ?? plain;
  const map = CodePointMap.of(text);
  const read = (unit: SelectionUnit, { start, end }: Selection) => {
    const [from, to] = [unit.toCodePoint(start), unit.toCodePoint(end)];
    return from < 0 || to > map.length || from > to ? '' : text.slice(map.toUtf16(from), map.toUtf16(to));
  };
  const agreeing = units.map(
    (unit) => selections.filter((one) => isQuotation(one.name, read(unit, one))).length,
  );
  return units[agreeing.indexOf(Math.max(...agreeing))] ?? first;
}

/** True when the name is what is read, or its beginning cut short; white space and line ends do not count. */
export function isQuotation(name: string, read: string): boolean {
  const [quoted, found] = [squeezed(name).replace(/(?:…|\.\.\.)$/, ''), squeezed(read)];
  return quoted !== '' && (found === quoted || (quoted.length >= shortestStart && found.startsWith(quoted)));
}

/** What is shorter begins a text by chance. UTF-16 units. */
const shortestStart = 12;

export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

const plain: SelectionUnit = { name: 'characters', toCodePoint: (offset) => offset };

function unitsOf(text: string): SelectionUnit[] {
  const units = [plain];
  const map = CodePointMap.of(text);
  const fromUtf16 = (offset: number) => (offset > text.length ? offset : map.toCodePoint(offset));
  if (map.length < text.length) units.push({ name: 'UTF-16 units', toCodePoint: fromUtf16 });
  if (text.includes('\r\n')) {
    const short = text.replaceAll('\r\n', '\n');
    const shortMap = CodePointMap.of(short);
    const ends = lineEnds(short, text);
    const widened = (offset: number) => offset + countBelow(ends, offset);
    units.push({ name: 'characters, line ends as one', toCodePoint: widened });
    if (map.length < text.length) {
      units.push({
        name: 'UTF-16 units, line ends as one',
        toCodePoint: (offset) => (offset > short.length ? offset : widened(shortMap.toCodePoint(offset))),
      });
    }
  }
  return units;
}

/** Code point offsets in the text with short line ends of those line feeds that were two characters, rising. */
function lineEnds(short: string, text: string): Uint32Array {
  const ends: number[] = [];
  let at = 0;
  let offset = 0;
  for (const character of short) {
    if (character === '\n' && text[at] === '\r') {
      ends.push(offset);
      at++;
    }
    at += character.length;
    offset++;
  }
  return Uint32Array.from(ends);
}

function countBelow(rising: Uint32Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
