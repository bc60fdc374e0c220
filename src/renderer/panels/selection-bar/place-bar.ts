/** Edges in one coordinate system, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between the bar and the line that it belongs to, and between it and the edges of the pane. */
const gap = 8;

/**
 * Where a bar of that size stands beside lines of text: above the first, or below the last where there is no room above, so that it never
 * covers what it is about; at the pane's foot when the lines fill the pane. Null when none of them is in sight.
 * @param lines in text order
 */
export function placeBar(
  lines: readonly Box[],
  pane: Box,
  size: { readonly width: number; readonly height: number },
): { left: number; top: number } | null {
  const inSight = lines.filter(({ top, bottom }) => bottom > pane.top && top < pane.bottom);
  const first = inSight[0];
  const last = inSight.at(-1);
  if (first === undefined || last === undefined) return null;
  const within = (left: number) => Math.max(pane.left + gap, Math.min(left, pane.right - size.width - gap));
  const above = first.top - gap - size.height;
  if (above >= pane.top + gap) return { left: within(first.left), top: above };
  const below = last.bottom + gap;
  if (below + size.height <= pane.bottom - gap) return { left: within(last.left), top: below };
  return { left: within(pane.left), top: pane.bottom - size.height - gap };
}
