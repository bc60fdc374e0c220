import { inNamespace, type XmlListener, type XmlStart } from '../../xml/read-xml.ts';
import { BlockFlow } from '../extraction/block-flow.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';

const namespace = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const textNamespace = namespace('text');
const styleName = inNamespace(textNamespace, 'style-name');

/** Nothing in these is text that is read: what was deleted, comments, what is drawn, declarations. */
const passedOver = new Set(
  'tracked-changes annotation sequence-decls variable-decls user-field-decls dde-connection-decls forms scripts event-listeners image plugin object object-ole math ruby-text hidden-text note-citation desc title'.split(
    ' ',
  ),
);

/** So many blanks stand for one element at most. */
const mostBlanks = 100;

/**
 * Hears a text document in the Open Document Format (ODF 1.3, part 3, chapters 5 to 9) and gathers its blocks. Notes stand at the end, by the numbers
 * that refer to them in the text.
 */
export class OdfText implements XmlListener {
  readonly #flow = new BlockFlow();
  readonly #notes: ExtractedBlock[][] = [];
  readonly #ends: ((() => void) | undefined)[] = [];
  /** Names of styles made in this document → the styles that they come from. */
  readonly #parents = new Map<string, string>();
  #comments = 0;
  #passing = 0;
  #depthInText = 0;
  #listDepth = 0;
  #isInBody = false;
  /** White space at the beginning of a paragraph, or behind other white space, is none (6.1.2). */
  #isSpaced = true;

  /** Comments that were passed over. */
  get comments(): number {
    return this.#comments;
  }

  blocks(): ExtractedBlock[] {
    return [...this.#flow.end(), ...this.#notes.flat()];
  }

  open(element: XmlStart): void {
    const { local } = element;
    if (this.#passing > 0 || (this.#isInBody && passedOver.has(local))) {
      if (local === 'annotation') this.#comments += 1;
      this.#passing += 1;
    } else this.#ends.push(this.#begin(element));
  }

  text(text: string): void {
    if (this.#passing > 0 || this.#depthInText === 0) return;
    const collapsed = text.replace(/[ \t\n\r]+/g, ' ');
    this.#add(this.#isSpaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
  }

  close(): void {
    if (this.#passing > 0) this.#passing -= 1;
    else this.#ends.pop()?.();
  }

  #begin(element: XmlStart): (() => void) | undefined {
    switch (element.local) {
      case 'style':
        this.#learnStyle(element);
        return undefined;
      case 'body':
        this.#isInBody = true;
        return undefined;
      case 'p':
      case 'h':
        return this.#isInBody && element.uri === textNamespace ? this.#beginParagraph(element) : undefined;
      case 'list':
        this.#listDepth += 1;
        return () => {
          this.#listDepth -= 1;
        };
      case 'table':
        return this.#beginTable(element);
      case 'table-row':
        this.#flow.openRow();
        return undefined;
      case 'table-cell':
      case 'covered-table-cell':
        this.#flow.openCell();
        return () => this.#flow.closeCell();
      case 'note':
        return this.#beginNote();
      case 'text-box':
        return this.#beginAside((blocks) => this.#flow.putAfter(blocks));
      default:
        this.#single(element);
        return undefined;
    }
  }

  #single({ local, uri, attributes }: XmlStart): void {
    if (uri !== textNamespace || this.#depthInText === 0) return;
    if (local === 'tab') this.#add('\t');
    else if (local === 'line-break') this.#add('\n');
    else if (local === 's') {
      const count = Number(attributes.get(inNamespace(textNamespace, 'c')) ?? 1);
      this.#add(
        ' '.repeat(Math.min(mostBlanks, Math.max(1, Number.isFinite(count) ? Math.floor(count) : 1))),
      );
    }
  }

  #add(text: string): void {
    if (text === '') return;
    this.#flow.text(text);
    this.#isSpaced = /[ \t\n]$/.test(text);
  }

  #learnStyle({ attributes }: XmlStart): void {
    const style = namespace('style');
    const name = attributes.get(inNamespace(style, 'name'));
    const parent = attributes.get(inNamespace(style, 'parent-style-name'));
    if (name !== undefined && parent !== undefined) this.#parents.set(name, parent);
  }

  #beginParagraph(element: XmlStart): () => void {
    const before = this.#isSpaced;
    this.#flow.openBlock(this.#kindOf(element));
    this.#depthInText += 1;
    this.#isSpaced = true;
    return () => {
      this.#depthInText -= 1;
      this.#isSpaced = before;
      this.#flow.closeBlock();
    };
  }

  #kindOf({ local, attributes }: XmlStart): ExtractedBlock['kind'] {
    let name = attributes.get(styleName) ?? '';
    for (let step = 0; step < 12 && !isBuiltIn(name); step++) {
      const parent = this.#parents.get(name);
      if (parent === undefined) break;
      name = parent;
    }
    if (name === 'Title') return 'title';
    if (local === 'h' || name === 'Subtitle' || /^Heading(?:_20_\d+)?$/.test(name)) return 'heading';
    if (name === 'Quotations') return 'quote';
    return this.#listDepth > 0 ? 'listItem' : 'paragraph';
  }

  #beginTable({ uri }: XmlStart): (() => void) | undefined {
    if (uri !== namespace('table') || !this.#isInBody) return undefined;
    this.#flow.openTable();
    return () => this.#flow.closeTable();
  }

  #beginNote(): () => void {
    const number = this.#notes.length + 1;
    this.#add(`[${number}]`);
    const gathered: ExtractedBlock[] = [];
    this.#notes.push(gathered);
    return this.#beginAside((blocks) => {
      blocks.forEach((block, i) => {
        gathered.push(i === 0 ? { ...block, text: `[${number}] ${block.text.trimStart()}` } : block);
      });
    });
  }

  #beginAside(then: (blocks: readonly ExtractedBlock[]) => void): () => void {
    const before = [this.#depthInText, this.#isSpaced, this.#listDepth] as const;
    this.#depthInText = 0;
    this.#listDepth = 0;
    this.#flow.openAside();
    return () => {
      const blocks = this.#flow.closeAside();
      [this.#depthInText, this.#isSpaced, this.#listDepth] = before;
      then(blocks);
    };
  }
}

/** Names of styles that the format’s programs share; those made in a document are P1, P2… */
function isBuiltIn(name: string): boolean {
  return /^(?:Title|Subtitle|Quotations|Heading(?:_20_\d+)?)$/.test(name);
}
