import { wordAt } from '../../core/text/words.ts';
import type { TextSelection } from '../store/workbench-state.ts';
import { takesPresses } from './beside-text.ts';
import { blockIndexAt } from './block-window.ts';
import type { DrawnArticle } from './drawn-article.ts';
import { EdgeScroll } from './edge-scroll.ts';
import type { TextGeometry } from './text-geometry.ts';

/** What the pointer needs of the view. */
export interface PointerStage {
  readonly scroller: HTMLElement;
  readonly drawn: DrawnArticle;
  readonly geometry: TextGeometry;
  selection(): TextSelection;
  /** @param isEnd true when the gesture is over. */
  select(selection: TextSelection, isEnd: boolean): void;
  focus(): void;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

type Granularity = 'character' | 'word' | 'block';

/** Selecting with mouse, pen or finger: click, drag, double and triple click, Shift. The browser's own selecting is kept out of it. */
export class PointerSelection {
  readonly #stage: PointerStage;
  readonly #abort = new AbortController();
  readonly #edgeScroll: EdgeScroll;
  #granularity: Granularity = 'character';
  /** What the gesture began with; its end lies on the other side of the pointer. */
  #origin: Extent | null = null;
  #pointer: number | null = null;

  constructor(stage: PointerStage) {
    this.#stage = stage;
    this.#edgeScroll = new EdgeScroll(stage.scroller, (x, y) => {
      stage.drawn.follow();
      this.#extendTo(x, y, false);
    });
    const { signal } = this.#abort;
    const { scroller } = stage;
    scroller.addEventListener('mousedown', (event) => this.#press(event), { signal });
    scroller.addEventListener('pointerdown', (event) => this.#note(event), { signal });
    scroller.addEventListener('pointermove', (event) => this.#move(event), { signal });
    scroller.addEventListener('pointerup', (event) => this.#release(event), { signal });
    scroller.addEventListener('pointercancel', () => this.#forget(), { signal });
  }

  dispose(): void {
    this.#abort.abort();
    this.#edgeScroll.stop();
  }

  /** A finger that moves scrolls, so it takes part only through the mouse event that a tap leaves behind. */
  #note(event: PointerEvent): void {
    this.#pointer = event.pointerType === 'touch' || event.button !== 0 ? null : event.pointerId;
  }

  #press(event: MouseEvent): void {
    if (isOnScrollBar(this.#stage.scroller, event)) return;
    if (event.target instanceof Element && event.target.closest(`[${takesPresses}]`) !== null) return;
    if (event.button === 2) this.#pressForMenu(event);
    if (event.button !== 0) return;
    const offset = this.#stage.geometry.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    event.preventDefault();
    this.#stage.focus();
    if (event.shiftKey) {
      const { anchor } = this.#stage.selection();
      this.#origin = { start: anchor, end: anchor };
      this.#granularity = 'character';
    } else {
      this.#granularity = event.detail >= 3 ? 'block' : event.detail === 2 ? 'word' : 'character';
      this.#origin = this.#extentAt(offset);
    }
    if (this.#pointer !== null) this.#stage.scroller.setPointerCapture(this.#pointer);
    this.#extendTo(event.clientX, event.clientY, this.#pointer === null);
    if (this.#pointer === null) this.#origin = null;
  }

  /** The menu is about what is selected, or about the place that was pressed. */
  #pressForMenu(event: MouseEvent): void {
    const offset = this.#stage.geometry.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    const { anchor, focus } = this.#stage.selection();
    const isInside = Math.min(anchor, focus) <= offset && offset < Math.max(anchor, focus);
    event.preventDefault();
    this.#stage.focus();
    if (!isInside) this.#stage.select({ anchor: offset, focus: offset }, true);
  }

  #move(event: PointerEvent): void {
    if (this.#origin === null || event.pointerId !== this.#pointer) return;
    this.#extendTo(event.clientX, event.clientY, false);
    this.#edgeScroll.follow(event.clientX, event.clientY);
  }

  #release(event: PointerEvent): void {
    if (this.#origin === null || event.pointerId !== this.#pointer) return;
    this.#edgeScroll.stop();
    const { anchor, focus } = this.#stage.selection();
    this.#forget();
    this.#stage.select({ anchor, focus }, true);
  }

  #forget(): void {
    this.#edgeScroll.stop();
    this.#origin = null;
    this.#pointer = null;
  }

  #extendTo(x: number, y: number, isEnd: boolean): void {
    const origin = this.#origin;
    const sight = this.#stage.scroller.getBoundingClientRect();
    // Beyond the edges the text in sight is meant; the edge scroll brings on more.
    const inSight = Math.min(Math.max(y, sight.top + 1), sight.bottom - 1);
    const offset = this.#stage.geometry.offsetAt(x, inSight);
    if (origin === null || offset === null) return;
    const here = this.#extentAt(offset);
    const selection =
      here.start < origin.start
        ? { anchor: origin.end, focus: here.start }
        : { anchor: origin.start, focus: Math.max(here.end, origin.end) };
    const { anchor, focus } = this.#stage.selection();
    if (isEnd || anchor !== selection.anchor || focus !== selection.focus)
      this.#stage.select(selection, isEnd);
  }

  #extentAt(offset: number): Extent {
    const { text, blocks } = this.#stage.drawn.article;
    if (this.#granularity === 'word') return wordAt(text, offset) ?? { start: offset, end: offset };
    const block = this.#granularity === 'block' ? blocks[blockIndexAt(blocks, offset)] : undefined;
    return block ?? { start: offset, end: offset };
  }
}

function isOnScrollBar(scroller: HTMLElement, event: MouseEvent): boolean {
  const { left, right } = scroller.getBoundingClientRect();
  const barWidth = scroller.offsetWidth - scroller.clientWidth;
  const isBarLeft = getComputedStyle(scroller).direction === 'rtl';
  return isBarLeft ? event.clientX < left + barWidth : event.clientX >= right - barWidth;
}
