import type { Block } from '../../core/model/block.ts';

/** A run of blocks `[first, end)`, by index: those that are drawn, or those in sight. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/**
 * How much of an article is drawn in the end, UTF-16 units: most news articles are whole at this size. Chromium examines every drawn block in every frame, so that more of them make
 * scrolling dearer.
 */
export const windowSize = 48_000;

/** How much is drawn at once, before the first paint: some five screens. The rest follows in steps between frames. */
export const firstSize = 12_000;

/** How much is added at each end in one step, so that a step fits between two frames. */
const stepSize = 6_000;

/** How much text may be left between the sight and an end of the window before it slides; a large screen shows some 6,000. */
const leastAhead = 12_000;

/** The smallest run of blocks around block `centre` that holds at least `size` units of text, or the whole article. */
export function windowAround(blocks: readonly Block[], centre: number, size = windowSize): BlockRange {
  if (blocks.length === 0) return { first: 0, end: 0 };
  let first = clamp(centre, 0, blocks.length - 1);
  let end = first + 1;
  while ((first > 0 || end < blocks.length) && extentOf(blocks, first, end) < size) {
    const before = first > 0 ? startAt(blocks, centre) - startAt(blocks, first) : Number.POSITIVE_INFINITY;
    const after =
      end < blocks.length ? endAt(blocks, end - 1) - endAt(blocks, centre) : Number.POSITIVE_INFINITY;
    if (before <= after) first--;
    else end++;
  }
  return { first, end };
}

/**
 * The window one step nearer to where it belongs while `sight` is in sight: the same one (identical) when it is there. It belongs around the
 * sight, with `size` units or the whole article; it moves only when less than `ahead` units are left on a side, and grows at
 * each end by about `step` at once. A sight outside the window is a leap: the answer is a first, small window around it.
 */
export function stepWindow(
  blocks: readonly Block[],
  current: BlockRange,
  sight: BlockRange,
  size = windowSize,
  step = stepSize,
  ahead = Math.min(leastAhead, size / 4),
): BlockRange {
  const centre = Math.floor((sight.first + Math.max(sight.first, sight.end - 1)) / 2);
  if (!holds(current, sight)) return joined(windowAround(blocks, centre, Math.min(size, firstSize)), sight);
  const isWhole = current.first === 0 && current.end === blocks.length;
  if (isWhole) return current;
  const isFull = extentOf(blocks, current.first, current.end) >= size;
  if (isFull && hasAhead(blocks, current, sight, ahead)) return current;
  const goal = joined(windowAround(blocks, centre, size), sight);
  const grown = {
    first: goal.first >= current.first ? current.first : stepBack(blocks, current.first, goal.first, step),
    end: goal.end <= current.end ? current.end : stepOn(blocks, current.end, goal.end, step),
  };
  const next = holds(grown, goal) ? goal : trimmed(blocks, grown, goal, size);
  return next.first === current.first && next.end === current.end ? current : next;
}

/** True when at least `ahead` units of text, or all there are, stand in the window on both sides of the sight. */
export function hasAhead(
  blocks: readonly Block[],
  current: BlockRange,
  sight: BlockRange,
  ahead: number,
): boolean {
  if (!holds(current, sight)) return false;
  const before = startAt(blocks, sight.first) - startAt(blocks, current.first);
  const after = endAt(blocks, current.end - 1) - endAt(blocks, sight.end - 1);
  return (current.first === 0 || before >= ahead) && (current.end === blocks.length || after >= ahead);
}

/** Index of the block that holds `offset` or, between two blocks, of the one before it; 0 before the first. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startAt(blocks, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function holds(outer: BlockRange, inner: BlockRange): boolean {
  return outer.first <= inner.first && inner.end <= outer.end && inner.first < inner.end;
}

/** A window and all that is in sight: blocks may be so long that a sight of several is more text than the window wants. */
function joined(window: BlockRange, sight: BlockRange): BlockRange {
  return { first: Math.min(window.first, sight.first), end: Math.max(window.end, sight.end) };
}

/** Takes away, at the ends that lie beyond the goal, what is more than `size` units. */
function trimmed(blocks: readonly Block[], range: BlockRange, goal: BlockRange, size: number): BlockRange {
  let { first, end } = range;
  while (first < goal.first && extentOf(blocks, first + 1, end) >= size) first++;
  while (end > goal.end && extentOf(blocks, first, end - 1) >= size) end--;
  return { first, end };
}

function stepBack(blocks: readonly Block[], from: number, goal: number, step: number): number {
  let first = from - 1;
  while (first > goal && startAt(blocks, from) - startAt(blocks, first) < step) first--;
  return first;
}

function stepOn(blocks: readonly Block[], from: number, goal: number, step: number): number {
  let end = from + 1;
  while (end < goal && endAt(blocks, end - 1) - endAt(blocks, from - 1) < step) end++;
  return end;
}

function extentOf(blocks: readonly Block[], first: number, end: number): number {
  return endAt(blocks, end - 1) - startAt(blocks, first);
}

function startAt(blocks: readonly Block[], index: number): number {
  return blocks[index]?.start ?? 0;
}

function endAt(blocks: readonly Block[], index: number): number {
  return blocks[index]?.end ?? 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
