import { z } from 'zod';
import { timestampSchema } from '../../model/identifier.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { AttributionLearner, attributionLearnerSchema } from './attribution-learner.ts';

/** Higher whenever what a model is made of changes: features, labels, how they are weighed. One of another version means something else. */
export const learntVersion = 1;

const factsSchema = z.strictObject({
  learntAt: timestampSchema,
  /** How many articles it was learnt from, and how many attributions in them. */
  articles: z.int().nonnegative(),
  attributions: z.int().nonnegative(),
});
export type LearntFacts = Readonly<z.infer<typeof factsSchema>>;

const learntSchema = factsSchema.extend({
  format: z.literal('ascribe-learnt'),
  version: z.literal(learntVersion),
  model: attributionLearnerSchema,
});

/** As much of it as tells which version wrote it. */
const versionSchema = z.object({ format: z.literal('ascribe-learnt'), version: z.int() });

/** What a project taught, and when. */
export interface Learnt extends LearntFacts {
  readonly learner: AttributionLearner;
}

/** What was learnt, as it is kept: JSON that can be read. */
export function writeLearnt({ learner, learntAt, articles, attributions }: Learnt): Uint8Array<ArrayBuffer> {
  const value: z.infer<typeof learntSchema> = {
    format: 'ascribe-learnt',
    version: learntVersion,
    learntAt,
    articles,
    attributions,
    model: learner.toJSON(),
  };
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Reads what was kept. */
export function readLearnt(bytes: Uint8Array): Result<Learnt, 'other version' | 'damaged'> {
  const value = parsed(bytes);
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.version !== learntVersion) return failure('other version');
  const learnt = learntSchema.safeParse(value);
  if (!learnt.success) return failure('damaged');
  const { learntAt, articles, attributions, model } = learnt.data;
  return success({ learntAt, articles, attributions, learner: AttributionLearner.of(model) });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
