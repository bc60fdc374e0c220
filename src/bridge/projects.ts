import { z } from 'zod';
import { identifierSchema } from '../core/model/identifier.ts';

/** What a list of projects shows of one without opening it. The project itself, in its two homes, is the truth. */
export const projectFactsSchema = z.strictObject({
  name: z.string().min(1).max(256),
  /** Outside the trash. */
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
});
export type ProjectFacts = Readonly<z.infer<typeof projectFactsSchema>>;

/** A project of this profile. */
export const listedProjectSchema = projectFactsSchema.extend({
  id: identifierSchema,
  /** When it was last worked in; null when that is not known. */
  openedAt: z.iso.datetime().nullable(),
  /** When it was put into the trash; null when it is not there. */
  trashedAt: z.iso.datetime().nullable(),
});
export type ListedProject = Readonly<z.infer<typeof listedProjectSchema>>;
