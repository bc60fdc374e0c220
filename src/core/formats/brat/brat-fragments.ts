import type { Fragment } from '../../model/fragment.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { breaks } from '../line-text.ts';

/** The type of the notes that give the fragments of a span where they are not those of its line. */
export const fragmentsNote = 'Fragments';

const breaksThroughout = new RegExp(breaks, 'gu');

/** Fragments as brat writes them: `10 20;25 40`. */
export function fragmentList(fragments: readonly Fragment[]): string {
  return fragments.map(({ start, end }) => `${start} ${end}`).join(';');
}

/** The fragments that such a list gives, or undefined when it is none. */
export function fragmentsOfList(list: string): readonly Fragment[] | undefined {
  const fragments: Fragment[] = [];
  for (const part of list.split(';')) {
    const numbers = /^(\d{1,10}) (\d{1,10})$/.exec(part.trim());
    if (numbers === null) return undefined;
    fragments.push({ start: Number(numbers[1]), end: Number(numbers[2]) });
  }
  return fragments;
}

/** A text in which spans are laid out. Offsets are code points. */
export class BratText {
  readonly text: string;
  readonly #map: CodePointMap;

  constructor(text: string) {
    this.text = text;
    this.#map = CodePointMap.of(text);
  }

  /** Length in code points. */
  get length(): number {
    return this.#map.length;
  }

  /** What the text reads in a fragment that lies in it. */
  read({ start, end }: Fragment): string {
    return this.text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end));
  }

  /**
   * The fragments as a line of a brat file can hold them: cut at line ends and tabs, as brat cuts spans of several lines, for these may not stand in
   * the line’s text. Where they hold nothing else they stay.
   */
  cut(fragments: readonly Fragment[]): readonly Fragment[] {
    const cut = fragments.flatMap((fragment) => {
      const text = this.read(fragment);
      if (!breaks.test(text)) return [fragment];
      const from = this.#map.toUtf16(fragment.start);
      const pieces: Fragment[] = [];
      let start = 0;
      const keep = (end: number) => {
        if (end > start)
          pieces.push({
            start: this.#map.toCodePoint(from + start),
            end: this.#map.toCodePoint(from + end),
          });
      };
      for (const { index } of text.matchAll(breaksThroughout)) {
        keep(index);
        start = index + 1;
      }
      keep(text.length);
      return pieces;
    });
    return cut.length === 0 ? fragments : cut;
  }
}

/** A text without its white space, by which what a line says is compared with what stands there: programs differ in how they write line ends. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
