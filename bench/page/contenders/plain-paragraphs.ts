import type { Block } from '../../../src/core/model/block.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import type { Contender } from '../contender.ts';

/**
 * The floor: a `<p>` with one text node for each paragraph, `content-visibility: auto`, and a CSS custom highlight for each tag. No caret,
 * no marks in the DOM, nothing to read a span's id off.
 */
export const plainParagraphs: Contender = {
  prepare({ text, spans }) {
    const blocks = deriveBlocks(text);
    return { draw: (host) => drawParagraphs(host, text, blocks, spans) };
  },
};

function drawParagraphs(host: HTMLElement, text: string, blocks: readonly Block[], spans: readonly Span[]) {
  const scroller = document.createElement('div');
  const column = document.createElement('div');
  scroller.className = 'bench-scroller';
  column.className = 'bench-column';
  const lines = blocks.map(({ start, end }) => document.createTextNode(text.slice(start, end)));
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.append(line);
    column.append(paragraph);
  }
  scroller.append(column);
  host.append(scroller);

  const shown = new Set<string>();
  const highlights = new Map<string, Highlight>();
  const addSpan = ({ id, tag, fragments }: Span) => {
    let highlight = highlights.get(tag);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlights.set(tag, highlight);
      CSS.highlights.set(`bench-${tag}`, highlight);
    }
    for (const { start, end } of fragments) {
      const range = new Range();
      range.setStart(...placeOf(start));
      range.setEnd(...placeOf(end));
      highlight.add(range);
    }
    shown.add(id);
  };
  const placeOf = (offset: number): [Text, number] => {
    const index = indexOfBlockAt(blocks, offset);
    const block = blocks[index];
    const line = lines[index];
    if (block === undefined || line === undefined) throw new Error(`no paragraph holds offset ${offset}`);
    return [line, Math.min(offset - block.start, line.length)];
  };
  for (const span of spans) addSpan(span);
  return {
    scroller,
    addSpan,
    reveal: (offset: number) => placeOf(offset)[0].parentElement?.scrollIntoView({ block: 'start' }),
    shows: (spanId: string) => shown.has(spanId),
    remove: () => {
      for (const tag of highlights.keys()) CSS.highlights.delete(`bench-${tag}`);
      scroller.remove();
    },
  };
}

/** The last block that starts at or before `offset`. */
function indexOfBlockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
