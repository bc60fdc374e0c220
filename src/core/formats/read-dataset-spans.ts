import { failure, type Result, success } from '../model/result.ts';
import { CodePointMap } from '../text/offsets.ts';
import type { DatasetSpan } from './dataset-schema.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';

/**
 * Checks spans against the text that they stand on: their offsets must lie in it, and the text there must be what they say. Offsets are code points.
 */
export class SpanCheck {
  readonly #foreign: ForeignText;
  readonly #map: CodePointMap;

  constructor(foreign: ForeignText) {
    this.#foreign = foreign;
    this.#map = CodePointMap.of(foreign.text);
  }

  /** The span with its offsets in the canonical text, or the reason why it does not fit, as a clause. */
  fit(span: DatasetSpan): Result<DatasetSpan, string> {
    if (this.#fitsAsItIs(span)) return success(span);
    const given = span.fragments ?? [{ start: span.start, end: span.end }];
    const last = given.at(-1);
    if (given[0]?.start !== span.start || last?.end !== span.end) {
      return failure(`start ${span.start} and end ${span.end} are not those of its fragments`);
    }
    const fragments = given.map(({ start, end }) => ({
      start: this.#foreign.shift(start),
      end: this.#foreign.shift(end),
    }));
    for (const [i, { start, end }] of fragments.entries()) {
      if (start >= end) return failure(`it ends at ${given[i]?.end}, not after its start ${given[i]?.start}`);
      if (end > this.#map.length) {
        return failure(`it ends at ${given[i]?.end}, beyond the text’s ${this.#map.length} code points`);
      }
      const next = fragments[i + 1];
      if (next !== undefined && next.start <= end)
        return failure('its fragments overlap, touch or are out of order');
    }
    const found = fragments.map(({ start, end }) => this.#slice(start, end)).join(' ');
    const stated = this.#stated(span.text);
    if (found !== stated) {
      return failure(`its text ${excerpt(stated)} is not what the article reads there, ${excerpt(found)}`);
    }
    const fitted = { ...span, start: fragments[0]?.start ?? 0, end: fragments.at(-1)?.end ?? 0, text: found };
    if (fragments.length > 1) return success({ ...fitted, fragments });
    const { fragments: _, ...single } = fitted;
    return success(single);
  }

  /** The usual case, told without building anything. */
  #fitsAsItIs({ start, end, fragments, text }: DatasetSpan): boolean {
    if (fragments !== undefined || this.#foreign.lineEndsChanged) return false;
    return start < end && end <= this.#map.length && this.#slice(start, end) === text;
  }

  /** Length of the canonical text in code points. */
  get textLength(): number {
    return this.#map.length;
  }

  #stated(text: string): string {
    return this.#foreign.lineEndsChanged || this.#foreign.replacements > 0 ? foreignText(text).text : text;
  }

  #slice(start: number, end: number): string {
    return this.#foreign.text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end));
  }
}

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 82));
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text);
}
