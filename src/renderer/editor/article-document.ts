import {
  $createNodeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  createEditor,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $createBlockNode, $isBlockNode, type BlockDrawing, BlockNode } from './block-node.ts';
import type { BlockRange } from './block-window.ts';
import {
  $createSegmentNode,
  $isSegmentNode,
  isSameDrawing,
  type SegmentDrawing,
  SegmentNode,
} from './segment-node.ts';

/** What the document asks for when it draws a block. */
export interface BlockSource {
  blockAt(index: number): BlockDrawing;
  segmentsAt(index: number): readonly SegmentDrawing[];
}

/**
 * The drawn window of an article as a Lexical document. Lexical's state is derived: it is written from text and spans only. The editor is
 * not editable and listens to no events, so it neither takes input nor touches the DOM selection; its mutation observer
 * stays, and puts back what anything else might change.
 */
export class ArticleDocument {
  readonly #editor: LexicalEditor;
  /** Keys of the drawn blocks; the first is the block `#drawn.first`. */
  #keys: NodeKey[] = [];
  #drawn: BlockRange = { first: 0, end: 0 };

  constructor(root: HTMLElement) {
    this.#editor = createEditor({
      namespace: 'article',
      nodes: [BlockNode, SegmentNode],
      editable: false,
      disableEvents: true,
      onError: (error) => {
        throw error;
      },
    });
    this.#editor.setRootElement(root);
  }

  get drawn(): BlockRange {
    return this.#drawn;
  }

  elementAt(index: number): HTMLElement | null {
    const key = this.#keys[index - this.#drawn.first];
    return key === undefined ? null : this.#editor.getElementByKey(key);
  }

  /** Draws `range` from nothing. */
  replace(range: BlockRange, source: BlockSource): void {
    this.#update(() => {
      const nodes = indexesOf(range).map((index) => $createDrawnBlock(index, source));
      const root = $getRoot();
      root.splice(0, root.getChildrenSize(), nodes);
      this.#keys = nodes.map((node) => node.getKey());
    });
    this.#drawn = range;
  }

  /** Draws `range`, keeping the blocks that it shares with what is drawn. */
  slide(range: BlockRange, source: BlockSource): void {
    const { first, end } = this.#drawn;
    const keptFirst = Math.max(first, range.first);
    const keptEnd = Math.min(end, range.end);
    if (keptFirst >= keptEnd) {
      this.replace(range, source);
      return;
    }
    this.#update(() => {
      const root = $getRoot();
      const before = indexesOf({ first: range.first, end: keptFirst }).map((i) =>
        $createDrawnBlock(i, source),
      );
      const after = indexesOf({ first: keptEnd, end: range.end }).map((i) => $createDrawnBlock(i, source));
      root.splice(keptEnd - first, end - keptEnd, after);
      root.splice(0, keptFirst - first, before);
      this.#keys = [
        ...before.map((node) => node.getKey()),
        ...this.#keys.slice(keptFirst - first, keptEnd - first),
        ...after.map((node) => node.getKey()),
      ];
    });
    this.#drawn = range;
  }

  /** Draws the segments of these blocks anew; what is drawn right already is left alone, to the node. */
  redraw(indexes: Iterable<number>, source: BlockSource): void {
    this.#update(() => {
      for (const index of indexes) {
        const key = this.#keys[index - this.#drawn.first];
        if (key === undefined) continue;
        const node = $getNodeByKey(key);
        if ($isBlockNode(node)) $drawSegments(node, source.segmentsAt(index));
      }
    });
  }

  dispose(): void {
    this.#editor.setRootElement(null);
  }

  #update(change: () => void): void {
    const apply = () => {
      // Before each update Lexical reads the DOM selection, and with it the layout, unless it holds a selection of nodes.
      if (!$isNodeSelection($getSelection())) {
        const rootOnly = $createNodeSelection();
        rootOnly.add($getRoot().getKey());
        $setSelection(rootOnly);
      }
      change();
    };
    this.#editor.update(apply, { discrete: true, skipTransforms: true });
  }
}

function $createDrawnBlock(index: number, source: BlockSource): BlockNode {
  const node = $createBlockNode(source.blockAt(index));
  return node.append(...source.segmentsAt(index).map($createSegmentNode));
}

function $drawSegments(block: BlockNode, wanted: readonly SegmentDrawing[]): void {
  const drawn = block.getChildren().filter($isSegmentNode);
  const isAlike = (a: SegmentNode | undefined, b: SegmentDrawing | undefined) =>
    a !== undefined && b !== undefined && isSameDrawing(a.getDrawing(), b);
  const shorter = Math.min(drawn.length, wanted.length);
  let head = 0;
  while (head < shorter && isAlike(drawn[head], wanted[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isAlike(drawn.at(-1 - tail), wanted.at(-1 - tail))) tail++;
  const fresh = wanted.slice(head, wanted.length - tail);
  if (fresh.length === drawn.length - head - tail) {
    // Same number of segments: the nodes, and with them their elements, live on.
    fresh.forEach((drawing, i) => {
      const node = drawn[head + i];
      if (node !== undefined && !isSameDrawing(node.getDrawing(), drawing)) node.setDrawing(drawing);
    });
    return;
  }
  block.splice(head, drawn.length - head - tail, fresh.map($createSegmentNode));
}

function indexesOf({ first, end }: BlockRange): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}
