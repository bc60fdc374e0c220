import { z } from 'zod';
import { entitySchema } from './entity.ts';
import { identifierSchema, timestampSchema } from './identifier.ts';
import { tagSetSchema } from './tag-set.ts';

/** Who makes spans. */
export const annotatorSchema = z.strictObject({ id: identifierSchema, name: z.string().min(1).max(256) });
export type Annotator = Readonly<z.infer<typeof annotatorSchema>>;

/** What a project is apart from its articles. */
export const projectSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(256),
  tagSet: tagSetSchema,
  annotators: z.array(annotatorSchema).min(1),
  /** The cast: who speaks in the articles. In the order in which they were added. */
  entities: z.array(entitySchema).default([]),
  createdAt: timestampSchema,
});
export type Project = Readonly<z.infer<typeof projectSchema>>;
