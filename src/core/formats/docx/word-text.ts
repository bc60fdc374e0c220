import type { XmlListener, XmlStart } from '../../xml/read-xml.ts';
import { BlockFlow } from '../extraction/block-flow.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';
import { isOn, isWord, wordAttribute } from './word-namespace.ts';
import { isOutline, type WordStyles } from './word-styles.ts';

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const mathematics = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);

/** Nothing in these is text that is read: what was deleted, what fields are made of, properties, and what these were before. */
const passedOver = new Set(
  'del moveFrom instrText delText delInstrText sectPr tblPr tblGrid trPr tcPr tblPrEx sdtPr sdtEndPr rt pPrChange rPrChange numberingChange'.split(
    ' ',
  ),
);

/** A note as the text refers to it. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/**
 * Hears a part of a Word document that holds paragraphs (ECMA-376, part 1, 17.2 to 17.4) and gathers its blocks. What was inserted while changes were
 * tracked is in, what was deleted is out. A reference to a note becomes a number in brackets, counted over the document.
 */
export class WordText implements XmlListener {
  /** The notes that were referred to, in that order: the first has the number 1. */
  readonly references: NoteReference[] = [];
  readonly #styles: WordStyles;
  readonly #flow = new BlockFlow();
  /** What is to be done at the end of each open element. */
  readonly #ends: ((() => void) | undefined)[] = [];
  /** How many of the open elements, the innermost ones, are passed over. */
  #passing = 0;
  #textDepth = 0;
  #kind: ExtractedBlock['kind'] = 'paragraph';
  #isInProperties = false;
  #isInRun = false;
  /** The run is hidden. */
  #isHidden = false;
  #isMarkDeleted = false;
  /** The mark of the paragraph before was deleted: the next one goes on with it. */
  #isJoined = false;
  /** The alternative that is open offered something newer than what older programs fall back to. */
  #hasChoice = false;
  readonly #notes = new Map<string, readonly ExtractedBlock[]>();

  constructor(styles: WordStyles) {
    this.#styles = styles;
  }

  /** The blocks of the part. */
  blocks(): ExtractedBlock[] {
    return this.#flow.end();
  }

  /** Of a part of notes, their blocks by id. */
  get notes(): ReadonlyMap<string, readonly ExtractedBlock[]> {
    return this.#notes;
  }

  open(element: XmlStart): void {
    if (this.#passing > 0 || this.#isPassedOver(element)) this.#passing += 1;
    else this.#ends.push(this.#begin(element));
  }

  text(text: string): void {
    if (this.#passing === 0 && this.#textDepth > 0 && !this.#isHidden) this.#flow.text(text);
  }

  close(): void {
    if (this.#passing > 0) this.#passing -= 1;
    else this.#ends.pop()?.();
  }

  #isPassedOver(element: XmlStart): boolean {
    // Where there is a choice, it says the same as what older programs fall back to.
    if (element.uri === compatibility) return element.local === 'Fallback' && this.#hasChoice;
    if (!isWord(element) || !passedOver.has(element.local)) return false;
    if (element.local === 'del' && this.#isInProperties) this.#isMarkDeleted = true;
    return true;
  }

  #begin(element: XmlStart): (() => void) | undefined {
    if (element.uri === compatibility) return this.#beginAlternative(element.local);
    if (mathematics.has(element.uri) && element.local === 't') return this.#beginText();
    if (!isWord(element)) return undefined;
    switch (element.local) {
      case 'p':
        return this.#beginParagraph();
      case 'pPr':
        this.#isInProperties = true;
        return () => {
          this.#isInProperties = false;
        };
      case 't':
        return this.#beginText();
      case 'r':
        return this.#beginRun();
      case 'tbl':
        this.#flow.openTable();
        return () => this.#flow.closeTable();
      case 'tr':
        this.#flow.openRow();
        return undefined;
      case 'tc':
        this.#flow.openCell();
        return () => this.#flow.closeCell();
      case 'txbxContent':
        return this.#beginTextBox();
      case 'footnote':
      case 'endnote':
        return this.#beginNote(element);
      default:
        this.#single(element);
        return undefined;
    }
  }

  /** Elements that have no content, or whose content is told on its own. */
  #single(element: XmlStart): void {
    const value = wordAttribute(element, 'val');
    switch (element.local) {
      case 'ptab':
        this.#add('\t');
        break;
      case 'tab':
        // One with a position stands in the list of a paragraph’s tab stops.
        if (wordAttribute(element, 'pos') === undefined && value === undefined) this.#add('\t');
        break;
      case 'br':
      case 'cr':
        this.#add('\n');
        break;
      case 'noBreakHyphen':
        this.#add('\u2011');
        break;
      case 'softHyphen':
        this.#add('\u00ad');
        break;
      case 'sym':
        this.#add(symbolOf(wordAttribute(element, 'char')));
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#refer(
          element.local === 'footnoteReference' ? 'footnote' : 'endnote',
          wordAttribute(element, 'id') ?? '',
        );
        break;
      case 'vanish':
        if (this.#isInRun && isOn(element)) this.#isHidden = true;
        break;
      case 'pStyle':
        this.#setKind(this.#styles.kindOf(value));
        break;
      case 'outlineLvl':
        if (isOutline(Number(value))) this.#setKind('heading');
        break;
      case 'numId':
        if (value !== '0') this.#setNumbered();
        break;
      default:
    }
  }

  #setKind(kind: ExtractedBlock['kind']): void {
    this.#kind = kind;
    this.#flow.setKind(kind);
  }

