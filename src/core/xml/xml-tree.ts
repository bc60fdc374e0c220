import { failure, type Result, success } from '../model/result.ts';
import { readXml, type XmlReadingOptions, type XmlStart } from './read-xml.ts';
import type { XmlFault } from './xml-fault.ts';
import { xmlLimits } from './xml-limits.ts';

/** An element with all that stands in it; a text is a string, and no two texts follow one another. */
export interface XmlElement extends XmlStart {
  readonly children: readonly XmlNode[];
  /** What the processing instructions directly in it say, of the target that was asked for. */
  readonly instructions?: readonly string[];
}

export type XmlNode = XmlElement | string;

/**
 * A document as a tree, by its root. Read large documents by events instead: see `readXml`.
 * @param options.instructions the target of processing instructions that are kept; others are left out
 */
export function xmlTree(
  text: string,
  options: XmlReadingOptions & { readonly instructions?: string } = {},
): Result<XmlElement, XmlFault> {
  const most = options.limits?.nodes ?? xmlLimits.nodes;
  const open: { children: XmlNode[]; texts: string[]; instructions: string[] }[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  // What is beyond the limit is not kept, so that it costs time and no memory.
  const isFull = () => nodes > most;
  const endText = () => {
    const top = open.at(-1);
    if (top === undefined || top.texts.length === 0) return;
    top.children.push(top.texts.join(''));
    top.texts = [];
    nodes++;
  };
  const read = readXml(
    text,
    {
      open(start) {
        endText();
        nodes += 1 + start.attributes.size;
        if (isFull()) return;
        const children: XmlNode[] = [];
        const instructions: string[] = [];
        const element =
          options.instructions === undefined ? { ...start, children } : { ...start, children, instructions };
        open.at(-1)?.children.push(element);
        open.push({ children, texts: [], instructions });
        root ??= element;
      },
      text(found) {
        if (!isFull()) open.at(-1)?.texts.push(found);
      },
      instruction(target, body) {
        if (target !== options.instructions) return;
        nodes++;
        if (!isFull()) open.at(-1)?.instructions.push(body);
      },
      close() {
        if (isFull()) return;
        endText();
        open.pop();
      },
    },
    options,
  );
  if (!read.ok) return read;
  if (isFull() || root === undefined)
    return failure({ reason: `it has more than ${most} elements and attributes`, line: 1 });
  return success(root);
}

/** The elements directly in it, of that name where one is given. */
export function childElements(parent: XmlElement, local?: string): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const child of parent.children) {
    if (typeof child !== 'string' && (local === undefined || child.local === local)) elements.push(child);
  }
  return elements;
}

/** The first element of that name directly in it. */
export function childElement(parent: XmlElement, local: string): XmlElement | undefined {
  return childElements(parent, local)[0];
}

/** The elements of that name at any depth in it, in the order of the document. */
export function* descendants(parent: XmlElement, local: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.local === local) yield child;
    yield* descendants(child, local);
  }
}

/** All text in it, at any depth. */
export function textContent(element: XmlElement): string {
  const texts: string[] = [];
  const gather = ({ children }: XmlElement) => {
    for (const child of children) {
      if (typeof child === 'string') texts.push(child);
      else gather(child);
    }
  };
  gather(element);
  return texts.join('');
}
