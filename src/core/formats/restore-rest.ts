import type { Dataset, DatasetArticle, DatasetHead, DatasetRelation } from './dataset-schema.ts';
import { everything, type Holdings } from './holdings.ts';
import { reduceArticle } from './reduce-dataset.ts';
import { RestoredSpans } from './restore-spans.ts';
import { freeId, restored, restoredMembers } from './restored-parts.ts';

/**
 * A dataset as another program gave it back, with all that its format cannot hold put back from the whole of which it was written. What was added, changed and removed
 * there stays so; an article whose text was changed is as it was given.
 * @param holds what the format of `given` can hold
 */
export function restoreRest(given: Dataset, whole: Dataset, holds: Holdings): Dataset {
  if (holds === everything) return given;
  const waiting = new Map<string, DatasetArticle[]>();
  for (const article of whole.articles) {
    const key = comparable(reduceArticle(article, holds).text, holds);
    waiting.set(key, [...(waiting.get(key) ?? []), article]);
  }
  const articles = given.articles.map((article) => {
    const alike = waiting.get(comparable(article.text, holds)) ?? [];
    const at = Math.max(
      0,
      alike.findIndex(({ id }) => id === article.id),
    );
    const [found] = alike.splice(at, 1);
    return found === undefined ? article : restoredArticle(article, found, holds);
  });
  return { ...given, ...restoredHead(given, whole), articles };
}

/** Equal for texts that the format cannot tell apart. */
function comparable(text: string, { exactText }: Holdings): string {
  return exactText ? text : text.replace(/\s+/gu, '');
}

/** The head of the whole, with the tags and relation types that were added. */
function restoredHead(given: DatasetHead, whole: DatasetHead): Partial<DatasetHead> {
  const { project, annotators, entities, tagSet } = whole;
  return {
    ...(project !== undefined && { project }),
    annotators: united(annotators, given.annotators),
    entities: united(entities, given.entities),
    tagSet: {
      ...tagSet,
      tags: united(tagSet?.tags, given.tagSet?.tags),
      relationTypes: united(tagSet?.relationTypes, given.tagSet?.relationTypes),
    },
  };
}

function united<Item extends { readonly id: string }>(
  first: readonly Item[] = [],
  second: readonly Item[] = [],
): Item[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}

function restoredArticle(given: DatasetArticle, whole: DatasetArticle, holds: Holdings): DatasetArticle {
  const written = reduceArticle(whole, holds);
  const spans = new RestoredSpans(given, whole, written, holds);
  return {
    ...whole,
    ...(given.title !== undefined &&
      holds.titles && { title: restored(whole.title, written.title, given.title) }),
    ...(holds.metadata !== false && {
      metadata: restoredMembers(whole.metadata, written.metadata, given.metadata),
    }),
    ...(holds.articleWork && {
      state: restored(whole.state ?? 'todo', written.state ?? 'todo', given.state ?? 'todo'),
      note: restored(whole.note ?? '', written.note ?? '', given.note ?? ''),
      labels: restored(whole.labels ?? [], written.labels ?? [], given.labels ?? []),
      position: restored(whole.position ?? null, written.position ?? null, given.position ?? null),
    }),
    spans: [...spans.spans],
    relations: restoredRelations(given, whole, written, holds, spans),
  };
}

function restoredRelations(
  given: DatasetArticle,
  whole: DatasetArticle,
  base: DatasetArticle,
  holds: Holdings,
  { spans, idOf }: RestoredSpans,
): DatasetRelation[] {
  const there = new Set(spans.map(({ id }) => id));
  const added = (given.relations ?? []).map((relation) => ({
    ...relation,
    from: idOf(relation.from),
    to: idOf(relation.to),
  }));
  const written = new Map((base.relations ?? []).map((relation) => [relation.id, relation]));
  const kept = (whole.relations ?? []).flatMap((relation): DatasetRelation[] => {
    if (!there.has(relation.from) || !there.has(relation.to)) return [];
    const reduced = written.get(relation.id);
    if (!holds.relations || reduced === undefined) return [relation];
    const at = added.findIndex(
      ({ type, from, to }) => type === relation.type && from === relation.from && to === relation.to,
    );
    const [back] = at === -1 ? [] : added.splice(at, 1);
    if (back === undefined) return [];
    const attributes = restoredMembers(relation.attributes, reduced.attributes, back.attributes);
    return [{ ...relation, ...(holds.relationAttributes !== false && { attributes }) }];
  });
  const taken = new Set(kept.map(({ id }) => id));
  return [...kept, ...added.map((relation) => ({ ...relation, id: freeId(relation.id, taken) }))];
}
