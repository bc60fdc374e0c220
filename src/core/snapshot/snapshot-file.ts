import { z } from 'zod';
import type { AnnotatedArticle } from '../formats/annotated-article.ts';
import { datasetBytes } from '../formats/dataset-writer.ts';
import { annotatedArticle } from '../formats/from-dataset.ts';
import { type ByteRange, outlineOf } from '../formats/json-outline.ts';
import { readDataset } from '../formats/read-dataset.ts';
import { datasetArticle, datasetHead } from '../formats/to-dataset.ts';
import type { Identifier } from '../model/identifier.ts';
import { type Project, projectSchema } from '../model/project.ts';
import { type Relation, relationSchema } from '../model/relation.ts';
import { failure, type Result, success } from '../model/result.ts';
import { type Span, spanSchema } from '../model/span.ts';
import type { LogStep } from '../operations/history.ts';
import { logEntrySchema } from '../operations/log-entry.ts';
import type { ArticleState } from '../operations/project-state.ts';
import { checkSpan } from '../text/anchor.ts';

/**
 * A snapshot is a native dataset, so that any program can read it, with more members: `snapshot` (the number of the last entry, and the project
 * word for word), `history` (what undo needs of the entries before) and `apart` where there is need. Its checksum is in its name: main sees to that.
 */

/** An entry before the snapshot; without its JSON when that was too long to be carried. */
export interface HistoryItem {
  readonly step: LogStep;
  readonly json: string | undefined;
}

/** A project as it stood after entry `seq`. */
export interface SnapshotContents {
  readonly seq: number;
  readonly project: Project;
  readonly history: readonly HistoryItem[];
  readonly articles: AsyncIterable<ArticleState> | Iterable<ArticleState>;
}

/** What a dataset begins and ends with. */
const openingLength = '{\n'.length;
const closing = '\n}\n';

/**
 * Spans and relations that a dataset cannot hold word for word, and that are not to be lost: spans that do not fit their text or cut a character in two,
 * ids that another article has as well, halves of surrogate pairs; and the relations of such spans.
 */
interface Apart {
  readonly spans: Span[];
  readonly relations: Relation[];
}

const apartSchema = z.object({ spans: z.array(spanSchema), relations: z.array(relationSchema) });
const headSchema = z.object({ seq: z.int().positive(), project: projectSchema });
const stepSchema = z.object({
  seq: z.int().positive(),
  label: z.string().min(1),
  undoes: z.int().positive().optional(),
  redoes: z.int().positive().optional(),
  operation: z.null(),
});

/** The bytes of a snapshot, in pieces. */
export async function* snapshotBytes(contents: SnapshotContents): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { seq, project } = contents;
  const encoder = new TextEncoder();
  const head = datasetHead(project, { kind: 'snapshot' }, new Set());
  const history = contents.history.map(({ step, json }) => `    ${json ?? withoutOperation(step)}`);
  const members = [
    `  "snapshot": ${JSON.stringify({ seq, project })},\n`,
    history.length === 0 ? '  "history": [],\n' : `  "history": [\n${history.join(',\n')}\n  ],\n`,
  ];
  const apart: Apart = { spans: [], relations: [] };
  let held = encoder.encode(`{\n${members.join('')}`);
  let isFirst = true;
  for await (const piece of datasetBytes(head, datasetArticles(contents.articles, apart))) {
    if (held.length > 0) yield held;
    // The dataset's own opening brace and line end are written already.
    held = isFirst ? piece.subarray(openingLength) : piece;
    isFirst = false;
  }
  if (apart.spans.length === 0) {
    yield held;
    return;
  }
  // The closing brace makes room for one more member.
  yield held.subarray(0, held.length - closing.length);
  yield encoder.encode(`,\n  "apart": ${JSON.stringify(apart)}${closing}`);
}

/** What a snapshot read back holds. Articles are made one at a time. */
export interface ReadSnapshot {
  readonly seq: number;
  readonly project: Project;
  readonly history: readonly HistoryItem[];
  readonly articles: Iterable<AnnotatedArticle>;
}

