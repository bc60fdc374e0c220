import { CodePointMap } from '../../text/offsets.ts';
import type { XmlWriter } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetBlock } from '../dataset-schema.ts';
import { writeOwnData } from '../own-instruction.ts';
import type { InlineElements } from './inline-elements.ts';

/** Blocks’ elements; a heading opens a division, a byline may only stand at its top. */
const elements: Readonly<Record<DatasetBlock['kind'], readonly [name: string, type?: string]>> = {
  title: ['head', 'title'],
  heading: ['head'],
  paragraph: ['p'],
  attribution: ['ab', 'attribution'],
  listItem: ['item'],
  quote: ['quote'],
  continuation: ['ab', 'continuation'],
};

/**
 * Writes `<text>`: its characters are those of the article, one for one, so that offsets count them; what stands between blocks stands between their elements,
 * as white space that counts (`xml:space`). White space that XML does not know as such gets an element of its own.
 */
export function writeText(
  writer: XmlWriter,
  article: DatasetArticle,
  id: string,
  inline: InlineElements,
): void {
  new BodyWriter(writer, article, inline).write(id);
}

class BodyWriter {
  readonly #writer: XmlWriter;
  readonly #text: string;
  readonly #map: CodePointMap;
  readonly #blocks: readonly DatasetBlock[];
  readonly #inline: InlineElements;
  #page: number | undefined;
  #isInDivision = false;
  #isInList = false;
  /** True while only heads and bylines stand in the body or division. */
  #isAtTop = true;

  constructor(writer: XmlWriter, { text, blocks }: DatasetArticle, inline: InlineElements) {
    this.#writer = writer;
    this.#text = text;
    this.#map = CodePointMap.of(text);
    // Without blocks all of it is one.
    const whole = { kind: 'paragraph', start: 0, end: this.#map.length } as const;
    this.#blocks = blocks ?? (text === '' ? [] : [whole]);
    this.#inline = inline;
  }

  write(id: string): void {
    this.#writer.open('text').open('body', { 'xml:id': id, 'xml:space': 'preserve' }, true);
    let reached = 0;
    for (const block of this.#blocks) {
      this.#gap(reached, block.start, block.kind === 'listItem');
      this.#block(block);
      reached = block.end;
    }
    this.#gap(reached, this.#map.length, false);
    // A body holds more than heads, if need be something empty.
    if (this.#isAtTop && !this.#isInDivision) this.#writer.element('ab');
    if (this.#isInDivision) this.#writer.close();
    this.#writer.close().close();
  }

  /** What stands between two blocks. */
  #gap(start: number, end: number, isItemNext: boolean): void {
    const between = this.#slice(start, end);
    const isSpace = /^[ \t\n]*$/.test(between);
    if (!(isItemNext && isSpace)) this.#endList();
    if (between === '') return;
    if (isSpace) this.#writer.text(between);
    else {
      this.#writer.element('ab', { type: 'space' }, between);
      this.#isAtTop = false;
    }
  }

  #block(block: DatasetBlock): void {
    const { kind, start, end, page, from, to } = block;
    const [name, type] = this.#elementOf(kind);
    if (name === 'head' && !this.#isAtTop) this.#beginDivision();
    if (name !== 'head' && name !== 'byline') this.#isAtTop = false;
    if (name === 'item') this.#beginList();
    if (page !== undefined && page !== this.#page) this.#writer.element('pb', { n: page });
    this.#page = page ?? this.#page;
    this.#writer.open(name, { type }, true);
    writeOwnData(this.#writer, { page, from, to }, []);
    this.#content(start, end);
    this.#writer.close();
  }

  #elementOf(kind: DatasetBlock['kind']): readonly [name: string, type?: string] {
    return kind === 'attribution' && this.#isAtTop ? ['byline'] : elements[kind];
  }

  #beginDivision(): void {
    if (this.#isInDivision) this.#writer.close();
    this.#writer.open('div');
    this.#isInDivision = true;
    this.#isAtTop = true;
  }

  #beginList(): void {
    if (this.#isInList) return;
    this.#writer.open('list');
    this.#isInList = true;
  }

  #endList(): void {
    if (!this.#isInList) return;
    this.#writer.close();
    this.#isInList = false;
  }

  #content(start: number, end: number): void {
    const open: number[] = [];
    let reached = start;
    const goTo = (offset: number) => {
      if (offset > reached) this.#writer.text(this.#slice(reached, offset));
      reached = Math.max(reached, offset);
    };
    const closeUntil = (offset: number) => {
      for (let last = open.at(-1); last !== undefined && last <= offset; last = open.at(-1)) {
        goTo(last);
        this.#writer.close();
        open.pop();
      }
    };
    for (const element of this.#inline.within(start, end)) {
      closeUntil(element.start);
      goTo(element.start);
      this.#writer.open(element.name, element.attributes, true);
      open.push(element.end);
    }
    closeUntil(end);
    goTo(end);
  }

  #slice(start: number, end: number): string {
    return this.#text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end));
  }
}
