import { BlockFlow } from '../extraction/block-flow.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';
import { codePageOf, decoded } from './code-pages.ts';
import { type Destination, destinationOf, properties } from './destinations.ts';
import type { RtfToken } from './rtf-tokens.ts';

/** Groups stand in groups this deep at most; deeper ones were made to exhaust something. */
const deepest = 10_000;
/** UTF-16 units of one property of a document. */
const longestProperty = 10_000;

type Kind = ExtractedBlock['kind'];

/** What a group changes, and its end undoes. */
interface Group {
  readonly destination: Destination;
  readonly font: number;
  /** How many characters stand in for one that is given by its number. */
  readonly substitutes: number;
  readonly isHidden: boolean;
  readonly style: number;
  readonly outline: number | undefined;
  readonly isInTable: boolean;
  readonly isItem: boolean;
}

const first: Group = {
  destination: 'text',
  font: -1,
  substitutes: 1,
  isHidden: false,
  style: 0,
  outline: undefined,
  isInTable: false,
  isItem: false,
};

/** Characters that have words or symbols of their own. */
const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    emdash: '—',
    endash: '–',
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    line: '\n',
    lbr: '\n',
    ltrmark: '\u200e',
    rtlmark: '\u200f',
    zwj: '\u200d',
    zwnj: '\u200c',
    '~': '\u00a0',
    _: '\u2011',
    '{': '{',
    '}': '}',
    '\\': '\\',
  }),
);
const endsOfParagraph = new Set(['par', 'sect', 'page', 'column', '\n', '\r']);

/**
 * Hears the tokens of a document (RTF Specification 1.9.1) and gathers its blocks. Footnotes stand at the end, by the numbers that refer to them; text boxes behind the paragraph
 * they hang on; headers, footers, comments and everything embedded are left out.
 */
export class RtfText {
  readonly #flow = new BlockFlow();
  readonly #notes: ExtractedBlock[][] = [];
  readonly #groups: Group[] = [];
  readonly #codePages = new Map<number, number>();
  readonly #styles = new Map<number, { name: string; outline: number | undefined }>();
  readonly #properties = new Map<Destination, string>();
  #group: Group = first;
  #documentCodePage = 1252;
  #defaultFont = 0;
  /** Bytes that are not decoded yet: a character may take several. */
  #bytes: number[] = [];
  /** Characters that are passed over because their substitute was read. */
  #passing = 0;
  #isStarred = false;
  #isFirstInGroup = false;
  #table: 'none' | 'betweenRows' | 'betweenCells' | 'inCell' = 'none';
  /** The font or style that is being defined. */
  #defined = 0;
  #comments = 0;
  #created: { year?: number; month?: number; day?: number } = {};

  /** Comments that were left out. */
  get comments(): number {
    return this.#comments;
  }

