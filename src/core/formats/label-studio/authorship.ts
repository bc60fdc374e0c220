import type { DatasetDraft } from '../dataset-draft.ts';
import type { LabelStudioAnnotation } from './task-schema.ts';

/** Who made an annotation and when, as its spans have it; of a prediction which model, and how sure it was. */
export function authorshipOf(draft: DatasetDraft, annotation: LabelStudioAnnotation, isPrediction: boolean) {
  const { completed_by, created_at, updated_at, model_version, score } = annotation;
  const createdAt = timeOf(created_at);
  const updatedAt = timeOf(updated_at) ?? createdAt;
  const annotator = isPrediction ? undefined : annotatorOf(draft, completed_by);
  const model = model_version ? `:${model_version}` : '';
  return {
    score,
    authorship: {
      ...(annotator !== undefined && { annotator }),
      ...(isPrediction && { origin: `suggestion:label-studio${model}` }),
      ...(createdAt !== undefined && { createdAt }),
      ...(updatedAt !== undefined && { updatedAt }),
    },
  };
}

/** Defines who is meant by a number, an address or a record of both. */
function annotatorOf(draft: DatasetDraft, by: LabelStudioAnnotation['completed_by']): string | undefined {
  if (by === undefined || by === null || by === '') return undefined;
  const { id, email, first_name, last_name } =
    typeof by === 'object' ? by : { id: by, email: undefined, first_name: undefined, last_name: undefined };
  const name = [first_name, last_name].filter((part) => part).join(' ');
  const annotator = (email || (id === undefined || id === null ? name : `user ${id}`)).slice(0, 256);
  if (annotator === '') return undefined;
  draft.annotator(annotator, (name || annotator).slice(0, 256));
  return annotator;
}

/** ISO 8601, or seconds since 1970 in old files. */
function timeOf(value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  const time = new Date(typeof value === 'number' ? value * 1000 : value);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || time.getUTCFullYear() < 0
    ? undefined
    : time.toISOString();
}
