import { $applyNodeReplacement, type LexicalNode, type NodeKey, TextNode } from 'lexical';
import type { InvisibleToken } from './invisible-tokens.ts';

/** How a segment is drawn. Two equal drawings are one object or compare equal field by field. */
export interface SegmentDrawing {
  readonly text: string;
  /** Ids of the covering spans, outermost first, separated by spaces; empty for untagged text. */
  readonly spanIds: string;
  readonly tag: string | null;
  /** Class name of its look, or null. */
  readonly look: string | null;
  readonly invisible: InvisibleToken | null;
}

/** True when both draw the same. */
export function isSameDrawing(a: SegmentDrawing, b: SegmentDrawing): boolean {
  return (
    a.text === b.text &&
    a.spanIds === b.spanIds &&
    a.tag === b.tag &&
    a.look === b.look &&
    a.invisible?.label === b.invisible?.label
  );
}

/** A stretch of text under the same spans: a `<mark>` when tagged, else a `<span>`. Its text never changes. */
export class SegmentNode extends TextNode {
  __drawing: SegmentDrawing;

  static override getType(): string {
    return 'segment';
  }

  static override clone(node: SegmentNode): SegmentNode {
    return new SegmentNode(node.__drawing, node.__key);
  }

  constructor(drawing: SegmentDrawing, key?: NodeKey) {
    super(drawing.text, key);
    this.__drawing = drawing;
  }

  getDrawing(): SegmentDrawing {
    return this.getLatest().__drawing;
  }

  setDrawing(drawing: SegmentDrawing): this {
    const self = this.getWritable();
    self.__drawing = drawing;
    self.__text = drawing.text;
    return self;
  }

  /** Lexical calls this when something else changed the DOM's text: the node keeps its text and is drawn again. */
  override setTextContent(_text: string): this {
    this.markDirty();
    return this;
  }

  override createDOM(): HTMLElement {
    const { spanIds, text } = this.__drawing;
    const dom = document.createElement(spanIds === '' ? 'span' : 'mark');
    dom.append(document.createTextNode(text));
    this.#dress(dom);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if ((previous.__drawing.spanIds === '') !== (this.__drawing.spanIds === '')) return true;
    const child = dom.firstChild;
    if (dom.childNodes.length !== 1 || !(child instanceof Text)) return true;
    if (child.data !== this.__drawing.text) child.data = this.__drawing.text;
    this.#dress(dom);
    return false;
  }

  #dress(dom: HTMLElement): void {
    const { spanIds, tag, look, invisible } = this.__drawing;
    if (dom.className !== (look ?? '')) dom.className = look ?? '';
    setOrRemove(dom, 'data-span-ids', spanIds === '' ? null : spanIds);
    setOrRemove(dom, 'data-tag', tag);
    setOrRemove(dom, 'data-invisible', invisible === null ? null : invisible.label);
    setOrRemove(dom, 'data-reorders', invisible?.reorders === true ? '' : null);
    setOrRemove(dom, 'title', invisible === null ? null : invisible.title);
  }
}

export function $createSegmentNode(drawing: SegmentDrawing): SegmentNode {
  return $applyNodeReplacement(new SegmentNode(drawing));
}

export function $isSegmentNode(node: LexicalNode | null | undefined): node is SegmentNode {
  return node instanceof SegmentNode;
}

function setOrRemove(dom: HTMLElement, name: string, value: string | null): void {
  if (value === null) dom.removeAttribute(name);
  else if (dom.getAttribute(name) !== value) dom.setAttribute(name, value);
}
