import type { Fragment } from '../../core/model/fragment.ts';
import type { SpanIndex } from '../../core/model/span-index.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import { snapToGrapheme } from '../../core/text/graphemes.ts';
import type { TextSelection } from '../store/workbench-state.ts';
import { BesideText } from './beside-text.ts';
import { nothingShown, type ShownArticle } from './block-drawings.ts';
import { blockIndexAt } from './block-window.ts';
import { moveCaret } from './caret-movement.ts';
import { DrawnArticle } from './drawn-article.ts';
import { ReadOnlyEditContext } from './edit-context.ts';
import { FoundHighlights } from './found-highlights.ts';
import { LinkLines } from './link-lines.ts';
import { movementOf } from './movement-keys.ts';
import { PointerSelection } from './pointer-selection.ts';
import { SelectionPicture } from './selection-picture.ts';
import { SpanHandles } from './span-handles.ts';
import { TextGeometry } from './text-geometry.ts';

export interface ArticleViewEvents {
  /** The person moved caret or selection (UTF-16 offsets of the canonical text). `pointer-end`: a click, drag or double click is over. */
  onSelect(selection: TextSelection, cause: 'keyboard' | 'pointer' | 'pointer-end'): void;
  /** A key that moves no caret, for the command system; true when it was handled. */
  onKey(event: KeyboardEvent): boolean;
  /** A handle of the current span is dragged: live offsets, then the final one with `done`. */
  onResizeSpan(id: string, fragmentIndex: number, edge: 'start' | 'end', offset: number, done: boolean): void;
  /** Text moved on the screen (scrolled, resized, redrawn): what stands beside it is to be placed again. At most once a frame. */
  onLayout(): void;
}

/** Where an article is opened. */
export interface ArticlePlace {
  /** Offset of the text at the top of the sight. */
  readonly scrollOffset?: number;
  readonly selection?: TextSelection;
}

/** How far text is scrolled when an offset is to be seen. */
export type Reveal = 'nearest' | 'centre' | 'none';

/** Where the words of the top line begin below the edge when an article is opened at a place, CSS pixels. */
const topMargin = 8;

/** Lines kept between the caret and the edge of the sight. */
const linesAround = 1.5;

/**
 * The article on screen: read-only text with a caret, its spans as marks, at any size. Framework-free; it owns everything inside `host`
 * and nothing outside of it. Offsets are UTF-16 units.
 */
export class ArticleView {
  /** The column beside the text. */
  readonly beside: BesideText;
  readonly #events: ArticleViewEvents;
  readonly #scroller = document.createElement('div');
  readonly #root = document.createElement('div');
  readonly #drawn: DrawnArticle;
  readonly #geometry: TextGeometry;
  readonly #picture: SelectionPicture;
  readonly #editContext: ReadOnlyEditContext;
  readonly #pointer: PointerSelection;
  readonly #handles: SpanHandles;
  readonly #links: LinkLines;
  readonly #found: FoundHighlights;
  readonly #proposed: FoundHighlights;
  readonly #suggested: FoundHighlights;
  readonly #reviewed: FoundHighlights;
  readonly #resize: ResizeObserver;
  readonly #abort = new AbortController();
  readonly #isMac = navigator.userAgent.includes('Macintosh');
  #selection: TextSelection = { anchor: 0, focus: 0 };
  #layoutFrame = 0;

