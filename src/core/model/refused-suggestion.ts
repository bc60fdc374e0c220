import { z } from 'zod';
import { identifierSchema, timestampSchema } from './identifier.ts';

/**
 * That a person refused a suggestion. What it was about is told by its tag, its words and those around them, never by offsets or the rule alone: so it holds when rules
 * change, and when the text before it does.
 */
export const refusedSuggestionSchema = z.strictObject({
  tag: identifierSchema,
  /** Checksum of the words and of those around them: see `core/suggest/suggestion-key.ts`. */
  words: z.string().regex(/^[0-9a-f]{16}$/),
  /** The rule that proposed it, and how sure it was, from 0 to 1. */
  rule: z.string().min(1).max(64),
  confidence: z.number().min(0).max(1),
  at: timestampSchema,
});
export type RefusedSuggestion = Readonly<z.infer<typeof refusedSuggestionSchema>>;
