import type { Span } from '../../core/model/span.ts';
import type { DrawnArticle } from './drawn-article.ts';
import { EdgeScroll } from './edge-scroll.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Which end of the current span a handle holds. */
type Edge = 'start' | 'end';

export interface HandleStage {
  readonly scroller: HTMLElement;
  /** Where handles are put: it scrolls with the text and lies outside of it. */
  readonly overlay: HTMLElement;
  readonly drawn: DrawnArticle;
  readonly geometry: TextGeometry;
  onResize(id: string, fragmentIndex: number, edge: Edge, offset: number, done: boolean): void;
}

/**
 * Two handles at the ends of the current span, to be dragged. They hang outside its first and last line, so that the words can still be
 * selected. Pointers only: keys have commands for it.
 */
export class SpanHandles {
  readonly #stage: HandleStage;
  readonly #abort = new AbortController();
  readonly #handles: Readonly<Record<Edge, HTMLElement>>;
  readonly #edgeScroll: EdgeScroll;
  #drag: { readonly edge: Edge; readonly pointer: number; readonly id: string; offset: number } | null = null;

  constructor(stage: HandleStage) {
    this.#stage = stage;
    this.#edgeScroll = new EdgeScroll(stage.scroller, (x, y) => {
      stage.drawn.follow();
      this.#dragTo(x, y, false);
    });
    this.#handles = { start: this.#make('start'), end: this.#make('end') };
    stage.overlay.append(this.#handles.start, this.#handles.end);
  }

  /** Puts the handles where the current span is now. */
  place(): void {
    const { drawn } = this.#stage;
    const span = drawn.currentSpan === null ? undefined : drawn.spans.get(drawn.currentSpan);
    this.#placeOne('start', span);
    this.#placeOne('end', span);
  }

  dispose(): void {
    this.#abort.abort();
    this.#edgeScroll.stop();
    this.#handles.start.remove();
    this.#handles.end.remove();
  }

  #make(edge: Edge): HTMLElement {
    const handle = document.createElement('div');
    handle.className = `article-handle article-handle-${edge}`;
    handle.setAttribute('aria-hidden', 'true');
    handle.hidden = true;
    const { signal } = this.#abort;
    handle.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    handle.addEventListener('pointerdown', (event) => this.#begin(edge, event), { signal });
    handle.addEventListener('pointermove', (event) => this.#move(event), { signal });
    handle.addEventListener('pointerup', (event) => this.#end(event), { signal });
    handle.addEventListener('pointercancel', (event) => this.#end(event), { signal });
    return handle;
  }

  #placeOne(edge: Edge, span: Span | undefined): void {
    const handle = this.#handles[edge];
    const fragment = edge === 'start' ? span?.fragments[0] : span?.fragments.at(-1);
    const rects = fragment === undefined ? [] : this.#stage.geometry.rectsOf(fragment.start, fragment.end);
    const rect = edge === 'start' ? rects[0] : rects.at(-1);
    const isDrawn =
      fragment !== undefined && this.#isNear(edge === 'start' ? fragment.start : fragment.end - 1);
    if (rect === undefined || !isDrawn) {
      // Set to what it is already, it would be styled again in every frame of scrolling.
      if (!handle.hidden) handle.hidden = true;
      return;
    }
    const origin = this.#stage.overlay.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this.#stage.overlay).direction === 'rtl';
    const isAtLeft = (edge === 'start') !== isRightToLeft;
    const x = (isAtLeft ? rect.left : rect.right) - origin.left;
    const y = (edge === 'start' ? rect.top : rect.bottom) - origin.top;
    if (handle.hidden) handle.hidden = false;
    handle.style.setProperty('translate', `${x}px ${y}px`);
  }

  #isNear(offset: number): boolean {
    const { near, article } = this.#stage.drawn;
    const first = article.blocks[near.first];
    const last = article.blocks[near.end - 1];
    return first !== undefined && last !== undefined && first.start <= offset && offset <= last.end;
  }

  #begin(edge: Edge, event: PointerEvent): void {
    const { currentSpan, spans } = this.#stage.drawn;
    const span = currentSpan === null ? undefined : spans.get(currentSpan);
    const fragment = edge === 'start' ? span?.fragments[0] : span?.fragments.at(-1);
    if (event.button !== 0 || span === undefined || fragment === undefined) return;
    event.stopPropagation();
    this.#handles[edge].setPointerCapture(event.pointerId);
    this.#drag = { edge, pointer: event.pointerId, id: span.id, offset: fragment[edge] };
    // The words under the handle are what the drag is about: neither handle may be in their way.
    this.#stage.overlay.classList.add('article-overlay-dragging');
  }

  #move(event: PointerEvent): void {
    if (this.#drag === null || event.pointerId !== this.#drag.pointer) return;
    this.#dragTo(event.clientX, event.clientY, false);
    this.#edgeScroll.follow(event.clientX, event.clientY);
  }

  #end(event: PointerEvent): void {
    if (this.#drag === null || event.pointerId !== this.#drag.pointer) return;
    this.#edgeScroll.stop();
    this.#stage.overlay.classList.remove('article-overlay-dragging');
    this.#report(this.#drag, this.#drag.offset, true);
    this.#drag = null;
  }

  #dragTo(x: number, y: number, done: boolean): void {
    if (this.#drag === null) return;
    const offset = this.#stage.geometry.offsetAt(x, y);
    if (offset === null || offset === this.#drag.offset) return;
    this.#drag.offset = offset;
    this.#report(this.#drag, offset, done);
  }

  #report({ edge, id }: { readonly edge: Edge; readonly id: string }, offset: number, done: boolean): void {
    const span = this.#stage.drawn.spans.get(id);
    if (span === undefined) return;
    this.#stage.onResize(id, edge === 'start' ? 0 : span.fragments.length - 1, edge, offset, done);
  }
}
