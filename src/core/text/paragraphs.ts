import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';

/** A paragraph this long is a text without line ends: only the pieces next to the one asked for are read with it. */
const piecesAround = 2;

/** A paragraph and where it stands among the blocks; offsets in UTF-16 units. */
export interface Paragraph extends Fragment {
  /** Indexes `[first, last]` of its blocks: several where it was too long to be drawn as one. */
  readonly first: number;
  readonly last: number;
}

/**
 * The paragraph at `offset`, or, between two, the one before it: a block with the continuations that belong to it. Undefined in a text without blocks.
 */
export function paragraphAt(blocks: readonly Block[], offset: number): Paragraph | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphOf(blocks, Math.max(0, low - 1));
}

/** The paragraph that the block at `index` belongs to; undefined where there is no such block. */
export function paragraphOf(blocks: readonly Block[], index: number): Paragraph | undefined {
  let first = index;
  let last = index;
  while (first > index - piecesAround && blocks[first]?.kind === 'continuation') first -= 1;
  while (last < index + piecesAround && blocks[last + 1]?.kind === 'continuation') last += 1;
  const start = blocks[first]?.start;
  const end = blocks[last]?.end;
  return start === undefined || end === undefined ? undefined : { start, end, first, last };
}

/** All paragraphs in order, none of a block that another has: a text without line ends comes in stretches of a few pieces. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (let first = 0; first < blocks.length; ) {
    let last = first;
    while (last < first + piecesAround && blocks[last + 1]?.kind === 'continuation') last += 1;
    const start = blocks[first]?.start;
    const end = blocks[last]?.end;
    if (start === undefined || end === undefined) return;
    yield { start, end, first, last };
    first = last + 1;
  }
}
