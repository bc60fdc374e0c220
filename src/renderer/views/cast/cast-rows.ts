import type { Entity } from '../../../core/model/entity.ts';
import { bestScore } from '../../app/who-is-it.ts';
import type { CastCounts } from './use-cast-counts.ts';

export type CastOrder = 'name' | 'mentions' | 'claims' | 'added';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** The cast in an order: by name, the most mentioned or most quoted first, or as they were added, the latest first. With a query only whom it fits. */
export function castRows(
  cast: readonly Entity[],
  counts: Pick<CastCounts, 'mentions' | 'claims'>,
  query: string,
  order: CastOrder,
): readonly Entity[] {
  const found = query.trim() === '' ? [...cast] : cast.filter((entity) => bestScore(query, entity) !== null);
  if (order === 'added') return found.reverse();
  const byName = (a: Entity, b: Entity) => collator.compare(a.name, b.name);
  if (order === 'name') return found.sort(byName);
  const numbers = counts[order];
  return found.sort((a, b) => (numbers.get(b.id) ?? 0) - (numbers.get(a.id) ?? 0) || byName(a, b));
}
