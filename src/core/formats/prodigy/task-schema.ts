import { z } from 'zod';

const offset = z.int().nonnegative();
export const prodigySpanSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  start: offset,
  end: offset,
  token_end: offset.nullish().catch(undefined),
  label: z.string().min(1).max(256),
  text: z.string().nullish(),
});
const endSchema = z.looseObject({ ...prodigySpanSchema.shape, label: z.string().nullish() });
export const prodigyRelationSchema = z.looseObject({
  head: offset,
  child: offset,
  label: z.string().min(1).max(256),
  head_span: endSchema.nullish(),
  child_span: endSchema.nullish(),
});
export const prodigyTaskSchema = z.looseObject({
  text: z.string({ error: 'it has no text' }),
  answer: z.string().nullish(),
});

export type ProdigySpan = z.infer<typeof prodigySpanSchema>;
export type ProdigyRelation = z.infer<typeof prodigyRelationSchema>;
export type ProdigyEnd = z.infer<typeof endSchema>;
export type ProdigyTask = z.infer<typeof prodigyTaskSchema>;
