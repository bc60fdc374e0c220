import type { BlockKind } from '../../model/block.ts';
import { xmlId, xmlSpace } from '../../xml/read-xml.ts';
import type { XmlElement } from '../../xml/xml-tree.ts';
import { type ElementRange, namingElements, type TeiText, type TextBlock } from './tei-text.ts';

/** Elements that are set as blocks, and as what. */
const blockKinds: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ...kinds('paragraph', 'p ab l sp speaker stage u row label figDesc div div1 div2 div3 div4 lg castItem'),
  ...kinds('paragraph', 'person place org event birth death occupation residence bibl biblStruct personGrp'),
  ...kinds('heading', 'head titlePart trailer argument'),
  ...kinds('listItem', 'item'),
  ...kinds('quote', 'epigraph cit'),
  ...kinds(
    'attribution',
    'byline dateline docAuthor docDate docImprint signed salute opener closer imprimatur',
  ),
]);
/** Blocks that follow one another without a blank line. */
const tight = new Set([
  'l',
  'item',
  'row',
  'castItem',
  'signed',
  'birth',
  'death',
  'occupation',
  'residence',
  'bibl',
]);
/** Not part of the running text. */
const outside = new Set([
  ...[
    'teiHeader',
    'standOff',
    'facsimile',
    'sourceDoc',
    'note',
    'noteGrp',
    'fw',
    'spanGrp',
    'span',
    'listAnnotation',
  ],
  ...[
    'annotation',
    'linkGrp',
    'link',
    'listRelation',
    'relation',
    'interp',
    'interpGrp',
    'del',
    'figure',
    'graphic',
  ],
]);
/** Of several readings of one place, the first of these that is there counts. */
const readings: ReadonlyMap<string, readonly string[]> = new Map([
  ['choice', ['corr', 'reg', 'expan', 'unclear', 'orig', 'sic', 'abbr', 'seg']],
  ['app', ['lem', 'rdg']],
  ['subst', ['add']],
]);

/** Elements whose parts are words of their own, though no white space stands between them. */
const partElements = new Set([
  'persName',
  'placeName',
  'orgName',
  'name',
  'address',
  'residence',
  'birth',
  'death',
  'location',
]);

function kinds(kind: BlockKind, names: string): [string, BlockKind][] {
  return names.split(' ').map((name) => [name, kind]);
}

/**
 * The text of a document of another program as it is read: white space is one space, `lb` a line end, blocks stand apart by a blank line, lines of verse and items of
 * lists by a line end. Notes, page headers, deletions and apparatus stay out.
 */
export function foreignText(root: XmlElement): TeiText {
  const reader = new ForeignTextReader();
  reader.walk(root);
  return reader.finish();
}

interface OpenBlock {
  readonly kind: BlockKind;
  readonly element: XmlElement;
  readonly isTight: boolean;
}

class ForeignTextReader {
  readonly #out: string[] = [];
  #length = 0;
  readonly #raw: string[] = [];
  #rawLength = 0;
  /** Places in the raw text, rising, and those in the text that they became. */
  readonly #rawPlaces: number[] = [];
  readonly #textPlaces: number[] = [];
  readonly #blocks: TextBlock[] = [];
  readonly #named: ElementRange[] = [];
  readonly #places = new Map<string, ElementRange>();
  readonly #leftOut = new Map<string, number>();
  /** Elements whose first word is still to come. */
  #waiting: { start: number | undefined }[] = [];
  readonly #open: OpenBlock[] = [];
  #blockStart: number | undefined;
  /** The name of the block before, where one of the same name follows it without a blank line. */
  #lastTight: string | undefined;
  #space: '' | ' ' | '\n' = '';
  #page: number | undefined;
  #isOutside = 0;
  #isPreserved = false;

  finish(): TeiText {
    this.#endBlock();
    return {
      text: this.#out.join(''),
      blocks: this.#blocks,
      named: this.#named,
      raw: this.#raw.join(''),
      places: this.#places,
      toText: (raw) => this.#toText(raw),
      leftOut: this.#leftOut,
    };
  }

