import { z } from 'zod';
import { articleRecordSchema, articleSchema } from '../model/article.ts';
import { entitySchema } from '../model/entity.ts';
import { projectSchema } from '../model/project.ts';
import { relationSchema } from '../model/relation.ts';
import { spanSchema } from '../model/span.ts';

/**
 * One reversible change to a project. Every operation carries all that its inverse needs, so that it can be undone from
 * the log alone, after a restart and without the state it was made in.
 */
const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('project.update'), before: projectSchema, after: projectSchema }),
  /** `at` is the entity's place in the cast, so that undo brings it back to where it stood. */
  z.strictObject({ type: z.literal('entity.add'), entity: entitySchema, at: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('entity.remove'), entity: entitySchema, at: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('entity.update'), before: entitySchema, after: entitySchema }),
  z.strictObject({ type: z.literal('article.add'), article: articleSchema }),
  z.strictObject({ type: z.literal('article.remove'), article: articleSchema }),
  /** Changes what is known of an article (title, metadata, trash); never its text. */
  z.strictObject({
    type: z.literal('article.update'),
    before: articleRecordSchema,
    after: articleRecordSchema,
  }),
  /** Puts another text in the place of an article's (another encoding); refused once the article has spans. */
  z.strictObject({ type: z.literal('article.replace'), before: articleSchema, after: articleSchema }),
  z.strictObject({ type: z.literal('span.add'), span: spanSchema }),
  z.strictObject({ type: z.literal('span.remove'), span: spanSchema }),
  z.strictObject({ type: z.literal('span.update'), before: spanSchema, after: spanSchema }),
  z.strictObject({ type: z.literal('relation.add'), relation: relationSchema }),
  z.strictObject({ type: z.literal('relation.remove'), relation: relationSchema }),
  z.strictObject({ type: z.literal('relation.update'), before: relationSchema, after: relationSchema }),
]);

/** A change, or several that are made and undone as one. */
export const operationSchema = z.union([
  changeSchema,
  z.strictObject({ type: z.literal('batch'), changes: z.array(changeSchema).min(1) }),
]);

export type Change = Readonly<z.infer<typeof changeSchema>>;
export type Operation = Readonly<z.infer<typeof operationSchema>>;

/** The changes of an operation in the order in which they are made. */
export function changesOf(operation: Operation): readonly Change[] {
  return operation.type === 'batch' ? operation.changes : [operation];
}

/** One operation of these changes. @throws when there are none. */
export function operationOf(changes: readonly Change[]): Operation {
  const [first, ...rest] = changes;
  if (first === undefined) throw new Error('an operation changes something');
  return rest.length === 0 ? first : { type: 'batch', changes: [...changes] };
}
