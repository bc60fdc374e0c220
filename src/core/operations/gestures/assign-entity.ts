import { nameKey, namesOf, tidyAliases } from '../../cast/entity-names.ts';
import { looksLikeName } from '../../cast/name-likeness.ts';
import type { Entity } from '../../model/entity.ts';
import type { Identifier } from '../../model/identifier.ts';
import { entityAttribute } from '../../model/known-attributes.ts';
import type { Span } from '../../model/span.ts';
import { type Change, operationOf } from '../operation.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';

export interface Assignment {
  /** Of any articles. */
  readonly spans: readonly Span[];
  /** A member of the cast, or one that joins it in the same step. */
  readonly entity: Entity;
  readonly cast: readonly Entity[];
  /** Which attribute of the spans names the entity; `entity` when left out. */
  readonly attribute?: Identifier;
}

/**
 * Says that spans stand for an entity, which joins the cast when it is not in it. Words that look like a name become its aliases: they will be
 * recognised. Pronouns and descriptions ("he", "the ministry") do not: elsewhere they stand for somebody else.
 */
export function assignEntity(
  { spans, entity, cast, attribute = entityAttribute }: Assignment,
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  const changed = spans.filter((span) => span.attributes[attribute] !== entity.id);
  const known = cast.find(({ id }) => id === entity.id);
  if (changed.length === 0 && known !== undefined) {
    return refused('unchanged', `This stands for ${entity.name} already.`);
  }
  const changes: Change[] = changed.map((before) => pointTo(before, entity.id, attribute, by));
  const learned = withAliases(known ?? entity, changed);
  if (known === undefined) changes.unshift({ type: 'entity.add', entity: learned, at: cast.length });
  else if (learned !== known) {
    changes.unshift({ type: 'entity.update', before: known, after: { ...learned, updatedAt: by.now } });
  }
  return done(operationOf(changes), `assign ${entity.name}`, current);
}

/** Says that spans stand for nobody any more. */
export function unassignEntity(
  spans: readonly Span[],
  by: Authorship,
  current: Identifier | null,
  attribute: Identifier = entityAttribute,
): GestureResult {
  const assigned = spans.filter((span) => Object.hasOwn(span.attributes, attribute));
  if (assigned.length === 0) return refused('unchanged', 'This stands for nobody in the cast.');
  const changes = assigned.map((span) => clearEntity(span, by, attribute));
  return done(operationOf(changes), 'clear who it is', current);
}

/** The span, said to stand for that entity. */
export function pointTo(
  before: Span,
  entity: Identifier,
  attribute: Identifier,
  by: Authorship,
): Change & { type: 'span.update' } {
  const after: Span = {
    ...before,
    attributes: { ...before.attributes, [attribute]: entity },
    updatedAt: by.now,
  };
  return { type: 'span.update', before, after };
}

/** The span, said to stand for nobody. */
export function clearEntity(before: Span, by: Authorship, attribute: Identifier = entityAttribute): Change {
  const { [attribute]: _cleared, ...attributes } = before.attributes;
  return { type: 'span.update', before, after: { ...before, attributes, updatedAt: by.now } };
}

/** The entity that has learned the words of spans as its aliases; the same one when there is nothing to learn. */
function withAliases(entity: Entity, spans: readonly Span[]): Entity {
  const names = new Set(namesOf(entity));
  const fresh = spans
    .map(({ quote }) => quote)
    .filter((quote) => looksLikeName(quote) && !names.has(nameKey(quote)));
  if (fresh.length === 0) return entity;
  const aliases = tidyAliases(entity.name, [...entity.aliases, ...fresh.map(withoutPossessive)]);
  return aliases.length === entity.aliases.length ? entity : { ...entity, aliases };
}

function withoutPossessive(words: string): string {
  return words.replace(/['’]s$/u, '');
}
