import { z } from 'zod';
import type { Result } from '../../model/result.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import { isObject, metadataValues } from '../json/metadata-values.ts';
import { type RecordPlace, readRecords, recordName } from '../json/read-records.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { SourceText } from '../source-text.ts';
import { predictionsColumn } from './predictions-column.ts';

const offset = z.int().nonnegative();
const foreignId = z.union([z.string(), z.number()]);
/** `[start, end, tag]`. */
const tripleSchema = z.tuple([offset, offset, z.string().min(1).max(256)]).rest(z.unknown());
const entitySchema = z.looseObject({
  id: foreignId.nullish(),
  label: z.string().min(1).max(256),
  start_offset: offset,
  end_offset: offset,
});
const relationSchema = z.looseObject({
  id: foreignId.nullish(),
  from_id: foreignId,
  to_id: foreignId,
  type: z.string().min(1).max(256),
});
const recordSchema = z.looseObject({ id: foreignId.nullish() });

type Entity = z.infer<typeof entitySchema>;

/** Columns that are read for what they say; all others are metadata, as in doccano. */
const known = new Set([
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'relations',
  'cats',
  'Comments',
  'comments',
  'title',
  'meta',
  predictionsColumn,
]);

/**
 * Reads what doccano exports and imports (data_export/pipeline and data_import/pipeline of its source): spans under `label`, `labels` or `entities`, as
 * triples or as objects, relations between those that have ids. Categories become labels of the article, comments its note.
 */
export function readDoccano(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Result<DatasetReading, FormatFailure> {
  const draft = new DatasetDraft();
  return readRecords(file, options, draft, (value, place) => readRecord(draft, file.name, value, place));
}

function readRecord(draft: DatasetDraft, fileName: string, value: unknown, place: RecordPlace): void {
  const { line, number } = place;
  const parsed = parseItem(recordSchema, value);
  // Older versions name the column of texts as their database does.
  const text = parsed.ok ? (parsed.value.text ?? parsed.value.data) : undefined;
  if (!parsed.ok || typeof text !== 'string') {
    const reason = parsed.ok ? 'it has no text' : parsed.reason;
    draft.fault({ effect: 'refused', item: 'article', id: nameOf(value, number - 1), line, reason });
    return;
  }
  const record = parsed.value;
  draft.leftOutPredictions(predictedIn(record[predictionsColumn]));
  const article = { draft, line, id: idOf(record.id) ?? recordName(fileName, number) };
  const items = ['label', 'labels', 'entities'].flatMap((key) => itemsOf(draft, key, record[key]));
  const words = [...items, ...itemsOf(draft, 'cats', record.cats)].filter((item) => typeof item === 'string');
  draft.article(
    {
      id: article.id,
      ...(typeof record.title === 'string' && { title: record.title }),
      metadata: metadataOf(record),
      text,
      spans: spansOf(article, items, new SourceText(text)),
      relations: relationsOf(article, itemsOf(draft, 'relations', record.relations)),
      ...(words.length > 0 && { labels: articleLabels(draft, words) }),
      ...noteOf(record.Comments ?? record.comments),
    },
    { article: line },
  );
}

/** The article at hand: where its faults go, and what its items are named after. */
interface ArticlePlace {
  readonly draft: DatasetDraft;
  readonly line: number;
  readonly id: string;
}

function spansOf(article: ArticlePlace, items: readonly unknown[], source: SourceText): DatasetSpan[] {
  return items.flatMap((item, i) => {
    if (typeof item === 'string') return [];
    const entity = entityOf(item);
    if (!entity.ok) return refuse(article, 'span', nameOf(item, i), entity.reason);
    const { id, label, start_offset: start, end_offset: end } = entity.value;
    const name = idOf(id) ?? `label-${i + 1}`;
    return [{ id: `${article.id}/${name}`, tag: label, start, end, text: source.words(start, end) }];
  });
}

function relationsOf(article: ArticlePlace, items: readonly unknown[]): DatasetRelation[] {
  return items.flatMap((item, i) => {
    const relation = parseItem(relationSchema, item);
    if (!relation.ok) return refuse(article, 'relation', nameOf(item, i), relation.reason);
    const { id, type, from_id, to_id } = relation.value;
    const named = (name: string | number) => `${article.id}/${name}`;
    return [{ id: named(idOf(id) ?? `relation-${i + 1}`), type, from: named(from_id), to: named(to_id) }];
  });
}

function refuse(
  { draft, line, id }: ArticlePlace,
  item: 'span' | 'relation',
  name: string,
  reason: string,
): [] {
  draft.fault({ effect: 'refused', item, id: name, article: id, line, reason });
  return [];
}

/** An id that leaves room for what is named after it. */
function idOf(id: string | number | null | undefined): string | undefined {
  const written = String(id ?? '');
  return written === '' || written.length > 120 ? undefined : written;
}

function itemsOf(draft: DatasetDraft, column: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [value];
  if (value !== undefined && value !== null) draft.unknown(column);
  return [];
}

function entityOf(item: unknown): Result<Entity, string> {
  if (!Array.isArray(item)) return parseItem(entitySchema, item);
  const triple = parseItem(tripleSchema, item);
  if (!triple.ok) return triple;
  const [start_offset, end_offset, label] = triple.value;
  return { ok: true, value: { label, start_offset, end_offset } };
}

/** How many stretches are proposed in the column that this program writes. */
function predictedIn(column: unknown): number {
  return isObject(column) && Array.isArray(column.entities) ? column.entities.length : 0;
}

/** The columns that doccano knows nothing of, and those of `meta`, where versions before 1.0 put them. */
function metadataOf(record: Readonly<Record<string, unknown>>): Record<string, string> {
  const { meta } = record;
  const others = Object.entries(record).filter(
    ([key, value]) => !known.has(key) || (key === predictionsColumn && predictedIn(value) === 0),
  );
  return metadataValues({
    ...Object.fromEntries(others),
    ...(isObject(meta) ? meta : { meta }),
  });
}

function articleLabels(draft: DatasetDraft, labels: readonly string[]): string[] {
  const fitting = new Set(labels.filter((label) => label !== '' && label.length <= 128));
  for (let i = labels.filter((label) => !fitting.has(label)).length; i > 0; i--) draft.unknown('label');
  return [...fitting];
}

/** Comments are texts, or objects with the text under `comment` or `text`. */
function noteOf(comments: unknown): { readonly note?: string } {
  if (!Array.isArray(comments)) return {};
  const texts = comments.map((comment: unknown) => {
    const text = isObject(comment) ? (comment.comment ?? comment.text) : comment;
    return typeof text === 'string' ? text : JSON.stringify(comment);
  });
  return texts.length === 0 ? {} : { note: texts.join('\n') };
}
