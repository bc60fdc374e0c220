import { parseHTML } from 'linkedom/worker';
import { failure, type Result, success } from '../../model/result.ts';
import { type HtmlNode, isElement, isText } from '../html/html-node.ts';
import { beyondLimits } from '../html/page-limits.ts';
import { SourceText } from '../source-text.ts';
import { readsLike } from './reads-like.ts';
import type { ResultPlace } from './result-place.ts';
import type { LabelStudioResult } from './task-schema.ts';

const blocks = new Set(
  'address article aside blockquote body caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** Elements whose text Label Studio does not count: it takes them out, or does not have them in the part that is annotated. */
const absent = new Set(['script', 'iframe', 'head', 'template']);

/** The text of a task’s HTML, and the way to it from its results. */
export function readHtmlText(html: string): Result<HtmlText, string> {
  const reason = beyondLimits(html);
  if (reason !== undefined) return failure(`its HTML cannot be taken apart: ${reason}`);
  // As the parser of a browser does.
  return success(new HtmlText(parseHTML(html.replace(/\r\n?/g, '\n')).document));
}

/**
 * The text of HTML without its tags, a line end between blocks. Results say where they stand in it by `globalOffsets`: code points of all text one after the other,
 * a `<br>` being one (Label Studio’s `utils/selection-tools.js`); or else by paths to elements.
 */
export class HtmlText {
  readonly #root: HtmlNode;
  readonly #source: SourceText;
  /** Where stretches begin that are in the text as they are in the HTML: counted there and here, in code points. */
  readonly #counted: number[] = [];
  readonly #here: number[] = [];
  /** Where each node begins and ends, as counted. */
  readonly #nodes = new Map<HtmlNode, { readonly start: number; end: number }>();

  readonly #children = new Map<HtmlNode, Children>();

  constructor(root: HtmlNode) {
    this.#root = root;
    this.#source = new SourceText(this.#gather());
  }

  get text(): string {
    return this.#source.text;
  }

  placeOf(result: LabelStudioResult): Result<ResultPlace, string> {
    const counted = globalOffsets(result) ?? this.#offsetsOfPaths(result);
    if (counted === undefined)
      return failure('neither its offsets nor its paths lead to a place in the HTML');
    const start = this.#offsetHere(counted.start, 0);
    const end = this.#offsetHere(counted.end, 1);
    const text = this.#source.words(start, end);
    const said = result.value?.text;
    return success({ start, end, text: typeof said === 'string' && !readsLike(text, said) ? said : text });
  }

  #gather(): string {
    let text = '';
    let counted = 0;
    let here = 0;
    let isBroken = false;
    const add = (words: string): void => {
      if (words === '') return;
      if (isBroken && text !== '' && !text.endsWith('\n') && !words.startsWith('\n')) {
        text += '\n';
        here++;
      }
      isBroken = false;
      this.#counted.push(counted);
      this.#here.push(here);
      text += words;
      const length = new SourceText(words).length;
      counted += length;
      here += length;
    };
    const enter = (node: HtmlNode): boolean => {
      this.#nodes.set(node, { start: counted, end: counted });
      const name = nameOf(node);
      if (isText(node)) add(node.nodeValue ?? '');
      if (name === 'br') add('\n');
      if (blocks.has(name)) isBroken = true;
      // What a style sheet says is counted, but nobody reads it.
      if (name === 'style') counted += new SourceText(node.firstChild?.nodeValue ?? '').length;
      return !absent.has(name) && name !== 'style';
    };
    const leave = (node: HtmlNode): void => {
      const place = this.#nodes.get(node);
      if (place !== undefined) place.end = counted;
      if (blocks.has(nameOf(node))) isBroken = true;
    };
    visit(this.#root, enter, leave);
    return text;
  }

  /** @param atLeast 1 for the end of a stretch, which belongs to what stands before it */
  #offsetHere(counted: number, atLeast: 0 | 1): number {
    let low = 0;
    let high = this.#counted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#counted[middle] ?? 0) + atLeast <= counted) low = middle + 1;
      else high = middle;
    }
    const stretch = Math.max(0, low - 1);
    return (this.#here[stretch] ?? 0) + counted - (this.#counted[stretch] ?? 0);
  }

  #offsetsOfPaths({ value }: LabelStudioResult): { start: number; end: number } | undefined {
    const start = this.#offsetOf(value?.start, value?.startOffset);
    const end = this.#offsetOf(value?.end, value?.endOffset);
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /** The counted offset of a place as a range of the DOM has it: within a text node in characters, within an element in children. */
  #offsetOf(path: unknown, offset: unknown): number | undefined {
    if (typeof path !== 'string' || typeof offset !== 'number' || !(offset >= 0)) return undefined;
    let node: HtmlNode | undefined = this.#root;
    for (const [, name = '', number] of path.matchAll(/\/([a-z0-9]+(?:\(\))?)(?:\[(\d{1,6})\])?/gi))
      node = node === undefined ? undefined : this.#childrenOf(node).named(name)[Number(number ?? 1) - 1];
    const place = node === undefined ? undefined : this.#nodes.get(node);
    if (node === undefined || place === undefined) return undefined;
    if (isText(node)) return place.start + offset;
    const child = this.#childrenOf(node).all[offset];
    return child === undefined ? place.end : this.#nodes.get(child)?.start;
  }

  #childrenOf(node: HtmlNode): Children {
    const children = this.#children.get(node) ?? new Children(node);
    this.#children.set(node, children);
    return children;
  }
}

/** What stands in a node, as a browser has it: the parser makes several text nodes where that has one. */
class Children {
  readonly all: readonly HtmlNode[];
  readonly #byName = new Map<string, HtmlNode[]>();

  constructor(node: HtmlNode) {
    const all: HtmlNode[] = [];
    let previous: HtmlNode | null = null;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const isContinued = isText(child) && previous !== null && isText(previous);
      previous = child;
      if (isContinued) continue;
      all.push(child);
      const name = isText(child) ? 'text()' : nameOf(child);
      const named = this.#byName.get(name) ?? [];
      named.push(child);
      this.#byName.set(name, named);
    }
    this.all = all;
  }

  /** Those that a step of a path of that name may lead to. */
  named(name: string): readonly HtmlNode[] {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }
}

function globalOffsets({ value }: LabelStudioResult): { start: number; end: number } | undefined {
  const offsets = value?.globalOffsets;
  if (typeof offsets !== 'object' || offsets === null || !('start' in offsets) || !('end' in offsets))
    return undefined;
  const { start, end } = offsets;
  return isOffset(start) && isOffset(end) ? { start, end } : undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function nameOf(node: HtmlNode): string {
  return isElement(node) ? node.localName : '';
}

/** Goes through what stands in `root`, without calling itself. */
function visit(root: HtmlNode, enter: (node: HtmlNode) => boolean, leave: (node: HtmlNode) => void): void {
  let node = root.firstChild;
  while (node !== null) {
    const goesIn = enter(node);
    if (goesIn && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    leave(node);
    while (node !== null && node.nextSibling === null) {
      const parent: HtmlNode | null = node.parentNode;
      if (parent === null || parent === root) return;
      leave(parent);
      node = parent;
    }
    node = node?.nextSibling ?? null;
  }
}
