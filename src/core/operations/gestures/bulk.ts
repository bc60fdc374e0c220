import type { Fragment } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { type Tag, type TagSet, tagById } from '../../model/tag-set.ts';
import { type Change, changesOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { mayLink } from './link-spans.ts';
import { type AttributeSetting, setAttributes } from './set-attribute.ts';

/** What one change made to many spans of an article comes to. The changes of several articles, one after the other, are one operation. */
export interface BulkChanges {
  readonly changes: readonly Change[];
  /** How many spans are changed, and how many stay as they are: they are so already, or cannot be so. */
  readonly changed: number;
  readonly skipped: number;
}

/**
 * Gives spans another tag. Relations that the new tags do not allow go; a span that would be the twin of another with that tag stays as it is.
 * @param spans spans of the article, each once.
 */
export function retagAll(
  article: ArticleState,
  spans: readonly Span[],
  tag: Tag,
  tagSet: TagSet,
  by: Authorship,
): BulkChanges {
  const taken = new Set(
    article.spans.ordered.filter((span) => span.tag === tag.id).map(({ fragments }) => keyOf(fragments)),
  );
  const after = new Map<Identifier, Span>();
  const updates: Change[] = [];
  for (const before of spans) {
    const key = keyOf(before.fragments);
    if (before.tag === tag.id || taken.has(key)) continue;
    taken.add(key);
    const span = { ...before, tag: tag.id, updatedAt: by.now };
    after.set(span.id, span);
    updates.push({ type: 'span.update', before, after: span });
  }
  const ofSpan = (id: Identifier) => after.get(id) ?? article.spans.get(id);
  const broken = relationsAt(article, after).filter(({ type, from, to }) => {
    const [a, b] = [ofSpan(from), ofSpan(to)];
    return a === undefined || b === undefined || !mayLink(tagSet, type, a, b);
  });
  return bulk([...broken.map(removal), ...updates], updates.length, spans.length);
}

/** Deletes spans and the relations that hold on to them. */
export function deleteAll(article: ArticleState, spans: readonly Span[]): BulkChanges {
  const gone = new Map(spans.map((span) => [span.id, span]));
  const removals = spans.map((span): Change => ({ type: 'span.remove', span }));
  return bulk([...relationsAt(article, gone).map(removal), ...removals], spans.length, spans.length);
}

/** Flags spans for discussion, or takes their flags off. */
export function flagAll(spans: readonly Span[], flagged: boolean, by: Authorship): BulkChanges {
  const changes = spans
    .filter((span) => span.flagged !== flagged)
    .map(
      (before): Change => ({ type: 'span.update', before, after: { ...before, flagged, updatedAt: by.now } }),
    );
  return bulk(changes, changes.length, spans.length);
}

/** Says the same of all spans whose tag has such an attribute; the others stay as they are, as do those that cannot have the value. */
export function setAttributeOfAll(
  spans: readonly Span[],
  tagSet: TagSet,
  setting: AttributeSetting,
  by: Authorship,
): BulkChanges {
  const changes = spans
    .filter(({ tag }) => hasAttribute(tagSet, tag, setting))
    .flatMap((span) => {
      const result = setAttributes([span], [setting], 'set', by);
      return result.ok ? changesOf(result.value.operation) : [];
    });
  return bulk(changes, changes.length, spans.length);
}

function hasAttribute(tagSet: TagSet, tag: Identifier, { definition }: AttributeSetting): boolean {
  const attributes = tagById(tagSet, tag)?.attributes ?? [];
  return attributes.some(({ id, type }) => id === definition.id && type === definition.type);
}

function bulk(changes: readonly Change[], changed: number, all: number): BulkChanges {
  return { changes, changed, skipped: all - changed };
}

function relationsAt(article: ArticleState, spans: ReadonlyMap<Identifier, Span>): Relation[] {
  return [...article.relations.values()].filter(({ from, to }) => spans.has(from) || spans.has(to));
}

function removal(relation: Relation): Change {
  return { type: 'relation.remove', relation };
}

function keyOf(fragments: readonly Fragment[]): string {
  return fragments.map(({ start, end }) => `${start}-${end}`).join();
}
