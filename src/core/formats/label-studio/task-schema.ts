import { z } from 'zod';

const foreignId = z.union([z.string(), z.number()]);

export const resultSchema = z.looseObject({
  id: foreignId.nullish(),
  type: z.string().max(64),
  value: z.looseObject({}).nullish(),
  from_name: z.string().nullish(),
  score: z.number().nullish(),
  meta: z.looseObject({}).nullish(),
});
export type LabelStudioResult = z.infer<typeof resultSchema>;

export const relationSchema = z.looseObject({
  from_id: foreignId,
  to_id: foreignId,
  direction: z.string().nullish(),
  labels: z.array(z.string().min(1).max(256)).nullish(),
});

/** What somebody, or a model, made of a task: an annotation, a completion (its old name) or a prediction. */
export const annotationSchema = z.looseObject({
  result: z.array(z.unknown()).nullish(),
  was_cancelled: z.boolean().nullish(),
  completed_by: z
    .union([
      foreignId,
      z.looseObject({
        id: foreignId.nullish(),
        email: z.string().nullish(),
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
      }),
    ])
    .nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
  model_version: z.string().nullish(),
  score: z.number().nullish(),
});
export type LabelStudioAnnotation = z.infer<typeof annotationSchema>;

export const taskSchema = z.looseObject({
  id: foreignId.nullish(),
  data: z.looseObject({}, { error: 'it has no data' }),
  meta: z.looseObject({}).nullish().catch(null),
});
export type LabelStudioTask = z.infer<typeof taskSchema>;