  constructor(host: HTMLElement, events: ArticleViewEvents) {
    this.#events = events;
    const page = document.createElement('div');
    const overlay = document.createElement('div');
    this.#scroller.className = 'article-scroller';
    page.className = 'article-page';
    overlay.className = 'article-overlay';
    dressTextbox(this.#root);
    this.#scroller.append(page);
    host.append(this.#scroller);

    this.#drawn = new DrawnArticle(this.#scroller, page, this.#root, () => this.#redrawn());
    this.#geometry = new TextGeometry(this.#root, this.#drawn);
    this.beside = new BesideText(this.#scroller, this.#drawn, this.#geometry);
    page.append(this.#root, this.beside.element, overlay);
    this.#picture = new SelectionPicture(this.#root, this.#geometry);
    this.#found = new FoundHighlights(this.#drawn, this.#geometry, {
      all: 'article-found',
      current: 'article-found-current',
    });
    this.#proposed = new FoundHighlights(this.#drawn, this.#geometry, {
      all: 'article-proposed',
      current: 'article-proposed',
    });
    this.#suggested = new FoundHighlights(this.#drawn, this.#geometry, {
      all: 'article-suggested',
      current: 'article-suggested',
    });
    this.#reviewed = new FoundHighlights(this.#drawn, this.#geometry, {
      all: 'article-suggested-current',
      current: 'article-suggested-current',
    });
    this.#editContext = new ReadOnlyEditContext(this.#root);
    const stage = { scroller: this.#scroller, overlay, drawn: this.#drawn, geometry: this.#geometry };
    this.#links = new LinkLines(this.#scroller, overlay, this.#drawn, this.#geometry);
    this.#handles = new SpanHandles({
      ...stage,
      onResize: (...report) => this.#events.onResizeSpan(...report),
    });
    this.#pointer = new PointerSelection({
      ...stage,
      selection: () => this.#selection,
      select: (selection, isEnd) => this.#select(selection, isEnd ? 'pointer-end' : 'pointer', 'none'),
      focus: () => this.focus(),
    });

    const { signal } = this.#abort;
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    this.#root.addEventListener('keydown', (event) => this.#press(event), { signal });
    this.#root.addEventListener('copy', (event) => this.#copy(event), { signal });
    this.#root.addEventListener('focus', () => this.#picture.show(this.#selection), { signal });
    this.#root.addEventListener('blur', () => this.#picture.show(this.#selection), { signal });
    document.addEventListener('selectionchange', () => this.#adopt(), { signal });
    this.#resize = new ResizeObserver(() => this.#resized());
    this.#resize.observe(this.#root);
    this.#resize.observe(this.#scroller);
  }

  /** Shows an article from its beginning or where `at` says, with its spans. */
  showArticle(article: ShownArticle, spans: SpanIndex, tagSet: TagSet, at: ArticlePlace = {}): void {
    const { selection, scrollOffset } = at;
    this.#selection = snapped(article.text, selection ?? { anchor: 0, focus: 0 });
    this.#root.classList.toggle('article-text-empty', article.text === '');
    this.#found.set([], -1);
    this.#proposed.set([], -1);
    this.setSuggested([], []);
    this.#drawn.show({ ...nothingShown, article, spans, tagSet }, scrollOffset ?? selection?.focus ?? 0);
    if (scrollOffset !== undefined) this.#scrollTo(scrollOffset, 'top');
    else if (selection !== undefined) this.#scrollTo(selection.focus, 'centre');
    this.#redrawn();
  }

  /** Draws other spans over the same article, in this frame and only where they differ. */
  updateSpans(spans: SpanIndex): void {
    this.#drawn.updateSpans(spans);
    this.#redrawn();
  }

  setTagSet(tagSet: TagSet): void {
    this.#drawn.setTagSet(tagSet);
    this.#redrawn();
  }

  setSelection(selection: TextSelection, reveal: Reveal = 'nearest'): void {
    this.#selection = snapped(this.#drawn.article.text, selection);
    if (reveal !== 'none') this.#scrollTo(this.#selection.focus, reveal);
    this.#picture.show(this.#selection);
  }

  /** The span that is drawn as current, with its handles; null for none. */
  setCurrentSpan(id: string | null): void {
    this.#drawn.setCurrentSpan(id);
    this.#redrawn();
  }

  /** Lights the spans that belong to what the person points at. */
  setLit(ids: ReadonlySet<string>): void {
    this.#drawn.setLit(ids);
    this.#redrawn();
  }

  /** The spans that the current one is linked to: lines lead to them. */
  setLinked(ids: readonly string[]): void {
    this.#links.set(ids);
    this.#redrawn();
  }

  /** Scrolls, if need be, so that the text at `offset` is in sight. */
  reveal(offset: number): void {
    this.#scrollTo(offset, 'nearest');
  }

  /** Matches of a search, in text order; the one at `currentIndex` stands out. */
  setFound(ranges: readonly { readonly start: number; readonly end: number }[], currentIndex: number): void {
    this.#found.set(ranges, currentIndex);
    const current = ranges[currentIndex];
    if (current !== undefined) this.#scrollTo(current.start, 'nearest');
    this.#redrawn();
  }

  /** What a link is proposed to, in text order; none when nothing is proposed. */
  setProposed(ranges: readonly { readonly start: number; readonly end: number }[]): void {
    this.#proposed.set(ranges, -1);
    this.#redrawn();
  }

  /** What is suggested, and of that what is looked at: each in text order and apart. */
  setSuggested(all: readonly Fragment[], reviewed: readonly Fragment[]): void {
    this.#suggested.set(all, -1);
    this.#reviewed.set(reviewed, -1);
    this.#redrawn();
  }

  /** Client rectangles of the words in `[start, end)`, one a line, as far as they are drawn near the sight. */
  rectsOf(start: number, end: number): DOMRect[] {
    return this.#geometry.rectsOf(start, end);
  }

  /** The offset nearest to a place in client coordinates, or null when no text is shown. */
  offsetAtPoint(x: number, y: number): number | null {
    return this.#geometry.offsetAt(x, y);
  }

  /** Offset of the text at the top of the sight, to come back to. */
  topOffset(): number {
    if (this.#scroller.scrollTop < 1) return 0;
    const { left, width } = this.#root.getBoundingClientRect();
    const x = getComputedStyle(this.#root).direction === 'rtl' ? left + width - 1 : left + 1;
    return this.#geometry.offsetAt(x, this.#scroller.getBoundingClientRect().top + topMargin + 6) ?? 0;
  }

  focus(): void {
    this.#root.focus({ preventScroll: true });
    this.#picture.show(this.#selection);
  }

  dispose(): void {
    cancelAnimationFrame(this.#layoutFrame);
    this.#abort.abort();
    this.#resize.disconnect();
    this.#pointer.dispose();
    this.#handles.dispose();
    this.#found.dispose();
    this.#proposed.dispose();
    this.#suggested.dispose();
    this.#reviewed.dispose();
    this.#picture.clear();
    this.#editContext.dispose();
    this.#drawn.dispose();
    this.#scroller.remove();
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const key = movementOf(event, this.#isMac);
    if (key !== null) {
      event.preventDefault();
      const moved = moveCaret(this.#caretStage(), this.#selection, key);
      this.#select(moved, 'keyboard', 'nearest');
      return;
    }
    const isSelectAll = (this.#isMac ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
    if (isSelectAll && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      this.#select({ anchor: 0, focus: this.#drawn.article.text.length }, 'keyboard', 'none');
      return;
    }
    if (this.#events.onKey(event)) event.preventDefault();
  }

  /** Takes over what assistive technology or the menu selected; all that is drawn stands for all of the article. */
  #adopt(): void {
    const foreign = this.#picture.readForeign(this.#selection);
    if (foreign === null) return;
    const { article, drawn } = this.#drawn;
    const first = article.blocks[drawn.first]?.start ?? 0;
    const last = article.blocks[drawn.end - 1]?.end ?? 0;
    const isAll = first < last && foreign.anchor <= first && foreign.focus >= last;
    this.#select(isAll ? { anchor: 0, focus: article.text.length } : foreign, 'keyboard', 'none');
  }

  #caretStage() {
    return {
      scroller: this.#scroller,
      drawn: this.#drawn,
      geometry: this.#geometry,
      picture: this.#picture,
      reveal: (offset: number) => this.#scrollTo(offset, 'nearest'),
    };
  }

  /** What is copied is the canonical text, also of what is not drawn. */
  #copy(event: ClipboardEvent): void {
    const { anchor, focus } = this.#selection;
    event.preventDefault();
    if (anchor === focus) return;
    const words = this.#drawn.article.text.slice(Math.min(anchor, focus), Math.max(anchor, focus));
    event.clipboardData?.setData('text/plain', words);
  }

  #select(selection: TextSelection, cause: 'keyboard' | 'pointer' | 'pointer-end', reveal: Reveal): void {
    this.setSelection(selection, reveal);
    if (cause === 'keyboard') this.#editContext.placeAt(this.#geometry.caretRectAt(this.#selection.focus));
    this.#events.onSelect(this.#selection, cause);
  }

  #scrollTo(offset: number, how: 'nearest' | 'centre' | 'top'): void {
    const { blocks } = this.#drawn.article;
    if (blocks.length === 0) return;
    const hasJumped = !this.#geometry.isDrawn(offset);
    if (hasJumped) this.#drawn.jumpTo(blockIndexAt(blocks, offset));
    const wasInSight = !hasJumped && this.#isInSight(offset);
    if (how === 'centre' && wasInSight) return;
    // What comes near on the way is laid out for the first time and may move the goal: a few rounds settle it.
    for (let round = 0; round < 4; round++) {
      const sight = this.#scroller.getBoundingClientRect();
      const caret = this.#geometry.caretRectAt(offset);
      const by = distanceTo(sight, caret, how);
      if (Math.abs(by) < 1) break;
      const before = this.#scroller.scrollTop;
      this.#scroller.scrollTop += by;
      this.#drawn.follow();
      if (Math.abs(this.#scroller.scrollTop - before) < 1) break;
    }
  }

  #isInSight(offset: number): boolean {
    const sight = this.#scroller.getBoundingClientRect();
    const caret = this.#geometry.caretRectAt(offset);
    return caret.top >= sight.top && caret.bottom <= sight.bottom;
  }

  #scrolled(): void {
    this.#drawn.follow();
    this.#pointAgain();
  }

  #resized(): void {
    this.beside.moved(this.#drawn.relayout());
    this.#redrawn();
  }

  #redrawn(): void {
    this.beside.moved();
    this.#pointAgain();
  }

  /** Text nodes may be other ones now: what points into them is pointed again. */
  #pointAgain(): void {
    this.#picture.show(this.#selection);
    this.#found.show();
    this.#proposed.show();
    this.#suggested.show();
    this.#reviewed.show();
    if (this.#layoutFrame !== 0) return;
    this.#layoutFrame = requestAnimationFrame(() => {
      this.#layoutFrame = 0;
      this.#handles.place();
      this.#links.place(this.beside.revision);
      this.#events.onLayout();
    });
  }
}

