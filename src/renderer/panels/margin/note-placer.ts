import type { BesideText, ShownExtent } from '../../editor/beside-text.ts';
import { stackNotes } from './stack-notes.ts';

/** A note and the place of its claim in the text, UTF-16 units. */
export interface PlacedNote {
  readonly id: string;
  readonly offset: number;
}

/** Room between two notes, CSS pixels. */
const gap = 6;
/** How far the middle of a note's first line lies below its upper edge, CSS pixels: it stands level with the middle of the line of text. */
const firstLineMiddle = 11;
/** Notes are kept ready so far beyond the sight, in screens; others are looked for when half of that is used up. */
const screensReady = 1.2;

/** Puts notes beside the lines of their claims. It moves them by transforms alone, and only when lines have moved: scrolling carries them along. */
export class NotePlacer {
  readonly #beside: BesideText;
  readonly #elements = new Map<string, HTMLElement>();
  readonly #idOf = new WeakMap<Element, string>();
  readonly #heights = new Map<string, number>();
  readonly #tops = new Map<string, number>();
  readonly #sizes: ResizeObserver;
  #notes: readonly PlacedNote[] = [];
  #revision = -1;
  #scrollTop = 0;
  #frame = 0;

  constructor(beside: BesideText) {
    this.#beside = beside;
    // Heights are learnt when they are known anyway, after the layout of the frame, never by asking for one.
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = this.#idOf.get(target);
        if (id !== undefined) this.#heights.set(id, borderBoxSize[0]?.blockSize ?? 0);
      }
      this.#place();
    });
  }

  /** The notes there are, in text order. They are placed before the next frame is painted. */
  set(notes: readonly PlacedNote[]): void {
    this.#notes = notes;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  /** Takes a note's element in; the function returned lets it go. */
  attach(id: string, element: HTMLElement): () => void {
    this.#elements.set(id, element);
    this.#idOf.set(element, id);
    this.#sizes.observe(element);
    return () => {
      this.#sizes.unobserve(element);
      this.#elements.delete(id);
      this.#heights.delete(id);
      this.#tops.delete(id);
    };
  }

  /** To be called when text may have moved on the screen. @returns the stretch that is to have notes now, or null while it is the same. */
  follow(): ShownExtent | null {
    const { revision, scrollTop, sightHeight } = this.#beside;
    const hasLeft = Math.abs(scrollTop - this.#scrollTop) > (sightHeight * screensReady) / 2;
    if (revision === this.#revision && !hasLeft) return null;
    this.#revision = revision;
    this.#scrollTop = scrollTop;
    this.#place();
    return this.#beside.extentWithin(screensReady);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#sizes.disconnect();
  }

  #place(): void {
    const known = this.#notes.flatMap(({ id, offset }) => {
      const element = this.#elements.get(id);
      const height = this.#heights.get(id);
      return element === undefined || height === undefined ? [] : [{ id, offset, element, height }];
    });
    const lines = this.#beside.linesAt(known.map(({ offset }) => offset));
    const shown = known.flatMap(({ id, element, height }, i) => {
      const line = lines[i];
      if (line === undefined) return [];
      return [{ id, element, height, top: line.top + line.height / 2 - firstLineMiddle }];
    });
    stackNotes(shown, gap).forEach((top, i) => {
      const note = shown[i];
      const at = Math.round(top);
      if (note === undefined || this.#tops.get(note.id) === at) return;
      this.#tops.set(note.id, at);
      note.element.style.setProperty('transform', `translateY(${at}px)`);
    });
  }
}
