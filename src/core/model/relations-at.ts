import type { Identifier } from './identifier.ts';
import type { Relation } from './relation.ts';

const none: readonly Relation[] = [];
const lookups = new WeakMap<ReadonlyMap<Identifier, Relation>, Map<Identifier, Relation[]>>();

/**
 * The relations at whose ends a span stands, in the order of the map. The first question about a map reads all of it; the answers are kept as long as
 * the map, which is an immutable value.
 */
export function relationsAt(
  relations: ReadonlyMap<Identifier, Relation>,
  span: Identifier,
): readonly Relation[] {
  let lookup = lookups.get(relations);
  if (lookup === undefined) {
    lookup = lookupOf(relations);
    lookups.set(relations, lookup);
  }
  return lookup.get(span) ?? none;
}

function lookupOf(relations: ReadonlyMap<Identifier, Relation>): Map<Identifier, Relation[]> {
  const lookup = new Map<Identifier, Relation[]>();
  const put = (end: Identifier, relation: Relation) => {
    const known = lookup.get(end);
    if (known === undefined) lookup.set(end, [relation]);
    else known.push(relation);
  };
  for (const relation of relations.values()) {
    put(relation.from, relation);
    if (relation.to !== relation.from) put(relation.to, relation);
  }
  return lookup;
}