/** Reads a snapshot; fails with a clause that says why, when it is not exactly what was written. */
export function readSnapshot(bytes: Uint8Array): Result<ReadSnapshot, string> {
  const outline = outlineOf(bytes, { start: 0, end: bytes.length }, ['history']);
  const place = outline.ok ? outline.value.members.get('snapshot') : undefined;
  const head = headSchema.safeParse(place === undefined ? undefined : JSON.parse(textAt(bytes, place)));
  const dataset = readDataset({ name: 'snapshot', bytes });
  if (!outline.ok || !head.success || !dataset.ok) return failure('it is not a snapshot');
  if (dataset.value.faults.length > 0) return failure('annotations in it do not fit their text');
  const history: HistoryItem[] = [];
  for (const range of outline.value.lists.get('history') ?? []) {
    const item = historyItem(textAt(bytes, range));
    if (item === undefined) return failure('its history cannot be read');
    history.push(item);
  }
  const apartPlace = outline.value.members.get('apart');
  const apart = apartSchema.safeParse(
    apartPlace === undefined ? { spans: [], relations: [] } : JSON.parse(textAt(bytes, apartPlace)),
  );
  if (!apart.success) return failure('what it holds apart cannot be read');
  const { articles } = dataset.value.dataset;
  const { seq, project } = head.data;
  return success({
    seq,
    project,
    history,
    articles: {
      *[Symbol.iterator]() {
        for (const article of articles) {
          yield withApart(annotatedArticle(article, project.createdAt), apart.data);
        }
      },
    },
  });
}

async function* datasetArticles(articles: SnapshotContents['articles'], apart: Apart) {
  const spanIds = new Set<Identifier>();
  const relationIds = new Set<Identifier>();
  for await (const { record, body, spans, relations } of articles) {
    const without = new Set<Identifier>();
    const kept = spans.ordered.filter((span) => {
      const fits = isNew(span, spanIds) && checkSpan(body.text, span).status === 'anchored';
      if (!fits) without.add(span.id);
      return fits;
    });
    const whole = [...relations.values()].filter(
      (relation) => isNew(relation, relationIds) && !without.has(relation.from) && !without.has(relation.to),
    );
    apart.spans.push(...spans.ordered.filter(({ id }) => without.has(id)));
    apart.relations.push(...[...relations.values()].filter((relation) => !whole.includes(relation)));
    yield datasetArticle({ record, body, spans: kept, relations: whole });
  }
}

/** JSON writes halves of surrogate pairs, and only them, in this way; UTF-8 has no other. */
const surrogateHalf = /\\ud[89a-f]/;

function isNew(item: Span | Relation, seen: Set<Identifier>): boolean {
  if (seen.has(item.id) || surrogateHalf.test(JSON.stringify(item))) return false;
  seen.add(item.id);
  return true;
}

function withApart(article: AnnotatedArticle, apart: Apart): AnnotatedArticle {
  const mine = ({ articleId }: { readonly articleId: Identifier }) => articleId === article.record.id;
  return {
    ...article,
    spans: [...article.spans, ...apart.spans.filter(mine)],
    relations: [...article.relations, ...apart.relations.filter(mine)],
  };
}

function withoutOperation({ seq, label, undoes, redoes }: LogStep): string {
  return JSON.stringify({ seq, label, undoes, redoes, operation: null });
}

function historyItem(json: string): HistoryItem | undefined {
  const value: unknown = JSON.parse(json);
  const entry = logEntrySchema.safeParse(value);
  if (entry.success) return { step: stepOf(entry.data), json };
  const step = stepSchema.safeParse(value);
  if (!step.success) return undefined;
  return { step: { ...stepOf(step.data), withoutOperation: true }, json: undefined };
}

function stepOf(step: {
  readonly seq: number;
  readonly label: string;
  readonly undoes?: number | undefined;
  readonly redoes?: number | undefined;
}): LogStep {
  const { seq, label, undoes, redoes } = step;
  return {
    seq,
    label,
    ...(undoes === undefined ? {} : { undoes }),
    ...(redoes === undefined ? {} : { redoes }),
  };
}

function textAt(bytes: Uint8Array, { start, end }: ByteRange): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
