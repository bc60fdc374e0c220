import { placeOf } from '../model/block.ts';
import type { Entity } from '../model/entity.ts';
import type { Identifier, Timestamp } from '../model/identifier.ts';
import type { Annotator, Project } from '../model/project.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { defaultTagSet, type TagSet, tagById } from '../model/tag-set.ts';
import type { ProjectState } from '../operations/project-state.ts';
import { deriveBlocks } from '../text/blocks.ts';
import { countWords } from '../text/count-words.ts';
import { directionOf } from '../text/direction.ts';
import { CodePointMap } from '../text/offsets.ts';
import { titleOf } from '../text/title.ts';
import { type AnnotatedArticle, articleStateOf } from './annotated-article.ts';
import {
  type Dataset,
  type DatasetArticle,
  type DatasetEntity,
  type DatasetRelationType,
  type DatasetSpan,
  type DatasetTag,
  datasetFormat,
} from './dataset-schema.ts';
import { Sha256 } from './sha256.ts';
import { completeRelationType, completeTag } from './tag-defaults.ts';

/** Whoever made spans that name nobody. */
export const unknownAnnotator: Annotator = { id: 'unknown', name: 'Unknown' };

/** What a dataset's reader gives where the dataset says nothing. */
export interface Filling {
  readonly now: Timestamp;
  /** Id for a project that brings none. */
  readonly projectId: Identifier;
}

/** What a dataset's project is made of, before it becomes a state or is merged into one. */
export interface IncomingProject {
  readonly project: Project;
  readonly articles: readonly AnnotatedArticle[];
}

/**
 * The project that a dataset describes; what the dataset leaves out is filled in (see each part below).
 * @param dataset one that `readDataset` or `exportDataset` made: its offsets are trusted.
 */
export function incomingProject(dataset: Dataset, { now, projectId }: Filling): IncomingProject {
  const { project } = dataset;
  return {
    project: {
      id: project?.id ?? projectId,
      name: project?.name ?? 'Imported project',
      tagSet: tagSetOf(dataset),
      annotators: annotatorsOf(dataset),
      entities: (dataset.entities ?? []).map((entity) => completeEntity(entity, now)),
      createdAt: project?.createdAt ?? now,
    },
    articles: dataset.articles.map((article) => annotatedArticle(article, now)),
  };
}

/** The same as a state in memory. */
export function datasetToState(dataset: Dataset, filling: Filling): ProjectState {
  const { project, articles } = incomingProject(dataset, filling);
  return {
    project,
    articles: new Map(articles.map((article) => [article.record.id, articleStateOf(article)])),
  };
}

/** An article of a dataset with offsets in UTF-16 units. Counts are made anew; blocks only where the dataset has none. */
export function annotatedArticle(article: DatasetArticle, now: Timestamp): AnnotatedArticle {
  const { id, text, source, createdAt = now } = article;
  const map = CodePointMap.of(text);
  const utf8 =
    source?.sha256 === undefined || source.byteLength === undefined
      ? new TextEncoder().encode(text)
      : undefined;
  return {
    record: {
      id,
      title: article.title ?? titleOf(text),
      source: {
        fileName: source?.fileName ?? '',
        sha256: source?.sha256 ?? Sha256.of(utf8 ?? new Uint8Array()),
        encoding: source?.encoding ?? 'utf-8',
        byteLength: source?.byteLength ?? utf8?.length ?? 0,
        reader: source?.reader ?? 'dataset',
        byteOrderMark: source?.byteOrderMark ?? false,
        replacements: source?.replacements ?? 0,
      },
      direction: article.direction ?? directionOf(text),
      textLength: text.length,
      wordCount: countWords(text),
      metadata: article.metadata ?? {},
      versionOf: article.versionOf ?? null,
      createdAt,
      updatedAt: article.updatedAt ?? createdAt,
      trashedAt: article.trashedAt ?? null,
      state: article.state ?? 'todo',
      note: article.note ?? '',
      labels: article.labels ?? [],
      position: article.position ?? null,
      refused: (article.refused ?? []).map(({ tag, words, rule, confidence, at }) => {
        return { tag, words, rule, confidence, at };
      }),
    },
    body: {
      text,
      blocks:
        article.blocks?.map((block) => ({
          kind: block.kind,
          start: map.toUtf16(block.start),
          end: map.toUtf16(block.end),
          ...placeOf(block),
        })) ?? deriveBlocks(text),
    },
    spans: (article.spans ?? []).map((span) => spanOf(span, id, map, now)),
    relations: (article.relations ?? []).map(({ id: relationId, type, from, to, ...made }): Relation => {
      return { id: relationId, articleId: id, type, from, to, ...authorshipOf(made, now) };
    }),
  };
}

