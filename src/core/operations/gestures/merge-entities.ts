import { tidyAliases } from '../../cast/entity-names.ts';
import type { Entity } from '../../model/entity.ts';
import type { Identifier } from '../../model/identifier.ts';
import { entityAttribute } from '../../model/known-attributes.ts';
import type { Span } from '../../model/span.ts';
import { type Change, operationOf } from '../operation.ts';
import { assignEntity, pointTo } from './assign-entity.ts';
import type { Authorship } from './authorship.ts';
import { type EntityFacts, newEntity } from './change-cast.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/**
 * Makes one entity of two: `from` leaves the cast, its names become aliases of `into`, its spans stand for `into`. What only `from` says (role, note)
 * is kept; where both say something, `into` is right.
 * @param spans all that stand for `from`, of any article.
 */
export function mergeEntities(
  cast: readonly Entity[],
  from: Entity,
  into: Entity,
  spans: readonly Span[],
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  const at = cast.findIndex(({ id }) => id === from.id);
  if (at === -1 || !cast.some(({ id }) => id === into.id)) {
    return refused('missing', 'One of the two is not in the cast.');
  }
  if (from.id === into.id) return refused('not-allowed', 'Choose somebody else to merge with.');
  const merged: Entity = {
    ...into,
    aliases: tidyAliases(into.name, [...into.aliases, from.name, ...from.aliases]),
    role: into.role === '' ? from.role : into.role,
    note: [into.note, from.note].filter((note) => note.trim() !== '').join('\n\n'),
    anonymous: into.anonymous && from.anonymous,
    updatedAt: by.now,
  };
  const changes: Change[] = [
    { type: 'entity.update', before: into, after: merged },
    ...spans.map((span) => pointTo(span, into.id, entityAttribute, by)),
    { type: 'entity.remove', entity: from, at },
  ];
  return done(operationOf(changes), `merge ${from.name} into ${into.name}`, current);
}

/** Makes a new entity of some of the spans that stand for another one. */
export function splitEntity(
  cast: readonly Entity[],
  spans: readonly Span[],
  facts: EntityFacts,
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  if (spans.length === 0)
    return refused('nothing-selected', 'Tick the mentions that are somebody else first.');
  const entity = newEntity(facts, by);
  if (entity === undefined) return refused('not-allowed', 'A name has at least one character.');
  const result = assignEntity({ spans, entity, cast }, by, current);
  if (!result.ok) return result;
  return done(result.value.operation, `split off ${entity.name}`, current);
}
