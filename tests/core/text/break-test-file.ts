import { readFileSync } from 'node:fs';

/** One line of a Unicode break test: a text and the offsets (UTF-16 units) at which it breaks, its ends included. */
export interface BreakCase {
  readonly line: number;
  readonly text: string;
  readonly breaks: readonly number[];
}

/** The cases of a file in the form of GraphemeBreakTest.txt: `÷ 0020 × 0308 ÷ # …`. */
export function breakCases(path: string): BreakCase[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((source, i) => {
      const data = source.split('#')[0]?.trim() ?? '';
      if (data === '') return [];
      let text = '';
      const breaks: number[] = [];
      for (const token of data.split(/\s+/)) {
        if (token === '÷') breaks.push(text.length);
        else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16));
      }
      return [{ line: i + 1, text, breaks }];
    });
}
