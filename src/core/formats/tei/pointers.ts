import { failure, type Result, success } from '../../model/result.ts';
import { CodePointMap } from '../../text/offsets.ts';
import type { TeiText } from './tei-text.ts';

/** A stretch of a document’s text, in UTF-16 units of `TeiText.text`, without white space at its ends. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const stringRange = /^#?string-range\(\s*#?([^,()\s]+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/;

/** Finds what pointers mean (TEI P5, chapter 17.2): an element by its id, or a stretch of its characters. */
export class Pointers {
  readonly #text: TeiText;
  readonly #isExact: boolean;
  readonly #rawMap: CodePointMap;

  /** @param isExact true when white space at the ends of a stretch belongs to it */
  constructor(text: TeiText, isExact: boolean) {
    this.#text = text;
    this.#isExact = isExact;
    this.#rawMap = CodePointMap.of(text.raw);
  }

  /** The stretches that a list of pointers means, in order; fails with a clause where one means none. */
  all(pointers: string): Result<readonly Stretch[], string> {
    const stretches: Stretch[] = [];
    for (const pointer of pointersIn(pointers)) {
      const stretch = this.#one(pointer);
      if (!stretch.ok) return stretch;
      stretches.push(stretch.value);
    }
    if (stretches.length === 0) return failure('it points at nothing');
    return success(stretches.sort((a, b) => a.start - b.start));
  }

  /** From the beginning of what one pointer means to the end of what another does. */
  between(from: string, to: string): Result<readonly Stretch[], string> {
    const first = this.#one(from);
    if (!first.ok) return first;
    const last = this.#one(to);
    if (!last.ok) return last;
    return success([{ start: first.value.start, end: last.value.end }]);
  }

  #one(pointer: string): Result<Stretch, string> {
    const shown = pointer.slice(0, 80);
    const range = stringRange.exec(pointer);
    const id = range === null ? pointer.replace(/^#/, '') : (range[1] ?? '');
    if (range === null && !pointer.startsWith('#')) return failure(`its pointer “${shown}” leads elsewhere`);
    const place = this.#text.places.get(id);
    if (place === undefined) return failure(`its pointer “${shown}” leads to no part of the text`);
    if (range === null) return this.#trimmed(place.start, place.end);
    const base = this.#rawMap.toCodePoint(place.start);
    const start = base + Number(range[2]);
    const end = start + Number(range[3]);
    if (end > this.#rawMap.toCodePoint(place.end))
      return failure(`its pointer “${shown}” leads beyond its element’s text`);
    return this.#trimmed(this.#rawMap.toUtf16(start), this.#rawMap.toUtf16(end));
  }

  #trimmed(rawStart: number, rawEnd: number): Result<Stretch, string> {
    let start = this.#text.toText(rawStart);
    let end = this.#text.toText(rawEnd);
    const { text } = this.#text;
    while (!this.#isExact && start < end && /\s/.test(text.charAt(start))) start++;
    while (!this.#isExact && end > start && /\s/.test(text.charAt(end - 1))) end--;
    return start < end ? success({ start, end }) : failure('it covers no text');
  }
}

/** Pointers stand apart by white space, which may also stand within their brackets. */
function pointersIn(list: string): string[] {
  return list.match(/[^\s(]+(?:\([^)]{0,400}\))?/g) ?? [];
}
