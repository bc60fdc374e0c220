import type { ExtractedBlock } from './extraction.ts';

type Kind = ExtractedBlock['kind'];

/** A table with more blocks than this in some cell only lays things out. */
const mostBlocksInCell = 3;

interface Sink {
  readonly blocks: ExtractedBlock[];
  open: { kind: Kind; parts: string[] } | undefined;
  /** What stands beside the open block and is read after it: text boxes. */
  after: ExtractedBlock[];
}

interface Table {
  readonly rows: ExtractedBlock[][][];
  hasTable: boolean;
}

/**
 * Gathers blocks from the events of a document: paragraphs one after another, tables row by row, and what stands aside (notes, text boxes) apart from
 * the text around it. Everything opened is closed in reverse order, as elements are.
 */
export class BlockFlow {
  readonly #sinks: Sink[] = [newSink()];
  readonly #tables: Table[] = [];

  /** Begins a block. Text goes to the block that was begun last; without one it begins a paragraph. */
  openBlock(kind: Kind): void {
    this.closeBlock();
    this.#sink.open = { kind, parts: [] };
  }

  /** The open block turns out to be of that kind. */
  setKind(kind: Kind): void {
    const { open } = this.#sink;
    if (open !== undefined) open.kind = kind;
  }

  text(text: string): void {
    if (text === '') return;
    this.#sink.open ??= { kind: 'paragraph', parts: [] };
    this.#sink.open.parts.push(text);
  }

  closeBlock(): void {
    const { open, blocks, after } = this.#sink;
    if (open !== undefined) {
      const text = open.parts.join('');
      if (text.trim() !== '') blocks.push({ kind: open.kind, text });
    }
    for (const block of after) blocks.push(block);
    this.#sink.open = undefined;
    this.#sink.after = [];
  }

  /** From here to `closeAside`, blocks are gathered apart; the block that is open waits. */
  openAside(): void {
    this.#sinks.push(newSink());
  }

  closeAside(): readonly ExtractedBlock[] {
    this.closeBlock();
    return this.#sinks.length > 1 ? (this.#sinks.pop()?.blocks ?? []) : [];
  }

  /** Puts blocks behind the one that is open, or next when none is. */
  putAfter(blocks: readonly ExtractedBlock[]): void {
    const { open, after, blocks: before } = this.#sink;
    for (const block of blocks) (open === undefined ? before : after).push(block);
  }

  openTable(): void {
    this.closeBlock();
    const around = this.#tables.at(-1);
    if (around !== undefined) around.hasTable = true;
    this.#tables.push({ rows: [], hasTable: false });
  }

  openRow(): void {
    this.#tables.at(-1)?.rows.push([]);
  }

  openCell(): void {
    this.openAside();
  }

  closeCell(): void {
    this.#tables
      .at(-1)
      ?.rows.at(-1)
      ?.push([...this.closeAside()]);
  }

  /** @param isLayout true when the document says that the table only lays things out */
  closeTable(isLayout = false): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const { rows, hasTable } = table;
    const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const isLoose = rows.some((cells) => cells.some((cell) => cell.length > mostBlocksInCell));
    if (isLayout || hasTable || isLoose || widest < 2) this.putAfter(rows.flat(2));
    else this.putAfter(rowBlocks(rows));
  }

  /** All blocks; what was left open is closed. */
  end(): ExtractedBlock[] {
    while (this.#tables.length > 0) this.closeTable();
    while (this.#sinks.length > 1) {
      const blocks = this.closeAside();
      this.putAfter(blocks);
    }
    this.closeBlock();
    return this.#sink.blocks;
  }

  get #sink(): Sink {
    const sink = this.#sinks.at(-1);
    if (sink === undefined) throw new Error('the first sink is never taken away');
    return sink;
  }
}

function newSink(): Sink {
  return { blocks: [], open: undefined, after: [] };
}

function rowBlocks(rows: readonly (readonly (readonly ExtractedBlock[])[])[]): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  for (const cells of rows) {
    const text = cells
      .map((cell) => cell.map((block) => block.text.replace(/\s+/g, ' ').trim()).join(' '))
      .join('\t');
    if (text.trim() !== '') blocks.push({ kind: 'paragraph', text, isTight: blocks.length > 0 });
  }
  return blocks;
}
