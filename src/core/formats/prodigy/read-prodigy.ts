import { attributesSchema } from '../../model/attribute-value.ts';
import type { Result } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import { isObject, metadataValues } from '../json/metadata-values.ts';
import { type RecordPlace, readRecords, recordName } from '../json/read-records.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { isFreeRelationKey, isFreeSpanKey } from './reserved-keys.ts';
import { TaskArticle } from './task-article.ts';
import {
  type ProdigyTask,
  prodigyRelationSchema,
  prodigySpanSchema,
  prodigyTaskSchema,
} from './task-schema.ts';

/** Keys of a task that are read, or say nothing that an article has: tokens are made anew, hashes and views are Prodigy’s own. */
const known = new Set([
  'text',
  'title',
  'meta',
  'tokens',
  'spans',
  'relations',
  'answer',
  'accept',
  'label',
  '_input_hash',
  '_task_hash',
  '_session_id',
  '_annotator_id',
  '_view_id',
  '_is_binary',
  '_timestamp',
]);

/**
 * Reads Prodigy’s tasks. Those of the same `_input_hash` and text are one article, as in Prodigy’s own export: what several people, or several questions,
 * have said of it comes together. Spans of tasks that were rejected or ignored are reported, not taken.
 */
export function readProdigy(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const draft = new DatasetDraft();
  const articles = new Map<string, TaskArticle>();
  const read = (value: unknown, place: RecordPlace): void => {
    const task = parseItem(prodigyTaskSchema, value);
    if (!task.ok) {
      const id = nameOf(value, place.number - 1);
      const { line } = place;
      draft.fault({
        effect: 'refused',
        item: 'article',
        id,
        line,
        reason: task.reason.replace(/^text: /, ''),
      });
      return;
    }
    const { _input_hash: hash, text } = task.value;
    const key = typeof hash === 'number' ? `${hash} ${text}` : `#${place.number}`;
    const article =
      articles.get(key) ?? new TaskArticle(recordName(file.name, place.number), text, place.line);
    articles.set(key, article);
    readTask(draft, article, task.value, place.line);
  };
  return readRecords(file, options, draft, read, () => {
    for (const article of articles.values()) article.addTo(draft);
  });
}

function readTask(draft: DatasetDraft, article: TaskArticle, task: ProdigyTask, line: number): void {
  for (const key of Object.keys(task)) if (!known.has(key)) draft.unknown(key);
  if (typeof task.title === 'string') article.title = task.title;
  if (isObject(task.meta)) Object.assign(article.metadata, metadataValues(task.meta));
  const spans = listOf(draft, 'spans', task.spans);
  const relations = listOf(draft, 'relations', task.relations);
  const answer = task.answer ?? 'accept';
  if (answer !== 'accept') {
    const reason = `its task was answered with “${answer}”`;
    const refuse = (item: 'span' | 'relation') => (_: unknown, i: number) =>
      draft.fault({ effect: 'refused', item, id: `#${i + 1}`, article: article.id, line, reason });
    spans.forEach(refuse('span'));
    relations.forEach(refuse('relation'));
    return;
  }
  for (const label of [task.label, ...listOf(draft, 'accept', task.accept)]) {
    if (typeof label === 'string' && label !== '' && label.length <= 128) article.labels.add(label);
    else if (label !== undefined && label !== null) draft.unknown('accept');
  }
  const made = { line, ...authorOf(draft, task) };
  article.beginTask();
  for (const [i, item] of spans.entries()) {
    const span = parseItem(prodigySpanSchema, item);
    if (span.ok) article.addSpan(span.value, attributesOf(draft, 'spans', span.value, isFreeSpanKey), made);
    else refuseItem(draft, 'span', nameOf(item, i), article.id, line, span.reason);
  }
  for (const [i, item] of relations.entries()) {
    const relation = parseItem(prodigyRelationSchema, item);
    const attributes = relation.ok ? attributesOf(draft, 'relations', relation.value, isFreeRelationKey) : {};
    const missing = relation.ok ? article.addRelation(relation.value, attributes, made) : relation.reason;
    if (missing !== undefined) refuseItem(draft, 'relation', nameOf(item, i), article.id, line, missing);
  }
}

function refuseItem(
  draft: DatasetDraft,
  item: 'span' | 'relation',
  id: string,
  article: string,
  line: number,
  reason: string,
): void {
  draft.fault({ effect: 'refused', item, id, article, line, reason });
}

function listOf(draft: DatasetDraft, key: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) draft.unknown(key);
  return [];
}

function authorOf(draft: DatasetDraft, task: ProdigyTask) {
  const [annotator] = [task._annotator_id, task._session_id].filter(
    (name) => typeof name === 'string' && name !== '' && name.length <= 256,
  );
  const time = task._timestamp;
  // Seconds since 1970, up to the year 9999.
  const isTime = typeof time === 'number' && time >= 0 && time < 253_402_300_800;
  if (typeof annotator === 'string') draft.annotator(annotator);
  return {
    ...(typeof annotator === 'string' && { annotator }),
    ...(isTime && { createdAt: new Date(Math.floor(time * 1000)).toISOString() }),
  };
}

function attributesOf(
  draft: DatasetDraft,
  path: string,
  item: Readonly<Record<string, unknown>>,
  isFree: (key: string) => boolean,
) {
  const attributes = attributesSchema.safeParse(
    Object.fromEntries(Object.entries(item).filter(([key]) => isFree(key))),
  );
  if (attributes.success) return attributes.data;
  draft.unknown(path);
  return {};
}
