import type { Block, BlockKind } from '../model/block.ts';
import { previousGrapheme, snapToGrapheme } from './graphemes.ts';
import { isWhiteSpace } from './white-space.ts';

/** A block is drawn as one text node and laid out as a whole: beyond this many UTF-16 units that is felt on a key stroke. */
const pieceLimit = 8000;

/** A piece is cut at the last good place in its second half. */
const shortestPiece = pieceLimit / 2;

/** The stretch `[start, end)` of a text (UTF-16 units) as a block of that kind and, where it is too long for one, its continuations. */
export function blockPieces(text: string, start: number, end: number, kind: BlockKind): Block[] {
  const pieces: Block[] = [];
  let pieceStart = start;
  while (end - pieceStart > pieceLimit) {
    const pieceEnd = cutOf(text, pieceStart);
    pieces.push({ kind: pieces.length === 0 ? kind : 'continuation', start: pieceStart, end: pieceEnd });
    pieceStart = pieceEnd;
  }
  pieces.push({ kind: pieces.length === 0 ? kind : 'continuation', start: pieceStart, end });
  return pieces;
}

/** Where to cut the piece that starts at `start`: behind a sentence, else behind white space, else between two grapheme clusters. */
function cutOf(text: string, start: number): number {
  const limit = start + pieceLimit;
  let space = 0;
  for (let at = limit; at > start + shortestPiece; at--) {
    if (!isBehindSpace(text, at)) {
      if (/[。！？]/.test(text.charAt(at - 1))) return at;
      continue;
    }
    if (space === 0) space = at;
    if (/[.!?…。！？؟।]["'”’»)\]]?$/.test(text.slice(at - 3, at).trimEnd())) return at;
  }
  if (space !== 0) return space;
  const cut = snapToGrapheme(text, limit, 'start');
  return cut > start ? cut : snapToGrapheme(text, limit, 'end');
}

/** True when white space ends at `at` and no mark that would join with it follows. */
function isBehindSpace(text: string, at: number): boolean {
  if (!isWhiteSpace(text.charCodeAt(at - 1)) || isWhiteSpace(text.charCodeAt(at))) return false;
  return previousGrapheme(text, at) === at - 1 && snapToGrapheme(text, at, 'start') === at;
}
