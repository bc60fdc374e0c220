import { z } from 'zod';

/**
 * How a stretch of an article is set. `attribution` is a byline or source line; `continuation` is the next piece of a
 * paragraph too long to be drawn as one (no line break stands before it in the text).
 */
export const blockKindSchema = z.enum([
  'title',
  'heading',
  'paragraph',
  'attribution',
  'listItem',
  'quote',
  'continuation',
]);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** Where a block stood in what the article was made of. */
export const blockPlaceSchema = z.strictObject({
  /** The page that it begins on, from 1. */
  page: z.int().positive().optional(),
  /** When its words are heard, in milliseconds from the start of the recording. */
  from: z.int().nonnegative().optional(),
  to: z.int().nonnegative().optional(),
});
export type BlockPlace = Readonly<z.infer<typeof blockPlaceSchema>>;

/** The place alone, without keys that say nothing. */
export function placeOf({ page, from, to }: BlockPlace): BlockPlace {
  return {
    ...(page !== undefined && { page }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/**
 * A stretch `[start, end)` of canonical text (UTF-16 units) drawn as one block. Blocks stand in order, never overlap, and what lies
 * between two of them is white space (line ends, blank lines).
 */
export const blockSchema = z.strictObject({
  kind: blockKindSchema,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  ...blockPlaceSchema.shape,
});
export type Block = Readonly<z.infer<typeof blockSchema>>;
