import { z } from 'zod';
import { blockSchema } from './block.ts';
import { identifierSchema, timestampSchema } from './identifier.ts';
import { refusedSuggestionSchema } from './refused-suggestion.ts';

/** Where an article came from. */
export const articleSourceSchema = z.strictObject({
  /** Name without folders; for pasted text the words that the interface shows instead. */
  fileName: z.string().max(1024),
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** WHATWG encoding name, lower case. */
  encoding: z.string(),
  byteLength: z.int().nonnegative(),
  /** Id of the reader that made the text, e.g. `text`; `dataset` for an article that came with a dataset. */
  reader: z.string().min(1),
  /** True when the bytes began with a byte order mark, which the text leaves out. */
  byteOrderMark: z.boolean(),
  /** How many undecodable or unpaired sequences were replaced by U+FFFD. */
  replacements: z.int().nonnegative(),
});
export type ArticleSource = Readonly<z.infer<typeof articleSourceSchema>>;

/** How far the work on an article has come. */
export const articleStateNameSchema = z.enum(['todo', 'inProgress', 'done', 'discuss']);
export type ArticleStateName = z.infer<typeof articleStateNameSchema>;

/** What is known of an article without its text: what lists show. */
export const articleRecordSchema = z.strictObject({
  id: identifierSchema,
  /** First non-empty line, until the analyst gives another. */
  title: z.string(),
  source: articleSourceSchema,
  direction: z.enum(['ltr', 'rtl']),
  /** Length of the canonical text in UTF-16 units. */
  textLength: z.int().nonnegative(),
  wordCount: z.int().nonnegative(),
  /** `date` (ISO 8601), `outlet`, `author`, `url`, and free names beside them; string values. */
  metadata: z.record(z.string(), z.string()),
  /** The article of which this is a later version of the file, or null. */
  versionOf: identifierSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  /** When it was moved to the trash, or null. */
  trashedAt: timestampSchema.nullable(),
  state: articleStateNameSchema.default('todo'),
  /** The analyst's words about the article; empty when there are none. */
  note: z.string().default(''),
  /** Free labels by which articles are gathered, in the order in which they were given. */
  labels: z.array(z.string().min(1).max(128)).default([]),
  /** Place in the list among the other numbers; null until somebody moves it: it then stands where it arrived. */
  position: z.number().nullable().default(null),
  /** Suggestions that somebody refused, in the order in which that was done. */
  refused: z.array(refusedSuggestionSchema).default([]),
});
export type ArticleRecord = Readonly<z.infer<typeof articleRecordSchema>>;

/** What an article is like before anybody has worked on it. */
export const untouched = {
  trashedAt: null,
  state: 'todo',
  note: '',
  labels: [],
  position: null,
  refused: [],
} as const satisfies Pick<
  z.input<typeof articleRecordSchema>,
  'trashedAt' | 'state' | 'note' | 'labels' | 'position' | 'refused'
>;

/** The immutable part: canonical text and its blocks. */
export const articleBodySchema = z.strictObject({
  text: z.string(),
  blocks: z.array(blockSchema),
});
export type ArticleBody = Readonly<z.infer<typeof articleBodySchema>>;

export const articleSchema = z.strictObject({ record: articleRecordSchema, body: articleBodySchema });
export type Article = Readonly<z.infer<typeof articleSchema>>;
