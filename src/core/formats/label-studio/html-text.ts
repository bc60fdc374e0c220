import { parseHTML } from 'linkedom/worker';
import { failure, type Result, success } from '../../model/result.ts';
import { SourceText } from '../source-text.ts';
import { readsLike } from './reads-like.ts';
import type { ResultPlace } from './result-place.ts';
import type { LabelStudioResult } from './task-schema.ts';

/** As much of the DOM as is read here; core knows no other. */
interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

/** The parser slows down with the square of how deep elements nest. */
const mostTags = 50_000;

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
/** Elements whose text Label Studio does not count: it takes them out, or does not have them in the part that is annotated. */
const absent = new Set(['SCRIPT', 'IFRAME', 'HEAD', 'TEMPLATE']);

/** The text of a task’s HTML, and the way to it from its results. */
export function readHtmlText(html: string): Result<HtmlText, string> {
  const tags = html.match(/</g)?.length ?? 0;
  if (tags > mostTags) return failure(`its HTML has more than ${mostTags.toLocaleString('en')} tags`);
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
      if (node.nodeType === 3) add(node.nodeValue ?? '');
      if (node.nodeName === 'BR') add('\n');
      if (blocks.has(node.nodeName)) isBroken = true;
      // What a style sheet says is counted, but nobody reads it.
      if (node.nodeName === 'STYLE') counted += new SourceText(node.firstChild?.nodeValue ?? '').length;
      return !absent.has(node.nodeName) && node.nodeName !== 'STYLE';
    };
    const leave = (node: HtmlNode): void => {
      const place = this.#nodes.get(node);
      if (place !== undefined) place.end = counted;
      if (blocks.has(node.nodeName)) isBroken = true;
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
      node = node === undefined ? undefined : childAt(node, name, Number(number ?? 1));
    const place = node === undefined ? undefined : this.#nodes.get(node);
    if (node === undefined || place === undefined) return undefined;
    if (node.nodeType === 3) return place.start + offset;
    let child = node.firstChild;
    for (let i = 0; i < offset && child !== null; i++) child = child.nextSibling;
    return child === null ? place.end : this.#nodes.get(child)?.start;
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

/** The child that a step of a path leads to. The parser makes several text nodes where a browser has one. */
function childAt(node: HtmlNode, name: string, number: number): HtmlNode | undefined {
  let left = number;
  let previous: HtmlNode | null = null;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const isIt =
      name === 'text()' ? child.nodeType === 3 : child.nodeName.toLowerCase() === name.toLowerCase();
    if (isIt && !(child.nodeType === 3 && previous?.nodeType === 3) && --left === 0) return child;
    previous = child;
  }
  return undefined;
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
