import { z } from 'zod';
import { attributesSchema } from './attribute-value.ts';
import { identifierSchema, timestampSchema } from './identifier.ts';

/** A typed, directed link between two spans of one article. */
export const relationSchema = z.strictObject({
  id: identifierSchema,
  articleId: identifierSchema,
  type: identifierSchema,
  /** Span ids. */
  from: identifierSchema,
  to: identifierSchema,
  attributes: attributesSchema,
  annotator: identifierSchema,
  origin: z.string().min(1),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});
export type Relation = Readonly<z.infer<typeof relationSchema>>;
