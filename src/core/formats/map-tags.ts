import type { Attributes } from '../model/attribute-value.ts';
import type { Identifier } from '../model/identifier.ts';
import type { RelationType, TagSet } from '../model/tag-set.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import type { IncomingProject } from './from-dataset.ts';

/** What becomes of a tag, relation type or attribute of a dataset: the id of the project's that takes its place, or null where its spans, relations or values stay out. */
export type KindMapping = Readonly<Record<Identifier, Identifier | null>>;

/** What becomes of the tags, relation types and attributes of spans of a dataset; those that are not named come in as they are. */
export interface TagMapping {
  readonly tags: KindMapping;
  readonly relationTypes: KindMapping;
  readonly attributes: KindMapping;
}

/** A tag, relation type or attribute of a dataset that the project does not have. */
export interface ForeignKind {
  readonly id: Identifier;
  readonly name: string;
  /** How many spans, or relations, have it. */
  readonly count: number;
  /** The project's own of the same name, whatever its case. */
  readonly namesake: Identifier | undefined;
}

/** The kinds of things in use in a dataset that a project's tag set has not by their ids, the most used first. */
export function foreignKinds(
  { project, articles }: IncomingProject,
  here: TagSet,
): Readonly<Record<keyof TagMapping, readonly ForeignKind[]>> {
  const tags = new Map<Identifier, number>();
  const types = new Map<Identifier, number>();
  const attributes = new Map<Identifier, number>();
  const add = (counts: Map<Identifier, number>, id: Identifier) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { spans, relations } of articles) {
    for (const { type } of relations) add(types, type);
    for (const span of spans) {
      add(tags, span.tag);
      for (const id of Object.keys(span.attributes)) add(attributes, id);
    }
  }
  return {
    tags: foreign(tags, project.tagSet.tags, here.tags),
    relationTypes: foreign(types, project.tagSet.relationTypes, here.relationTypes),
    attributes: foreign(attributes, attributesOf(project.tagSet), attributesOf(here)),
  };
}

/** The attributes of all tags of a tag set, each once. */
export function attributesOf({ tags }: TagSet): readonly Kind[] {
  return [...new Map(tags.flatMap((tag) => tag.attributes.map((each) => [each.id, each]))).values()];
}

interface Kind {
  readonly id: Identifier;
  readonly name: string;
}

function foreign(
  counts: ReadonlyMap<Identifier, number>,
  theirs: readonly Kind[],
  ours: readonly Kind[],
): readonly ForeignKind[] {
  const known = new Set(ours.map(({ id }) => id));
  const nameOf = new Map(theirs.map(({ id, name }) => [id, name]));
  return [...counts]
    .filter(([id]) => !known.has(id))
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => {
      const name = nameOf.get(id) ?? id;
      const same = (other: string) => [id, name].some((own) => own.toLowerCase() === other.toLowerCase());
      return { id, name, count, namesake: ours.find((kind) => same(kind.id) || same(kind.name))?.id };
    });
}

/** The dataset with its tags, relation types and attributes as the mapping has them. What stays out takes the relations that lead to it along. */
export function mapTags(incoming: IncomingProject, mapping: TagMapping): IncomingProject {
  const { tags, relationTypes } = mapping;
  if (Object.values(mapping).every((kind) => Object.keys(kind).length === 0)) return incoming;
  const { tagSet } = incoming.project;
  const mapEnds = (ends: readonly Identifier[]) => [...new Set(ends.flatMap((id) => kept(mapped(tags, id))))];
  const isKept = ({ id }: Kind, kinds: KindMapping) => mapped(kinds, id) === id;
  return {
    project: {
      ...incoming.project,
      tagSet: {
        tags: tagSet.tags.filter((tag) => isKept(tag, tags)),
        relationTypes: tagSet.relationTypes
          .filter((type) => isKept(type, relationTypes))
          .map((type): RelationType => ({ ...type, from: mapEnds(type.from), to: mapEnds(type.to) }))
          // What linked only tags that stay out can link nothing any more.
          .filter(({ from, to }) => from.length > 0 && to.length > 0),
      },
    },
    articles: incoming.articles.map((article) => mapArticle(article, mapping)),
  };
}

function mapArticle(
  article: AnnotatedArticle,
  { tags, relationTypes, attributes }: TagMapping,
): AnnotatedArticle {
  const spans = article.spans.flatMap((span) =>
    kept(mapped(tags, span.tag)).map((tag) => ({
      ...span,
      tag,
      attributes: mapAttributes(span.attributes, attributes),
    })),
  );
  const there = new Set(spans.map(({ id }) => id));
  const relations = article.relations.flatMap((relation) =>
    there.has(relation.from) && there.has(relation.to)
      ? kept(mapped(relationTypes, relation.type)).map((type) => ({ ...relation, type }))
      : [],
  );
  return { ...article, spans, relations };
}

/** A value that the span has under its new id already stays. */
function mapAttributes(attributes: Attributes, mapping: KindMapping): Attributes {
  const entries = Object.entries(attributes);
  const own = entries.filter(([id]) => mapped(mapping, id) === id);
  const others = entries.flatMap(([id, value]) => {
    const to = mapped(mapping, id);
    return to === id || to === null || Object.hasOwn(attributes, to) ? [] : [[to, value] as const];
  });
  return Object.fromEntries([...own, ...others]);
}

function mapped(mapping: KindMapping, id: Identifier): Identifier | null {
  const to = Object.hasOwn(mapping, id) ? mapping[id] : undefined;
  return to === undefined ? id : to;
}

function kept(id: Identifier | null): Identifier[] {
  return id === null ? [] : [id];
}