/** The selection within the text and around whole grapheme clusters. */
function snapped(text: string, { anchor, focus }: TextSelection): TextSelection {
  return {
    anchor: snapToGrapheme(text, anchor, anchor <= focus ? 'start' : 'end'),
    focus: snapToGrapheme(text, focus, focus > anchor ? 'end' : 'start'),
  };
}

function dressTextbox(root: HTMLElement): void {
  root.className = 'article-text';
  root.tabIndex = 0;
  root.spellcheck = false;
  root.setAttribute('role', 'textbox');
  root.setAttribute('aria-label', 'Article text');
  root.setAttribute('aria-multiline', 'true');
  root.setAttribute('aria-readonly', 'true');
}

/** How far to scroll for the caret to be seen; 0 when it is. */
function distanceTo(sight: DOMRect, caret: DOMRect, how: 'nearest' | 'centre' | 'top'): number {
  if (how === 'top') return caret.top - sight.top - topMargin;
  if (how === 'centre') return (caret.top + caret.bottom - sight.top - sight.bottom) / 2;
  const around = Math.min(caret.height * linesAround, sight.height / 4);
  if (caret.top < sight.top + around) return caret.top - sight.top - around;
  return caret.bottom > sight.bottom - around ? caret.bottom - sight.bottom + around : 0;
}
