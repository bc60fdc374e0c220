import { canonicalCharacters } from '../text/canonical-text.ts';

/** An article's text as another program may have written it, made canonical, and the way from its offsets to the canonical ones. */
export interface ForeignText {
  readonly text: string;
  /** Lone surrogates that became U+FFFD. */
  readonly replacements: number;
  /** True when carriage returns became line feeds. */
  readonly lineEndsChanged: boolean;
  /** The offset in `text` of an offset in the text as it came; both in code points. */
  shift(codePoint: number): number;
}

/** Unlike a file's text, that of a dataset keeps a leading U+FEFF: it was counted when the offsets were made. */
export function foreignText(raw: string): ForeignText {
  const { text, replacements } = canonicalCharacters(raw);
  if (!raw.includes('\r')) return { text, replacements, lineEndsChanged: false, shift: (offset) => offset };
  const dropped = Uint32Array.from(carriageReturnsBeforeLineFeeds(raw));
  return {
    text,
    replacements,
    lineEndsChanged: true,
    shift: (offset) => offset - countBelow(dropped, offset),
  };
}

/** Code point offsets of the carriage returns that leave no character behind. */
function* carriageReturnsBeforeLineFeeds(raw: string): Generator<number> {
  let offset = 0;
  let previous = '';
  for (const character of raw) {
    if (previous === '\r' && character === '\n') yield offset - 1;
    previous = character;
    offset++;
  }
}

/** How many of the rising numbers are less than `limit`. */
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
