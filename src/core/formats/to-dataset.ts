import { placeOf } from '../model/block.ts';
import type { Entity } from '../model/entity.ts';
import { type Fragment, quoteOf } from '../model/fragment.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { ProjectState } from '../operations/project-state.ts';
import { CodePointMap } from '../text/offsets.ts';
import { type AnnotatedArticle, annotatedArticleOf } from './annotated-article.ts';
import {
  type Dataset,
  type DatasetArticle,
  type DatasetEntity,
  type DatasetHead,
  type DatasetRelation,
  type DatasetSpan,
  datasetFormat,
  datasetVersion,
} from './dataset-schema.ts';

/**
 * What of a project goes into a dataset. `snapshot` is everything, so that the very same project can be made of it again. `handOver` is what others get:
 * no trash, no project id, and only those annotators who made something in it; `articles` names the ones wanted, else all.
 */
export type DatasetScope =
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'handOver'; readonly articles?: readonly Identifier[] };

/** The dataset of a project, articles in the project's order. */
export function exportDataset(state: ProjectState, scope: DatasetScope): Dataset {
  const wanted =
    scope.kind === 'handOver' && scope.articles !== undefined ? new Set(scope.articles) : undefined;
  const articles = [...state.articles.values()]
    .filter(
      ({ record }) =>
        scope.kind === 'snapshot' || (record.trashedAt === null && (wanted?.has(record.id) ?? true)),
    )
    .map((article) => annotatedArticleOf(article));
  const head = datasetHead(state.project, scope, mentionedIn(articles));
  return { ...head, articles: articles.map(datasetArticle) };
}

/** Ids that these articles' annotations mention: of those who made them, and of entities. */
export function mentionedIn(
  articles: Iterable<Pick<AnnotatedArticle, 'spans' | 'relations'>>,
): ReadonlySet<Identifier> {
  const ids = new Set<Identifier>();
  for (const { spans, relations } of articles) {
    for (const { annotator, attributes } of spans) {
      ids.add(annotator);
      for (const value of Object.values(attributes)) if (typeof value === 'string') ids.add(value);
    }
    for (const { annotator } of relations) ids.add(annotator);
  }
  return ids;
}

/** A dataset's head. @param mentioned ids of the annotators and entities that a hand-over names. */
export function datasetHead(
  project: Project,
  scope: Pick<DatasetScope, 'kind'>,
  mentioned: ReadonlySet<Identifier>,
): DatasetHead {
  const { id, name, createdAt, annotators, entities, tagSet } = project;
  const whole = scope.kind === 'snapshot';
  return {
    format: datasetFormat,
    version: datasetVersion,
    offsetUnit: 'codePoint',
    project: { ...(whole && { id }), name, createdAt },
    annotators: annotators
      .filter((annotator) => whole || mentioned.has(annotator.id))
      .map((a) => ({ id: a.id, name: a.name })),
    entities: entities.filter((entity) => whole || mentioned.has(entity.id)).map(datasetEntity),
    tagSet: {
      tags: tagSet.tags.map(({ id, name, key, mark, colour: { light, dark }, guideline, ...more }) => ({
        id,
        name,
        key,
        mark,
        colour: { light, dark },
        guideline,
        examples: more.examples,
        attributes: more.attributes.map((definition) => ({
          id: definition.id,
          name: definition.name,
          type: definition.type,
          options: definition.options.map((option) => ({ id: option.id, name: option.name })),
        })),
      })),
      relationTypes: tagSet.relationTypes.map(({ id, name, from, to }) => ({ id, name, from, to })),
    },
  };
}

/** An article as it stands in a dataset: offsets in code points, keys in a fixed order, relations in the order in which they were made. */
export function datasetArticle({ record, body, spans, relations }: AnnotatedArticle): DatasetArticle {
  const map = CodePointMap.of(body.text);
  const toCodePoints = ({ start, end }: Fragment): Fragment => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
  });
  const { fileName, sha256, encoding, byteLength, reader, byteOrderMark, replacements } = record.source;
  return {
    id: record.id,
    title: record.title,
    source: { fileName, sha256, encoding, byteLength, reader, byteOrderMark, replacements },
    direction: record.direction,
    metadata: record.metadata,
    versionOf: record.versionOf,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    trashedAt: record.trashedAt,
    state: record.state,
    note: record.note,
    labels: record.labels,
    position: record.position,
    ...(record.refused.length > 0 && {
      refused: record.refused.map(({ tag, words, rule, confidence, at }) => {
        return { tag, words, rule, confidence, at };
      }),
    }),
    text: body.text,
    blocks: body.blocks.map((block) => ({ kind: block.kind, ...toCodePoints(block), ...placeOf(block) })),
    spans: spans.map((span) => datasetSpan(span, body.text, toCodePoints)),
    relations: [...relations].sort(byMaking).map(datasetRelation),
  };
}

function datasetEntity(entity: Entity): DatasetEntity {
  const { id, kind, name, role, aliases, anonymous, note, createdAt, updatedAt } = entity;
  return { id, kind, name, role, aliases, anonymous, note, createdAt, updatedAt };
}

function datasetSpan(span: Span, text: string, toCodePoints: (fragment: Fragment) => Fragment): DatasetSpan {
  const fragments = span.fragments.map(toCodePoints);
  return {
    id: span.id,
    tag: span.tag,
    start: fragments[0]?.start ?? 0,
    end: fragments.at(-1)?.end ?? 0,
    text: quoteOf(text, span.fragments),
    ...(fragments.length > 1 && { fragments }),
    attributes: span.attributes,
    note: span.note,
    flagged: span.flagged,
    annotator: span.annotator,
    origin: span.origin,
    createdAt: span.createdAt,
    updatedAt: span.updatedAt,
  };
}

function datasetRelation(relation: Relation): DatasetRelation {
  const { id, type, from, to, attributes, annotator, origin, createdAt, updatedAt } = relation;
  return { id, type, from, to, attributes, annotator, origin, createdAt, updatedAt };
}

function byMaking(a: Relation, b: Relation): number {
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
