import { $applyNodeReplacement, ElementNode, type LexicalNode, type NodeKey } from 'lexical';
import type { BlockKind } from '../../core/model/block.ts';

/** What of a block is drawn beside its text. */
export interface BlockDrawing {
  readonly kind: BlockKind;
  /** Offset of its first UTF-16 unit in the article. */
  readonly start: number;
  /** Of most of its letters: the engine's `auto` goes by the first, and a paragraph may begin with a foreign name. */
  readonly direction: 'ltr' | 'rtl';
  /** True when the next block is the next piece of the same paragraph. */
  readonly isContinued: boolean;
  /** Height to reserve while it is out of sight, CSS pixels. */
  readonly estimatedHeight: number;
}

const elementOfKind: Readonly<Record<BlockKind, string>> = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  attribution: 'p',
  // A list item outside a list would tell assistive technology of a list that is not there.
  listItem: 'div',
  quote: 'blockquote',
  continuation: 'div',
};

/** One block of the article. Its drawing never changes: another block is another node. */
export class BlockNode extends ElementNode {
  __drawing: BlockDrawing;

  static override getType(): string {
    return 'article-block';
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.__drawing, node.__key);
  }

  constructor(drawing: BlockDrawing, key?: NodeKey) {
    super(key);
    this.__drawing = drawing;
    // Lexical writes the attribute from this field, `auto` when there is none.
    this.__dir = drawing.direction;
  }

  override createDOM(): HTMLElement {
    const { kind, start, isContinued, estimatedHeight } = this.__drawing;
    const dom = document.createElement(elementOfKind[kind]);
    dom.className = `article-block article-${kind}${isContinued ? ' article-continued' : ''}`;
    dom.dataset.start = String(start);
    dom.style.setProperty('contain-intrinsic-block-size', `auto ${Math.round(estimatedHeight)}px`);
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createBlockNode(drawing: BlockDrawing): BlockNode {
  return $applyNodeReplacement(new BlockNode(drawing));
}

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode;
}
