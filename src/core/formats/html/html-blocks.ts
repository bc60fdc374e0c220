import type { ExtractedBlock } from '../extraction/extraction.ts';
import { dataTables } from './data-tables.ts';
import { type HtmlElement, type HtmlNode, visit } from './html-node.ts';

/** Nothing in these is text to be read: what is drawn, run, filled in or shown in their place. */
const passedOver = new Set(
  'head title style script template noscript iframe frame frameset noframes object embed applet audio video canvas svg map select textarea button input datalist progress meter dialog rp'.split(
    ' ',
  ),
);

/** Elements that begin on a line of their own. */
const onLinesOfTheirOwn = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const preformatted = new Set(['pre', 'listing', 'plaintext', 'xmp']);

/** The blocks of a page, or of what is left of it, in their order. A row of a table is a block whose cells are parted by tabs. */
export function htmlBlocks(root: HtmlNode): ExtractedBlock[] {
  const gatherer = new Gatherer(dataTables(root));
  visit(root, gatherer);
  return gatherer.end();
}

type Kind = ExtractedBlock['kind'];

class Gatherer {
  readonly #blocks: ExtractedBlock[] = [];
  readonly #dataTables: ReadonlySet<HtmlElement>;
  /** Kinds that the elements around give to text; the innermost counts. */
  readonly #kinds: Kind[] = ['paragraph'];
  #buffer: string[] = [];
  /** True where white space would be a second space, or the first thing on a line. */
  #isSpaced = true;
  #preformatted = 0;
  /** The cells so far of the row of a data table. */
  #row: string[] | undefined;
  #isTableOpen = false;
  #isRowAbove = false;

  constructor(tables: ReadonlySet<HtmlElement>) {
    this.#dataTables = tables;
  }

  enter(element: HtmlElement): boolean {
    const name = element.localName;
    if (passedOver.has(name) || isHidden(element)) return false;
    if (name === 'br') this.#breakLine();
    else if (name === 'q') this.#add('“');
    if (!onLinesOfTheirOwn.has(name)) return true;
    if (this.#dataTables.has(element)) {
      this.#endBlock();
      this.#isTableOpen = true;
      this.#isRowAbove = false;
    } else if (this.#isTableOpen && (name === 'tr' || name === 'td' || name === 'th')) {
      this.#endBlock();
      if (name === 'tr') this.#row = [];
    } else this.#endBlock();
    if (preformatted.has(name)) this.#preformatted += 1;
    const kind = kindOf(name);
    if (kind !== undefined) this.#kinds.push(kind);
    return true;
  }

  leave(element: HtmlElement): void {
    const name = element.localName;
    if (name === 'q') this.#add('”');
    if (!onLinesOfTheirOwn.has(name)) return;
    if (this.#row !== undefined && (name === 'td' || name === 'th')) this.#endCell();
    else if (this.#row !== undefined && name === 'tr') this.#endRow();
    else this.#endBlock();
    if (this.#dataTables.has(element)) this.#isTableOpen = false;
    if (preformatted.has(name)) this.#preformatted -= 1;
    if (kindOf(name) !== undefined) this.#kinds.pop();
  }

  text(text: string): void {
    if (this.#preformatted > 0 && this.#row === undefined) {
      this.#add(text);
      return;
    }
    // White space as CSS collapses it: a no-break space is a character.
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    this.#add(this.#isSpaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
  }

  end(): ExtractedBlock[] {
    this.#endBlock();
    return this.#blocks;
  }

  #add(text: string): void {
    if (text === '') return;
    this.#buffer.push(text);
    this.#isSpaced = text.endsWith(' ') || text.endsWith('\n');
  }

  #breakLine(): void {
    this.#buffer.push('\n');
    this.#isSpaced = true;
  }

  #taken(): string {
    const text = this.#buffer.join('');
    this.#buffer = [];
    this.#isSpaced = true;
    return text;
  }

  #endBlock(): void {
    if (this.#row !== undefined) {
      // Lines within a cell stay in their cell.
      if (this.#buffer.length > 0) this.#breakLine();
      return;
    }
    const text = this.#taken();
    const kind = this.#kinds.at(-1) ?? 'paragraph';
    // An empty line within a block ends it.
    for (const part of text.split(/\n(?:[ \t]*\r?\n)+/)) {
      if (part.trim() === '') continue;
      this.#blocks.push({ kind, text: this.#preformatted > 0 ? part : part.replace(/ ?\n ?/g, '\n') });
    }
  }

  #endCell(): void {
    this.#row?.push(this.#taken().replace(/\s+/g, ' ').trim());
  }

  #endRow(): void {
    if (this.#buffer.length > 0) this.#endCell();
    const text = (this.#row ?? []).join('\t');
    this.#row = undefined;
    if (text.trim() === '') return;
    this.#blocks.push({ kind: 'paragraph', text, isTight: this.#isRowAbove });
    this.#isRowAbove = true;
  }
}

function kindOf(name: string): Kind | undefined {
  if (headings.has(name)) return 'heading';
  if (name === 'li') return 'listItem';
  return name === 'blockquote' ? 'quote' : undefined;
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
