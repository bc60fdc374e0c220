import type { Span } from '../../core/model/span.ts';
import type { TagMark } from '../../core/model/tag-set.ts';

/** A line under the words. */
export interface LineLook {
  readonly tag: string;
  /** 0 is nearest to the words. */
  readonly level: number;
  readonly current: boolean;
  /** It belongs to what the person points at. */
  readonly lit: boolean;
}

/** An edge of a washed fragment that falls on an edge of the segment. */
export interface EdgeLook {
  readonly tag: string;
  readonly current: boolean;
}

/** All that decides how a segment is painted: one style rule is made for each distinct look. */
export interface MarkLook {
  /** Tag ids of the washes behind the words, outermost first. */
  readonly washes: readonly string[];
  /** True when one of the washes is the current span's. */
  readonly washCurrent: boolean;
  /** True when one of the washes belongs to what the person points at. */
  readonly washLit: boolean;
  readonly opens: EdgeLook | null;
  readonly closes: EdgeLook | null;
  readonly lines: readonly LineLook[];
}

/**
 * The look of the segment `[start, end)`, covered by `spans` (outermost first). `markOf` gives how a tag is drawn; `levels` the level of
 * each line; `lit` the spans that belong to what the person points at.
 */
export function lookOf(
  start: number,
  end: number,
  spans: readonly Span[],
  markOf: (tag: string) => TagMark,
  levels: ReadonlyMap<string, number>,
  currentSpan: string | null,
  lit: ReadonlySet<string>,
): MarkLook {
  const washes: string[] = [];
  const lines: LineLook[] = [];
  let washCurrent = false;
  let washLit = false;
  let opens: EdgeLook | null = null;
  let closes: EdgeLook | null = null;
  for (const span of spans) {
    const current = span.id === currentSpan;
    if (markOf(span.tag) !== 'wash') {
      lines.push({ tag: span.tag, level: levels.get(span.id) ?? 0, current, lit: lit.has(span.id) });
      continue;
    }
    washes.push(span.tag);
    washCurrent ||= current;
    washLit ||= lit.has(span.id);
    const edge = { tag: span.tag, current };
    // Of several that begin here the current one shows, else the innermost.
    if (opens?.current !== true && span.fragments.some((fragment) => fragment.start === start)) {
      // Only the first edge of the current span carries its bar.
      opens = { tag: span.tag, current: current && span.fragments[0]?.start === start };
    }
    if (closes?.current !== true && span.fragments.some((fragment) => fragment.end === end)) closes = edge;
  }
  return { washes, washCurrent, washLit, opens, closes, lines };
}
