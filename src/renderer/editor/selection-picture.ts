import type { TextSelection } from '../store/workbench-state.ts';
import { hideHighlight, showHighlight } from './highlight-sheet.ts';
import type { TextGeometry } from './text-geometry.ts';

/** The name of the highlight that shows the selection while the text has no focus. */
const idleHighlight = 'article-selection-idle';

/**
 * The selection of the store, drawn: as the DOM selection while the text has the focus, as a dimmed highlight while it has not. Ends that are
 * not near the sight stand at the edge of what is.
 */
export class SelectionPicture {
  readonly #root: HTMLElement;
  readonly #geometry: TextGeometry;

  constructor(root: HTMLElement, geometry: TextGeometry) {
    this.#root = root;
    this.#geometry = geometry;
  }

  /**
   * Draws `selection`. A DOM selection that shows it already is left alone, since it knows more: the side of a line break that the caret is on, and
   * the column it came from.
   */
  show(selection: TextSelection): void {
    if (document.activeElement !== this.#root) {
      this.#showIdle(selection);
      return;
    }
    hideHighlight(idleHighlight);
    const dom = document.getSelection();
    if (dom === null) return;
    if (this.#isShown(dom, selection)) return;
    const anchor = this.#geometry.nearPointAt(selection.anchor);
    const focus = this.#geometry.nearPointAt(selection.focus);
    dom.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }

  /**
   * What something else has made of the DOM selection (the menu's Select All, assistive technology): null while it still shows `selection`, or
   * when it is not in the text.
   */
  readForeign(selection: TextSelection): TextSelection | null {
    const dom = document.getSelection();
    if (dom === null || dom.anchorNode === null || dom.focusNode === null) return null;
    if (document.activeElement !== this.#root || this.#isShown(dom, selection)) return null;
    const anchor = this.#geometry.offsetOf(dom.anchorNode, dom.anchorOffset);
    const focus = this.#geometry.offsetOf(dom.focusNode, dom.focusOffset);
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  /** Takes the idle highlight away. */
  clear(): void {
    hideHighlight(idleHighlight);
  }

  #showIdle({ anchor, focus }: TextSelection): void {
    if (anchor === focus) {
      hideHighlight(idleHighlight);
      return;
    }
    const start = this.#geometry.nearPointAt(Math.min(anchor, focus));
    const end = this.#geometry.nearPointAt(Math.max(anchor, focus));
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    showHighlight(idleHighlight, new Highlight(range));
  }

  #isShown(dom: Selection, selection: TextSelection): boolean {
    const anchor = this.#geometry.nearPointAt(selection.anchor);
    const focus = this.#geometry.nearPointAt(selection.focus);
    return (
      this.#isAt(dom.anchorNode, dom.anchorOffset, anchor.node, anchor.offset) &&
      this.#isAt(dom.focusNode, dom.focusOffset, focus.node, focus.offset)
    );
  }

  #isAt(node: Node | null, offset: number, wantedNode: Node, wantedOffset: number): boolean {
    if (node === null || !this.#root.contains(node)) return false;
    if (node === wantedNode && offset === wantedOffset) return true;
    // An element as container is what remains when the text node it was in has been replaced.
    if (!(node instanceof Text)) return false;
    return this.#geometry.offsetOf(node, offset) === this.#geometry.offsetOf(wantedNode, wantedOffset);
  }
}