function spanOf(span: DatasetSpan, articleId: Identifier, map: CodePointMap, now: Timestamp): Span {
  const fragments = span.fragments ?? [{ start: span.start, end: span.end }];
  return {
    id: span.id,
    articleId,
    tag: span.tag,
    fragments: fragments.map(({ start, end }) => ({ start: map.toUtf16(start), end: map.toUtf16(end) })),
    quote: span.text,
    note: span.note ?? '',
    flagged: span.flagged ?? false,
    ...authorshipOf(span, now),
  };
}

type Authorship = Pick<DatasetSpan, 'attributes' | 'annotator' | 'origin' | 'createdAt' | 'updatedAt'>;

function authorshipOf({ attributes, annotator, origin, createdAt, updatedAt }: Authorship, now: Timestamp) {
  return {
    attributes: attributes ?? {},
    annotator: annotator ?? unknownAnnotator.id,
    origin: origin ?? `import:${datasetFormat}`,
    createdAt: createdAt ?? now,
    updatedAt: updatedAt ?? createdAt ?? now,
  };
}

/** An entity with everything that a dataset may leave out. */
function completeEntity(entity: DatasetEntity, now: Timestamp): Entity {
  const { id, name, createdAt = now } = entity;
  return {
    id,
    kind: entity.kind ?? 'other',
    name,
    role: entity.role ?? '',
    aliases: entity.aliases ?? [],
    anonymous: entity.anonymous ?? false,
    note: entity.note ?? '',
    createdAt,
    updatedAt: entity.updatedAt ?? createdAt,
  };
}

/** The dataset's annotators, and those whom spans and relations name beside them; never empty. */
function annotatorsOf(dataset: Dataset): Annotator[] {
  const annotators = new Map((dataset.annotators ?? []).map(({ id, name }) => [id, { id, name }]));
  for (const { spans = [], relations = [] } of dataset.articles) {
    for (const { annotator: id = unknownAnnotator.id } of [...spans, ...relations]) {
      if (!annotators.has(id))
        annotators.set(id, id === unknownAnnotator.id ? unknownAnnotator : { id, name: id });
    }
  }
  return annotators.size > 0 ? [...annotators.values()] : [unknownAnnotator];
}

/** The dataset's tag set, and the tags and relation types that are used without standing in it. */
function tagSetOf(dataset: Dataset): TagSet {
  // A dataset that defines nothing says nothing against the default tags and relation types.
  const given = dataset.tagSet?.tags ?? [];
  const defined: readonly DatasetTag[] = given.length === 0 ? defaultTagSet.tags : given;
  const tags = new Map(defined.map((tag) => [tag.id, tag]));
  const givenTypes = dataset.tagSet?.relationTypes ?? [];
  const definedTypes: readonly DatasetRelationType[] =
    given.length === 0 && givenTypes.length === 0 ? defaultTagSet.relationTypes : givenTypes;
  const types = new Map(definedTypes.map((type) => [type.id, type]));
  const ends = new Map<Identifier, { from: Set<Identifier>; to: Set<Identifier> }>();
  for (const { spans = [], relations = [] } of dataset.articles) {
    const tagOf = new Map(spans.map(({ id, tag }) => [id, tag]));
    for (const { tag } of spans)
      if (!tags.has(tag)) tags.set(tag, { id: tag, name: tagById(defaultTagSet, tag)?.name ?? tag });
    for (const { type, from, to } of relations) {
      if (!types.has(type)) types.set(type, { id: type });
      const seen = ends.get(type) ?? { from: new Set(), to: new Set() };
      seen.from.add(tagOf.get(from) ?? '');
      seen.to.add(tagOf.get(to) ?? '');
      ends.set(type, seen);
    }
  }
  return {
    tags: [...tags.values()].map(completeTag),
    relationTypes: [...types.values()].map((type) => completeRelationType(type, ends.get(type.id))),
  };
}
