import type { Block, BlockKind } from '../model/block.ts';
import { blockPieces } from './block-pieces.ts';
import { kindOfLine, type LineKind } from './line-kind.ts';
import { isFull, type Line, linesOf, wrapWidthOf } from './lines.ts';

/** A first line longer than this is an article without a title. */
const titleLimit = 300;

/** One or more lines that are drawn as one block. */
interface Draft {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  readonly lines: number;
  readonly isAfterBlank: boolean;
}

/**
 * The blocks of a canonical text, in order; what lies between two of them is white space, except that a `continuation` starts where the piece
 * before it ends. A line is a block; in a text that was broken to a width the lines of a paragraph are one block
 * (the line ends inside count as spaces). Kinds are read off the lines: see `kindOfLine`; a short line without an end mark is
 * a heading when it stands apart from, or before, longer text. Linear in the text's length.
 */
export function deriveBlocks(text: string): Block[] {
  const drafts = draftsOf(text, linesOf(text));
  const blocks: Block[] = [];
  drafts.forEach((draft, i) => {
    for (const piece of blockPieces(text, draft.start, draft.end, blockKind(text, drafts, i)))
      blocks.push(piece);
  });
  return blocks;
}

function draftsOf(text: string, lines: readonly Line[]): Draft[] {
  const width = wrapWidthOf(text, lines);
  const drafts: Draft[] = [];
  lines.forEach((line, i) => {
    const kind = kindOfLine(text.slice(line.start, line.end));
    const above = lines[i - 1];
    const draft = drafts.at(-1);
    const continues =
      width !== undefined &&
      above !== undefined &&
      draft !== undefined &&
      !line.isAfterBlank &&
      isFull(text, above, line, width) &&
      goesOn(draft.kind, kind);
    if (continues) {
      const joined = draft.kind === 'short' ? 'prose' : draft.kind;
      drafts[drafts.length - 1] = { ...draft, end: line.end, kind: joined, lines: draft.lines + 1 };
    } else {
      // Written out: a spread here made a text of a million lines ten times slower.
      const { start, end, isAfterBlank } = line;
      drafts.push({ start, end, kind, lines: 1, isAfterBlank });
    }
  });
  return drafts;
}

/** True when a line of kind `below` may be the next line of a block of kind `above`. */
function goesOn(above: LineKind, below: LineKind): boolean {
  if (below === 'quote') return above === 'quote';
  return below !== 'listItem' && above !== 'attribution' && above !== 'heading';
}

function blockKind(text: string, drafts: readonly Draft[], i: number): BlockKind {
  const draft = drafts[i];
  if (draft === undefined) throw new Error('the index is one of the list');
  if (i === 0 && isTitle(text, draft)) return 'title';
  switch (draft.kind) {
    case 'prose':
      return 'paragraph';
    case 'short':
      return isHeading(drafts, i) ? 'heading' : 'paragraph';
    default:
      return draft.kind;
  }
}

function isTitle(text: string, draft: Draft): boolean {
  if (draft.end - draft.start > titleLimit) return false;
  return draft.lines === 1 || text.charAt(draft.end - 1) !== '.';
}

/**
 * A short line is a heading when text follows that is none: of up to two short lines in a row ("Chapter" and its name) both are, a third makes it a poem
 * or an address. Where no blank line parts it from what is above or below, that must be clearly longer.
 */
function isHeading(drafts: readonly Draft[], i: number): boolean {
  const draft = drafts[i];
  const next = drafts[i + 1];
  if (draft === undefined || next === undefined) return false;
  const isShortBefore = i > 1 && drafts[i - 1]?.kind === 'short';
  if (next.kind === 'short') return !isShortBefore && (drafts[i + 2]?.kind ?? 'short') !== 'short';
  if (isShortBefore && i > 2 && drafts[i - 2]?.kind === 'short') return false;
  const above = drafts[i - 1];
  return (
    (draft.isAfterBlank || isShortBefore || (above !== undefined && isMuchLonger(above, draft))) &&
    (next.isAfterBlank || isMuchLonger(next, draft))
  );
}

function isMuchLonger(a: Draft, b: Draft): boolean {
  return a.end - a.start > 2 * (b.end - b.start);
}
