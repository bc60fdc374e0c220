import { z } from 'zod';
import { identifierSchema, timestampSchema } from './identifier.ts';

/** A person, organisation or group that speaks in a project's articles: one record for all the names it goes by. */
export const entitySchema = z.strictObject({
  id: identifierSchema,
  kind: z.enum(['person', 'organisation', 'other']),
  /** Canonical name; for an anonymous source a description, e.g. "an official at the ministry". */
  name: z.string().min(1).max(256),
  /** Office or function, e.g. "transport minister"; empty when there is none. */
  role: z.string().max(256),
  /** Other names, as they stand in texts. */
  aliases: z.array(z.string().min(1).max(256)),
  /** True when the texts do not say who it is. */
  anonymous: z.boolean(),
  note: z.string(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});
export type Entity = Readonly<z.infer<typeof entitySchema>>;
