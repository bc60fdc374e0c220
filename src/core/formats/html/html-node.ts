/** As much of the DOM as is read here; core knows no other. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1 && 'localName' in node;
}

export function isText(node: HtmlNode): boolean {
  return node.nodeType === 3;
}

/** Hears of a tree's nodes in the order in which they stand. */
export interface HtmlVisitor {
  /** @returns false to pass over what stands in it; `leave` is not called then */
  enter(element: HtmlElement): boolean;
  leave?(element: HtmlElement): void;
  text?(text: string): void;
}

/** Goes through what stands in `root`, without calling itself: pages are nested as deep as they like. */
export function visit(root: HtmlNode, visitor: HtmlVisitor): void {
  let node: HtmlNode | null = root.firstChild;
  while (node !== null) {
    let goesIn = false;
    if (isElement(node)) goesIn = visitor.enter(node);
    else if (isText(node)) visitor.text?.(node.nodeValue ?? '');
    if (goesIn && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (goesIn && isElement(node)) visitor.leave?.(node);
    while (node !== null && node.nextSibling === null) {
      const parent: HtmlNode | null = node.parentNode;
      if (parent === null || parent === root) return;
      if (isElement(parent)) visitor.leave?.(parent);
      node = parent;
    }
    node = node?.nextSibling ?? null;
  }
}
