import type { Entity } from '../../core/model/entity.ts';
import type { Identifier } from '../../core/model/identifier.ts';

const known = new WeakMap<readonly Entity[], ReadonlyMap<Identifier, Entity>>();

/** The members of a cast by their ids. The same map for the same cast. */
export function castById(cast: readonly Entity[]): ReadonlyMap<Identifier, Entity> {
  const found = known.get(cast) ?? new Map(cast.map((entity) => [entity.id, entity]));
  known.set(cast, found);
  return found;
}