  /** @returns a clause that says what is wrong, when something is */
  hear(token: RtfToken): string | undefined {
    switch (token.kind) {
      case 'open':
        this.#decode();
        if (this.#groups.length === deepest) return `more than ${deepest} groups stand within each other`;
        this.#groups.push(this.#group);
        this.#isStarred = false;
        this.#isFirstInGroup = true;
        this.#passing = 0;
        return undefined;
      case 'close':
        this.#close();
        return undefined;
      case 'byte':
        this.#byte(token.byte);
        return undefined;
      case 'symbol':
        this.#symbol(token.symbol);
        return undefined;
      case 'word':
        this.#word(token.name, token.value);
        return undefined;
    }
  }

  /** True once every group that was opened is closed. */
  get isWhole(): boolean {
    return this.#groups.length === 0;
  }

  blocks(): ExtractedBlock[] {
    this.#decode();
    this.#endParagraph();
    return [...this.#flow.end(), ...this.#notes.flat()];
  }

  property(name: Destination): string | undefined {
    return this.#properties.get(name)?.trim();
  }

  /** The day on which the document was made, in ISO 8601. */
  get created(): string | undefined {
    const { year, month, day } = this.#created;
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const two = (number: number) => String(number).padStart(2, '0');
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  }

  #close(): void {
    this.#decode();
    const { destination } = this.#group;
    const outer = this.#groups.pop();
    if (outer === undefined) return;
    if (destination !== outer.destination) {
      if (destination === 'note') this.#closeNote();
      if (destination === 'textBox') {
        this.#endParagraph();
        this.#flow.putAfter(this.#flow.closeAside());
      }
    }
    // The properties of paragraphs hold until they are changed, not until a group ends that only changes characters.
    this.#group = outer;
    this.#isFirstInGroup = false;
    this.#isStarred = false;
    this.#passing = 0;
  }

  #closeNote(): void {
    this.#endParagraph();
    const blocks = this.#flow.closeAside();
    const number = this.#notes.length + 1;
    this.#notes.push(
      blocks.map((block, at) =>
        at === 0 ? { ...block, text: `[${number}] ${block.text.trimStart()}` } : block,
      ),
    );
    this.#add(`[${number}]`);
  }

  #byte(byte: number): void {
    this.#isFirstInGroup = false;
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    this.#bytes.push(byte);
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#isStarred = true;
      return;
    }
    this.#isFirstInGroup = false;
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    this.#decode();
    const character = characters.get(symbol);
    if (character !== undefined) this.#add(character);
    else if (endsOfParagraph.has(symbol)) this.#par();
  }

  #word(name: string, value: number | undefined): void {
    const begins = this.#isFirstInGroup;
    this.#isFirstInGroup = false;
    if (this.#passing > 0 && name !== 'u') {
      this.#passing -= 1;
      return;
    }
    this.#decode();
    const destination = destinationOf(name);
    if (destination !== undefined && begins) this.#begin(destination, name);
    else if (begins && this.#isStarred) this.#set({ destination: 'nothing' });
    else if (this.#group.destination === 'created') this.#learnDay(name, value);
    else if (this.#group.destination === 'fonts') this.#learnFont(name, value);
    else if (this.#group.destination === 'styles') this.#learnStyle(name, value);
    else this.#change(name, value);
  }

  #begin(destination: Destination, word: string): void {
    if (word === 'annotation') this.#comments += 1;
    if (word === 'result') {
      // What an object shows stands in it, and belongs to where that stands.
      const around = this.#groups.at(-2);
      if (around !== undefined) this.#set({ destination: around.destination });
      return;
    }
    // A property stands in a group that is passed over as a whole otherwise; within what is not read nothing is.
    const isRead = this.#group.destination !== 'nothing' || properties.has(destination);
    if (!isRead) return;
    if (destination === 'note' || destination === 'textBox') {
      if (this.#group.destination === 'itemMark') return;
      this.#flow.openAside();
    }
    if (destination === 'itemMark') this.#set({ isItem: true });
    const outer = this.#groups.at(-1);
    // That a paragraph is an item is known from its mark, whose group ends before the text.
    if (destination === 'itemMark' && outer !== undefined)
      this.#groups[this.#groups.length - 1] = { ...outer, isItem: true };
    if (destination === 'text' && this.#group.destination !== 'text') return;
    this.#set({ destination });
  }

  #learnDay(name: string, value: number | undefined): void {
    if (value === undefined) return;
    if (name === 'yr') this.#created.year = value;
    if (name === 'mo') this.#created.month = value;
    if (name === 'dy') this.#created.day = value;
  }

  #learnFont(name: string, value = 0): void {
    if (name === 'f') this.#defined = value;
    const page = name === 'fcharset' ? codePageOf(value) : name === 'cpg' ? value : undefined;
    if (page !== undefined) this.#codePages.set(this.#defined, page);
  }

  #learnStyle(name: string, value = 0): void {
    if (name === 's') {
      this.#defined = value;
      this.#styles.set(value, { name: '', outline: undefined });
    } else if (name === 'cs' || name === 'ds' || name === 'ts') this.#defined = -1;
    const style = this.#styles.get(this.#defined);
    if (name === 'outlinelevel' && style !== undefined) style.outline = value;
  }

  #change(name: string, value: number | undefined): void {
    const character = characters.get(name);
    if (character !== undefined) this.#add(character);
    else if (endsOfParagraph.has(name)) this.#par();
    else
      switch (name) {
        case 'u':
          this.#add(String.fromCharCode((value ?? 0) & 0xffff));
          this.#passing = this.#group.substitutes;
          return;
        case 'uc':
          this.#set({ substitutes: Math.min(100, Math.max(0, value ?? 1)) });
          return;
        case 'ansicpg':
          this.#documentCodePage = value ?? 1252;
          return;
        case 'mac':
          this.#documentCodePage = 10000;
          return;
        case 'pc':
        case 'pca':
          this.#documentCodePage = 437;
          return;
        case 'deff':
          this.#defaultFont = value ?? 0;
          return;
        case 'f':
          this.#set({ font: value ?? 0 });
          return;
        case 'plain':
          this.#set({ font: -1, isHidden: false });
          return;
        case 'v':
        case 'deleted':
          this.#set({ isHidden: value !== 0 });
          return;
        case 'pard':
          this.#set({ style: 0, outline: undefined, isInTable: false, isItem: false });
          return;
        case 's':
          this.#set({ style: value ?? 0 });
          return;
        case 'outlinelevel':
          this.#set({ outline: value ?? 0 });
          return;
        case 'intbl':
          this.#set({ isInTable: true });
          return;
        case 'cell':
          this.#cell();
          return;
        case 'nestcell':
        case 'nestrow':
          this.#endParagraph();
          return;
        case 'row':
          this.#row();
          return;
      }
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }

  /** The bytes that were gathered become text. */
  #decode(): void {
    if (this.#bytes.length === 0) return;
    const { font } = this.#group;
    const page = this.#codePages.get(font === -1 ? this.#defaultFont : font) ?? this.#documentCodePage;
    const text = decoded(this.#bytes, page);
    this.#bytes = [];
    this.#add(text);
  }

  #add(text: string): void {
    const { destination, isHidden } = this.#group;
    if (properties.has(destination)) {
      const known = this.#properties.get(destination) ?? '';
      if (known.length < longestProperty) this.#properties.set(destination, known + text);
      return;
    }
    if (destination === 'styles') {
      const style = this.#styles.get(this.#defined);
      if (style !== undefined) style.name += text.replace(/;.*$/, '');
      return;
    }
    if (isHidden || !['text', 'note', 'textBox'].includes(destination)) return;
    this.#enterTable();
    this.#flow.text(text);
  }

  /** Opens the table, row or cell in which what comes stands; closes a table that is behind it. */
  #enterTable(): void {
    if (this.#group.destination !== 'text') return;
    if (!this.#group.isInTable) {
      this.#leaveTable();
      return;
    }
    if (this.#table === 'none') {
      this.#endParagraph();
      this.#flow.openTable();
      this.#table = 'betweenRows';
    }
    if (this.#table === 'betweenRows') {
      this.#flow.openRow();
      this.#table = 'betweenCells';
    }
    if (this.#table === 'betweenCells') {
      this.#flow.openCell();
      this.#table = 'inCell';
    }
  }

  #leaveTable(): void {
    if (this.#table === 'none') return;
    if (this.#table === 'inCell') this.#flow.closeCell();
    this.#flow.closeTable();
    this.#table = 'none';
  }

  #cell(): void {
    if (this.#group.destination !== 'text') return;
    this.#set({ isInTable: true });
    this.#enterTable();
    this.#endParagraph();
    this.#flow.closeCell();
    this.#table = 'betweenCells';
  }

  #row(): void {
    if (this.#table === 'inCell') this.#cell();
    if (this.#table === 'betweenCells') this.#table = 'betweenRows';
  }

  #par(): void {
    const { destination } = this.#group;
    if (!['text', 'note', 'textBox'].includes(destination)) return;
    // An empty paragraph outside ends a table as well.
    if (destination === 'text' && !this.#group.isInTable) this.#leaveTable();
    this.#endParagraph();
  }

  #endParagraph(): void {
    this.#flow.setKind(this.#kind());
    this.#flow.closeBlock();
  }

  #kind(): Kind {
    const { style, outline, isItem } = this.#group;
    const known = this.#styles.get(style);
    const name = known?.name.trim().toLowerCase() ?? '';
    if (name === 'title') return 'title';
    const level = outline ?? known?.outline;
    if ((level !== undefined && level < 9) || /^heading \d/.test(name)) return 'heading';
    if (/^(?:intense )?quot(?:e|ations?)$|^block text$/.test(name)) return 'quote';
    return isItem || /^list (?:bullet|number|paragraph)/.test(name) ? 'listItem' : 'paragraph';
  }
}
