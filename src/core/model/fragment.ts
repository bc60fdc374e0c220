import { z } from 'zod';

/** A stretch `[start, end)` of an article's canonical text, in UTF-16 code units. Never empty. */
export const fragmentSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine(({ start, end }) => start < end, { message: 'a fragment ends after it starts' });
export type Fragment = Readonly<z.infer<typeof fragmentSchema>>;

/** One or more fragments in text order that neither overlap nor touch each other. */
export const fragmentsSchema = z
  .array(fragmentSchema)
  .min(1)
  .refine(areInOrder, { message: 'fragments stand in order and apart from each other' });

function areInOrder(fragments: readonly Fragment[]): boolean {
  return fragments.every((fragment, i) => {
    const next = fragments[i + 1];
    return next === undefined || fragment.end < next.start;
  });
}

/**
 * Sorts fragments and merges those that overlap or touch, so that the result satisfies `fragmentsSchema`.
 * @param fragments at least one; offsets in UTF-16 units.
 */
export function normaliseFragments(fragments: readonly Fragment[]): Fragment[] {
  const sorted = [...fragments].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Fragment[] = [];
  for (const fragment of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && fragment.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, fragment.end) };
    } else {
      merged.push({ start: fragment.start, end: fragment.end });
    }
  }
  return merged;
}

/**
 * True when a stretch has characters in common with one of these.
 * @param stretches in order and apart
 */
export function haveInCommon(stretches: readonly Fragment[], { start, end }: Fragment): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

/** The text of fragments: their stretches of `text` joined by one space, as the dataset format has it. */
export function quoteOf(text: string, fragments: readonly Fragment[]): string {
  return fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
}
