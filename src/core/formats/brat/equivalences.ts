import type { DatasetRelation } from '../dataset-schema.ts';
import { jsonContent } from '../same-content.ts';
import { equivalenceAttribute } from './known-names.ts';

/** A list of equivalents: each is related to the next. */
export interface Equivalence {
  readonly type: string;
  /** Ids of spans. */
  readonly members: readonly string[];
}

const marked = jsonContent({ [equivalenceAttribute]: true });

/** The relations that lists of equivalents can say, as the longest such lists, and the others. */
export function equivalences(relations: readonly DatasetRelation[]): {
  readonly lists: readonly Equivalence[];
  readonly others: readonly DatasetRelation[];
} {
  const byType = new Map<string, DatasetRelation[]>();
  for (const relation of relations) {
    if (jsonContent(relation.attributes ?? {}) !== marked) continue;
    const known = byType.get(relation.type);
    if (known === undefined) byType.set(relation.type, [relation]);
    else known.push(relation);
  }
  const said = new Set<DatasetRelation>();
  const lists = [...byType].flatMap(([type, candidates]) => listsOf(type, candidates, said));
  return { lists, others: relations.filter((relation) => !said.has(relation)) };
}

/** Relations at whose ends others stand on the same side are left alone: brat makes one list of those that share a member. @param said takes the relations that the lists say */
function listsOf(
  type: string,
  candidates: readonly DatasetRelation[],
  said: Set<DatasetRelation>,
): Equivalence[] {
  const leaving = countBy(candidates, ({ from }) => from);
  const arriving = countBy(candidates, ({ to }) => to);
  const next = new Map<string, DatasetRelation>();
  for (const relation of candidates)
    if (leaving.get(relation.from) === 1 && arriving.get(relation.to) === 1)
      next.set(relation.from, relation);
  const followed = new Set([...next.values()].map(({ to }) => to));
  const lists: Equivalence[] = [];
  // Rings have no beginning, so that none is followed here.
  for (const first of next.keys()) {
    if (followed.has(first)) continue;
    const members = [first];
    for (let at = next.get(first); at !== undefined; at = next.get(at.to)) {
      members.push(at.to);
      said.add(at);
    }
    lists.push({ type, members });
  }
  return lists;
}

function countBy(relations: readonly DatasetRelation[], keyOf: (relation: DatasetRelation) => string) {
  const counts = new Map<string, number>();
  for (const relation of relations) counts.set(keyOf(relation), (counts.get(keyOf(relation)) ?? 0) + 1);
  return counts;
}
