import type { Block } from '../../core/model/block.ts';
import type { Span } from '../../core/model/span.ts';
import type { SpanIndex } from '../../core/model/span-index.ts';
import { type TagSet, tagById } from '../../core/model/tag-set.ts';
import { segmentsOf } from '../../core/text/segments.ts';
import { type InvisibleToken, invisibleTokensIn } from './invisible-tokens.ts';
import { lineLevels } from './line-levels.ts';
import { lookOf, type MarkLook } from './mark-look.ts';

/** A stretch of a block that is drawn alike: the same spans cover all of it. Offsets are UTF-16 units of the article. */
export interface BlockSegment {
  readonly start: number;
  readonly end: number;
  /** Ids of the spans that cover it, outermost first; empty for untagged text. */
  readonly spanIds: readonly string[];
  /** Tag of the innermost of them, or null. */
  readonly tag: string | null;
  readonly look: MarkLook | null;
  readonly invisible: InvisibleToken | null;
}

export interface SegmentSource {
  readonly text: string;
  readonly spans: SpanIndex;
  readonly tagSet: TagSet;
  readonly currentSpan: string | null;
  /** Ids of the spans that belong to what the person points at. */
  readonly lit: ReadonlySet<string>;
}

/** Cuts a block at the edges of its spans and around invisible characters. The segments join to the block's text. */
export function segmentsOfBlock(block: Block, source: SegmentSource): BlockSegment[] {
  const { text, tagSet, currentSpan, lit } = source;
  const spans = source.spans.touching(block.start, block.end);
  const byId = new Map(spans.map((span) => [span.id, span]));
  const markOf = (tag: string) => tagById(tagSet, tag)?.mark ?? 'solid';
  const levels = lineLevels(
    spans.filter((span) => markOf(span.tag) !== 'wash'),
    block.start,
    block.end,
  );
  return segmentsOf(block.start, block.end, spans).flatMap(({ start, end, spanIds }) => {
    const covering = spanIds.flatMap((id): Span[] => {
      const span = byId.get(id);
      return span === undefined ? [] : [span];
    });
    return piecesOf(text, start, end).map((piece): BlockSegment => {
      const innermost = covering.at(-1);
      return {
        start: piece.start,
        end: piece.end,
        spanIds,
        tag: innermost === undefined ? null : innermost.tag,
        look:
          innermost === undefined
            ? null
            : lookOf(piece.start, piece.end, covering, markOf, levels, currentSpan, lit),
        invisible: piece.invisible,
      };
    });
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly invisible: InvisibleToken | null;
}

function piecesOf(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const found of invisibleTokensIn(text, start, end)) {
    if (found.start > at) pieces.push({ start: at, end: found.start, invisible: null });
    pieces.push({ start: found.start, end: found.end, invisible: found });
    at = found.end;
  }
  if (at < end) pieces.push({ start: at, end, invisible: null });
  return pieces;
}
