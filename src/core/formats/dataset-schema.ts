import { z } from 'zod';
import { articleStateNameSchema } from '../model/article.ts';
import { attributeDefinitionSchema } from '../model/attribute-definition.ts';
import { attributesSchema } from '../model/attribute-value.ts';
import { blockKindSchema, blockPlaceSchema } from '../model/block.ts';
import { entitySchema } from '../model/entity.ts';
import { identifierSchema, timestampSchema } from '../model/identifier.ts';
import { annotatorSchema } from '../model/project.ts';
import { refusedSuggestionSchema } from '../model/refused-suggestion.ts';
import { relationTypeSchema, tagSchema } from '../model/tag-set.ts';

/**
 * The native dataset, version 1, as it stands in a file. All offsets are Unicode code points of the article's `text`. What is optional is so
 * for readers: datasets made by other programs may leave it out, ours never do unless the comment says so. More keys are
 * allowed everywhere; the ones not named here are left out on reading, and the reading's report says so.
 *
 * `resources/ascribe-dataset.schema.json` is made from these schemas.
 */
export const datasetFormat = 'ascribe-dataset';
/** What the first line of a dataset says whose articles stand in lines of their own; the rest of it is a native dataset's head. */
export const datasetLinesFormat = 'ascribe-dataset-lines';
export const datasetVersion = 1;

const offset = z.int().nonnegative();

export const datasetTagSchema = z.looseObject(
  tagSchema
    .partial({
      key: true,
      mark: true,
      colour: true,
      guideline: true,
    })
    .extend({
      examples: z.array(z.string()).optional(),
      attributes: z.array(attributeDefinitionSchema).optional(),
    }).shape,
);
export type DatasetTag = Readonly<z.infer<typeof datasetTagSchema>>;

export const datasetRelationTypeSchema = z.looseObject(
  relationTypeSchema.partial({ name: true, from: true, to: true }).shape,
);
export type DatasetRelationType = Readonly<z.infer<typeof datasetRelationTypeSchema>>;

export const datasetEntitySchema = z.looseObject(
  entitySchema.partial({
    kind: true,
    role: true,
    aliases: true,
    anonymous: true,
    note: true,
    createdAt: true,
    updatedAt: true,
  }).shape,
);
export type DatasetEntity = Readonly<z.infer<typeof datasetEntitySchema>>;

const datasetTagSetSchema = z.looseObject({
  tags: z.array(datasetTagSchema),
  relationTypes: z.array(datasetRelationTypeSchema).optional(),
});

const datasetSourceSchema = z.looseObject({
  fileName: z.string().max(1024).optional(),
  /** Of the file's bytes, lower-case hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  encoding: z.string().optional(),
  byteLength: z.int().nonnegative().optional(),
  reader: z.string().min(1).optional(),
  byteOrderMark: z.boolean().optional(),
  replacements: z.int().nonnegative().optional(),
});

/** Who made a span or relation, how and when. */
const authorship = {
  attributes: attributesSchema.optional(),
  annotator: identifierSchema.optional(),
  origin: z.string().min(1).optional(),
  createdAt: timestampSchema.optional(),
  updatedAt: timestampSchema.optional(),
};

export const datasetSpanSchema = z.looseObject({
  id: identifierSchema,
  /** Id of a tag of the tag set. */
  tag: identifierSchema,
  start: offset,
  end: offset,
  /** What the article reads from start to end; of a discontinuous span its fragments, joined by one space. */
  text: z.string(),
  /** Only for discontinuous spans: two or more stretches in order and apart; start and end are the first and last of them. */
  fragments: z
    .array(z.looseObject({ start: offset, end: offset }))
    .min(1)
    .optional(),
  note: z.string().optional(),
  flagged: z.boolean().optional(),
  ...authorship,
});
export type DatasetSpan = Readonly<z.infer<typeof datasetSpanSchema>>;

export const datasetRelationSchema = z.looseObject({
  id: identifierSchema,
  type: identifierSchema,
  /** Ids of spans of the same article. */
  from: identifierSchema,
  to: identifierSchema,
  ...authorship,
});
export type DatasetRelation = Readonly<z.infer<typeof datasetRelationSchema>>;

export const datasetBlockSchema = z.looseObject({
  kind: blockKindSchema,
  start: offset,
  end: offset,
  /** Only where the article was made of pages (from 1) or of a recording (milliseconds). */
  ...blockPlaceSchema.shape,
});
export type DatasetBlock = Readonly<z.infer<typeof datasetBlockSchema>>;

/** What was refused is told by its tag and a checksum of its words and those around them, so that it holds when the text before it changes. */
export const datasetRefusedSchema = z.looseObject(refusedSuggestionSchema.shape);

/** An article without its spans, relations and blocks, which are read one by one. */
export const datasetArticleShellSchema = z.looseObject({
  id: identifierSchema,
  title: z.string().optional(),
  source: datasetSourceSchema.optional(),
  direction: z.enum(['ltr', 'rtl']).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  /** The article of which this is a later version; it need not be in the dataset. */
  versionOf: identifierSchema.nullable().optional(),
  createdAt: timestampSchema.optional(),
  updatedAt: timestampSchema.optional(),
  /** When it was moved to the trash; null when it was not. */
  trashedAt: timestampSchema.nullable().optional(),
  state: articleStateNameSchema.optional(),
  note: z.string().optional(),
  labels: z.array(z.string().min(1).max(128)).optional(),
  /** Place in the list; null when nobody has moved the article. */
  position: z.number().nullable().optional(),
  /** Suggestions that somebody refused; left out where there are none. */
  refused: z.array(datasetRefusedSchema).optional(),
  /** Canonical text: every line ends with a line feed alone. */
  text: z.string(),
});

export const datasetArticleSchema = z.looseObject({
  ...datasetArticleShellSchema.shape,
  blocks: z.array(datasetBlockSchema).optional(),
  spans: z.array(datasetSpanSchema).optional(),
  relations: z.array(datasetRelationSchema).optional(),
});
export type DatasetArticle = Readonly<z.infer<typeof datasetArticleSchema>>;

/** A dataset without its articles. */
export const datasetHeadSchema = z.looseObject({
  format: z.literal(datasetFormat),
  version: z.literal(datasetVersion),
  offsetUnit: z.literal('codePoint'),
  /** Its id is there in snapshots only: a dataset that is handed on belongs to whoever reads it. */
  project: z
    .looseObject({
      id: identifierSchema.optional(),
      name: z.string().min(1).max(256),
      createdAt: timestampSchema.optional(),
    })
    .optional(),
  annotators: z.array(z.looseObject(annotatorSchema.shape)).optional(),
  /** Who speaks in the articles; the `entity` attribute of spans names them by id. */
  entities: z.array(datasetEntitySchema).optional(),
  tagSet: datasetTagSetSchema.optional(),
});
export type DatasetHead = Readonly<z.infer<typeof datasetHeadSchema>>;

export const datasetSchema = z.looseObject({
  ...datasetHeadSchema.shape,
  articles: z.array(datasetArticleSchema),
});
export type Dataset = Readonly<z.infer<typeof datasetSchema>>;
