import type { Result } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { isObject, metadataValues } from '../json/metadata-values.ts';
import { type RecordPlace, readRecords, recordName } from '../json/read-records.ts';
import { linesWithin } from '../json/record-lines.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { ownModel } from './own-model.ts';
import { taskOfMinimum } from './task-of-minimum.ts';
import { TaskResults } from './task-results.ts';
import { annotationSchema, type LabelStudioAnnotation, resultSchema, taskSchema } from './task-schema.ts';
import { taskText } from './task-text.ts';

/** Lists of a task that hold results, by what made them. */
const sources = ['annotations', 'completions', 'predictions'] as const;

/**
 * Reads Label Studio’s tasks on text, plain or HTML: annotations (`completions` in old files) of one or several people, predictions of models as suggestions; what
 * this program itself proposed stays out, since it is made anew. Tasks on anything else are reported; a file that has no others fails.
 */
export function readLabelStudio(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const draft = new DatasetDraft();
  let texts = 0;
  let otherwise: string | undefined;
  const reading = readRecords(file, options, draft, (value, place) => {
    const reason = readTask(draft, file.name, value, place);
    if (reason === undefined) texts++;
    otherwise ??= reason;
  });
  if (!reading.ok || texts > 0 || otherwise === undefined) return reading;
  return unreadable(
    'not-a-dataset',
    `“${file.name}” holds no task that can be read (the first: ${otherwise}). Import tasks whose text stands in the file.`,
  );
}

/** Reads a task into the draft; the reason, as a clause, if it cannot come in as a whole. */
function readTask(
  draft: DatasetDraft,
  fileName: string,
  value: unknown,
  place: RecordPlace,
): string | undefined {
  const { line, number } = place;
  const refuse = (reason: string): string => {
    draft.fault({ effect: 'refused', item: 'article', id: nameOf(value, number - 1), line, reason });
    return reason;
  };
  const parsed = parseItem(taskSchema, taskOfMinimum(value) ?? value);
  if (!parsed.ok) return refuse(parsed.reason.replace(/^data: /, ''));
  const task = parsed.value;
  const made = sources.flatMap((source) => {
    const lineOf = linesWithin(place, [source, '*', 'result', '*']);
    let before = 0;
    return annotationsOf(draft, source, task[source]).flatMap((annotation) => {
      const first = before;
      before += annotation.result?.length ?? 0;
      if (source === 'predictions' && annotation.model_version === ownModel) {
        draft.leftOutPredictions(regionsIn(annotation));
        return [];
      }
      return [
        { annotation, isPrediction: source === 'predictions', lineOf: (i: number) => lineOf(first + i) },
      ];
    });
  });
  const results = made
    .flatMap(({ annotation }) => annotation.result ?? [])
    .flatMap((result) => {
      const sound = resultSchema.safeParse(result);
      return sound.success ? [sound.data] : [];
    });
  const text = taskText(task, results);
  if (!text.ok) return refuse(text.reason);
  for (const drafts of Array.isArray(task.drafts) ? task.drafts : []) if (drafts) draft.unknown('drafts');
  const id = recordName(fileName, number);
  const article = new TaskResults(draft, id, text.value);
  for (const { annotation, isPrediction, lineOf } of made) article.add(annotation, isPrediction, lineOf);
  const { [text.value.key]: _, title, ...data } = task.data;
  article.addTo(
    {
      id,
      ...(typeof title === 'string' && { title }),
      metadata: metadataValues({
        ...data,
        ...(title !== undefined && typeof title !== 'string' && { title }),
        ...task.meta,
      }),
    },
    line,
  );
  return undefined;
}

/** How many stretches it proposes. */
function regionsIn({ result }: LabelStudioAnnotation): number {
  return (result ?? []).filter((item) => isObject(item) && item.type !== 'relation').length;
}

function annotationsOf(draft: DatasetDraft, source: string, value: unknown): LabelStudioAnnotation[] {
  if (!Array.isArray(value)) {
    if (value !== undefined && value !== null) draft.unknown(source);
    return [];
  }
  return value.map((item: unknown) => {
    const annotation = annotationSchema.safeParse(item);
    if (annotation.success) return annotation.data;
    draft.unknown(source);
    // Its results stay counted, for the lines of those that follow.
    const result = typeof item === 'object' && item !== null && 'result' in item ? item.result : [];
    return { result: Array.isArray(result) ? result : [] };
  });
}
