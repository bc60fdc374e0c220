/** A place in the DOM as Range and Selection have it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The place of `offset` units into a block's text. Of two places at a segment's edge it is the end of the earlier one. */
export function pointInBlock(block: HTMLElement, offset: number): DomPoint {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = Math.max(0, offset);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (left <= node.length && (left > 0 || last === null)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last === null ? { node: block, offset: 0 } : { node: last, offset: last.length };
}

/** Article offset of a DOM place, or null when it lies outside the drawn blocks of `root`. */
export function offsetOfPoint(root: HTMLElement, node: Node, offset: number): number | null {
  if (node === root) {
    const after = root.children[offset];
    const before = root.children[offset - 1];
    if (after instanceof HTMLElement) return startOfBlock(after);
    return before instanceof HTMLElement ? startOfBlock(before) + textLengthOf(before) : null;
  }
  const block = blockElementOf(root, node);
  if (block === null) return null;
  const start = startOfBlock(block);
  if (!(node instanceof Text)) {
    let length = lengthBefore(block, node);
    for (const child of [...node.childNodes].slice(0, offset)) length += textLengthOf(child);
    return start + length;
  }
  return start + lengthBefore(block, node) + offset;
}

/** The block element that holds `node`, or null when it is not in one. */
export function blockElementOf(root: HTMLElement, node: Node): HTMLElement | null {
  let at: Node | null = node;
  while (at !== null && at.parentNode !== root) at = at.parentNode;
  return at instanceof HTMLElement && at.dataset.start !== undefined ? at : null;
}

/** Article offset at which a block element's text begins. */
export function startOfBlock(block: HTMLElement): number {
  return Number(block.dataset.start);
}

function lengthBefore(block: HTMLElement, node: Node): number {
  let length = 0;
  let at: Node = node;
  while (at !== block) {
    for (let sibling = at.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      length += textLengthOf(sibling);
    }
    if (at.parentNode === null) return length;
    at = at.parentNode;
  }
  return length;
}

function textLengthOf(node: Node): number {
  return node.textContent?.length ?? 0;
}