  walk(element: XmlElement): void {
    const { local, attributes } = element;
    if (outside.has(local)) {
      if (local !== 'teiHeader' && this.#isOutside === 0)
        this.#leftOut.set(local, (this.#leftOut.get(local) ?? 0) + 1);
      this.#isOutside++;
      this.#children(element);
      this.#isOutside--;
      return;
    }
    if (local === 'pb' && /^\d{1,6}$/.test(attributes.get('n') ?? ''))
      this.#page = Number(attributes.get('n')) || undefined;
    if (local === 'lb' && attributes.get('break') !== 'no' && this.#blockStart !== undefined)
      this.#space = '\n';
    const wasPreserved = this.#isPreserved;
    const space = attributes.get(xmlSpace);
    if (space !== undefined) this.#isPreserved = space === 'preserve';
    const kind = this.#kindOf(element);
    if (kind !== undefined) {
      this.#endBlock();
      this.#open.push({ kind, element, isTight: tight.has(local) });
    }
    const rawStart = this.#rawLength;
    const mark = namingElements.has(local) && this.#isOutside === 0 ? { start: undefined } : undefined;
    if (mark !== undefined) this.#waiting.push(mark);
    this.#children(element);
    if (mark !== undefined)
      this.#named.push({ element, start: mark.start ?? this.#length, end: this.#length });
    if (mark?.start === undefined) this.#waiting = this.#waiting.filter((other) => other !== mark);
    const id = attributes.get(xmlId);
    if (id !== undefined) this.#places.set(id, { element, start: rawStart, end: this.#rawLength });
    if (kind !== undefined) {
      this.#endBlock();
      this.#open.pop();
    }
    this.#isPreserved = wasPreserved;
  }

  #children(element: XmlElement): void {
    const wanted = readings.get(element.local);
    const chosen = wanted?.flatMap((name) =>
      element.children.filter((child) => typeof child !== 'string' && child.local === name),
    )[0];
    const isOfParts = partElements.has(element.local);
    for (const child of element.children) {
      const isPassed = chosen !== undefined && child !== chosen;
      if (isPassed) this.#isOutside++;
      if (typeof child === 'string') this.#text(child);
      else {
        if (isOfParts && this.#blockStart !== undefined && this.#space === '') this.#space = ' ';
        this.walk(child);
      }
      if (isPassed) this.#isOutside--;
    }
  }

  /** As what an element is set; undefined for those within a line. Quotations are blocks where they stand between blocks or hold some. */
  #kindOf(element: XmlElement): BlockKind | undefined {
    if (this.#isOutside > 0) return undefined;
    const own = blockKinds.get(element.local);
    const outer = this.#open.at(-1)?.kind;
    const isQuotation = element.local === 'quote' || element.local === 'q' || element.local === 'said';
    if (isQuotation && (holdsBlocks(element) || !this.#isInLine())) return 'quote';
    // What stands in an item or quotation is part of it.
    return own === 'paragraph' && (outer === 'listItem' || outer === 'quote') ? outer : own;
  }

  /** True within a block that holds words, such as a paragraph, not a division. */
  #isInLine(): boolean {
    const element = this.#open.at(-1)?.element;
    return (
      element !== undefined && !/^(?:div\d?|lg|sp|cit|epigraph|person|place|org|event)$/.test(element.local)
    );
  }

  #text(found: string): void {
    this.#raw.push(found);
    const rawStart = this.#rawLength;
    this.#rawLength += found.length;
    if (this.#isOutside > 0) return;
    if (this.#isPreserved) {
      if (found.trim() !== '' || this.#blockStart !== undefined) this.#word(found, rawStart);
      return;
    }
    for (const match of found.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      if (!/^[ \t\r\n]/.test(match[0])) this.#word(match[0], rawStart + match.index);
      else if (this.#blockStart !== undefined && this.#space === '') this.#space = ' ';
    }
  }

  #word(word: string, rawStart: number): void {
    if (this.#blockStart === undefined) this.#beginBlock();
    else if (this.#space !== '') this.#push(this.#space);
    this.#space = '';
    for (const mark of this.#waiting) mark.start ??= this.#length;
    this.#waiting = [];
    this.#rawPlaces.push(rawStart);
    this.#textPlaces.push(this.#length);
    this.#push(word);
  }

  #beginBlock(): void {
    const block = this.#open.at(-1);
    const name = block?.isTight === true ? block.element.local : undefined;
    if (this.#length > 0) this.#push(name !== undefined && name === this.#lastTight ? '\n' : '\n\n');
    this.#lastTight = name;
    this.#blockStart = this.#length;
  }

  #endBlock(): void {
    const start = this.#blockStart;
    this.#blockStart = undefined;
    this.#space = '';
    if (start === undefined) return;
    const { kind = 'paragraph', element } = this.#open.at(-1) ?? {};
    const isTitle = kind === 'heading' && this.#blocks.length === 0;
    this.#blocks.push({
      kind: isTitle ? 'title' : kind,
      start,
      end: this.#length,
      element: element ?? nowhere,
      ...(this.#page !== undefined && { page: this.#page }),
    });
  }

  #push(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }

  #toText(raw: number): number {
    let low = 0;
    let high = this.#rawPlaces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rawPlaces[middle] ?? 0) <= raw) low = middle + 1;
      else high = middle;
    }
    const before = low - 1;
    const next = this.#textPlaces[low] ?? this.#length;
    if (before < 0) return next;
    const place = (this.#textPlaces[before] ?? 0) + raw - (this.#rawPlaces[before] ?? 0);
    return Math.min(place, next);
  }
}

const nowhere: XmlElement = { uri: '', local: '', attributes: new Map(), line: 1, children: [] };

function holdsBlocks({ children }: XmlElement): boolean {
  return children.some((child) => typeof child !== 'string' && /^(?:p|l|lg|ab|list|sp)$/.test(child.local));
}
