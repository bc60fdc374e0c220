/** A note as it would stand if it were alone. CSS pixels. */
export interface WantedNote {
  /** Where its upper edge belongs: beside the first line of its claim. */
  readonly top: number;
  readonly height: number;
}

/**
 * Upper edges for notes in one column, in the given order, at least `gap` apart. Each stands where it belongs or, where others are in its way, as
 * little below as can be: no other arrangement that keeps the order and raises none has any of them higher.
 */
export function stackNotes(notes: readonly WantedNote[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return notes.map(({ top, height }) => {
    const at = Math.max(top, free);
    free = at + height + gap;
    return at;
  });
}