  /** Numbered headings are headings. */
  #setNumbered(): void {
    if (this.#kind === 'paragraph') this.#setKind('listItem');
  }

  #add(text: string): void {
    if (!this.#isHidden) this.#flow.text(text);
  }

  #beginParagraph(): () => void {
    if (!this.#isJoined) this.#flow.openBlock('paragraph');
    this.#kind = 'paragraph';
    this.#isJoined = false;
    this.#isMarkDeleted = false;
    return () => {
      this.#isJoined = this.#isMarkDeleted;
      if (!this.#isJoined) this.#flow.closeBlock();
    };
  }

  #beginText(): () => void {
    this.#textDepth += 1;
    return () => {
      this.#textDepth -= 1;
    };
  }

  #beginRun(): () => void {
    const before = [this.#isInRun, this.#isHidden] as const;
    this.#isInRun = true;
    this.#isHidden = false;
    return () => {
      [this.#isInRun, this.#isHidden] = before;
    };
  }

  #beginTextBox(): () => void {
    const before = [this.#kind, this.#isInRun, this.#isHidden, this.#isJoined] as const;
    this.#flow.openAside();
    this.#isJoined = false;
    return () => {
      this.#flow.putAfter(this.#flow.closeAside());
      [this.#kind, this.#isInRun, this.#isHidden, this.#isJoined] = before;
    };
  }

  #beginNote(element: XmlStart): (() => void) | undefined {
    this.#flow.openAside();
    // Separators are notes, too (17.18.33).
    const isNote = ['normal', undefined].includes(wordAttribute(element, 'type'));
    const id = wordAttribute(element, 'id') ?? '';
    return () => {
      const blocks = this.#flow.closeAside();
      if (isNote) this.#notes.set(id, blocks);
    };
  }

  #beginAlternative(local: string): (() => void) | undefined {
    if (local === 'Choice') this.#hasChoice = true;
    if (local !== 'AlternateContent') return undefined;
    const before = this.#hasChoice;
    this.#hasChoice = false;
    return () => {
      this.#hasChoice = before;
    };
  }

  #refer(kind: NoteReference['kind'], id: string): void {
    this.references.push({ kind, id });
    this.#add(`[${this.references.length}]`);
  }
}

/** Of a symbol font, whose characters stand at U+F000 and up, the character as it is: what it draws is the font’s. */
function symbolOf(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return value > 0 && value <= 0xffff && (value < 0xd800 || value > 0xdfff)
    ? String.fromCodePoint(value)
    : '';
}
