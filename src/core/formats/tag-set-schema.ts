import { z } from 'zod';
import { datasetRelationTypeSchema, datasetTagSchema } from './dataset-schema.ts';

/**
 * A tag set by itself, version 1, as it stands in a file. Tags and relation types are written as in the native dataset; what is optional is so for readers.
 * `resources/ascribe-tag-set.schema.json` is made from this.
 */
export const tagSetFormat = 'ascribe-tag-set';
export const tagSetVersion = 1;

export const tagSetFileSchema = z.looseObject({
  format: z.literal(tagSetFormat),
  version: z.literal(tagSetVersion),
  /** What the tag set is called. */
  name: z.string().max(256).optional(),
  tags: z.array(datasetTagSchema).min(1),
  relationTypes: z.array(datasetRelationTypeSchema).optional(),
});
export type TagSetFile = Readonly<z.infer<typeof tagSetFileSchema>>;
