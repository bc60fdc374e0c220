import { CodePointMap } from '../../text/offsets.ts';
import type { CasValue, FeatureStructure } from './cas.ts';

/** Where an annotation stands, in code points, and what it reads there. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True when an end stood between the halves of a character, which it now includes. */
  readonly isMended: boolean;
}

/** Turns the places of annotations on a view’s text, which are UTF-16 units, into code points. */
export class ViewPlaces {
  readonly #text: string;
  readonly #map: CodePointMap;

  constructor(text: string) {
    this.#text = text;
    this.#map = CodePointMap.of(text);
  }

  /** The place of an annotation, or the reason why it has none, as a clause. */
  of({ features }: Pick<FeatureStructure, 'features'>): Place | string {
    const begin = offsetOf(features.get('begin'));
    const end = offsetOf(features.get('end'));
    if (begin === undefined || end === undefined) return 'it does not say where it begins and ends';
    if (end > this.#text.length)
      return `it ends at ${end}, beyond the text’s ${this.#text.length} UTF-16 units`;
    if (begin >= end) return `it covers no text: it begins at ${begin} and ends at ${end}`;
    const start = this.#map.toCodePoint(begin);
    const isCutAtEnd = !this.#map.isBoundary(end);
    const stop = this.#map.toCodePoint(end) + (isCutAtEnd ? 1 : 0);
    return {
      start,
      end: stop,
      text: this.#text.slice(this.#map.toUtf16(start), this.#map.toUtf16(stop)),
      isMended: isCutAtEnd || !this.#map.isBoundary(begin),
    };
  }
}

function offsetOf(value: CasValue | undefined): number | undefined {
  const offset = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined;
}
