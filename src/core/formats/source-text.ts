import { CodePointMap } from '../text/offsets.ts';

/** A text as another program’s file gives it, whose spans are offsets in code points or UTF-16 units. Offsets that are none are let through: the draft’s check reports them. */
export class SourceText {
  readonly text: string;
  readonly #map: CodePointMap;

  constructor(text: string) {
    this.text = text;
    this.#map = CodePointMap.of(text);
  }

  /** In code points. */
  get length(): number {
    return this.#map.length;
  }

  /** True when an offset in UTF-16 units may differ from the one in code points. */
  get isAstral(): boolean {
    return this.#map.length < this.text.length;
  }

  /** What reads from `start` to `end`, in code points; as much of it as there is. */
  words(start: number, end: number): string {
    if (!isOffset(start) || !isOffset(end) || end < start) return '';
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  /** The offset in code points of one in UTF-16 units; as far beyond the text as that one. */
  fromUtf16(offset: number): number {
    if (!isOffset(offset)) return offset;
    const beyond = offset - this.text.length;
    return beyond > 0 ? this.length + beyond : this.#map.toCodePoint(offset);
  }

  /** The offset in UTF-16 units of one in code points; the end of the text for one beyond it. */
  toUtf16(codePoint: number): number {
    return this.#map.toUtf16(Math.min(codePoint, this.length));
  }
}

function isOffset(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
