import { useMemo } from 'react';
import { speakerTags } from '../../../core/cast/who-attribute.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { useProject } from '../../app/use-application.ts';
import { type Scanned, useScan } from '../../app/use-scan.ts';
import type { CastCountsBatch } from '../../workers/scan/cast-counts.ts';

export interface CastCounts {
  readonly mentions: ReadonlyMap<Identifier, number>;
  readonly claims: ReadonlyMap<Identifier, number>;
  readonly unassigned: number;
}

const nothing: CastCounts = { mentions: new Map(), claims: new Map(), unassigned: 0 };

/** How often each member of the cast is mentioned, and how many claims each makes. */
export function useCastCounts(): Scanned<CastCounts> {
  const cast = useProject((state) => state.project.entities);
  const tagSet = useProject((state) => state.project.tagSet);
  const args = useMemo(
    () => ({ entities: cast.map(({ id }) => id), speakerTags: speakerTags(tagSet) }),
    [cast, tagSet],
  );
  return useScan('castCounts', args, nothing, addCounts);
}

function addCounts(counts: CastCounts, batch: CastCountsBatch): CastCounts {
  return {
    mentions: sum(counts.mentions, batch.mentions),
    claims: sum(counts.claims, batch.claims),
    unassigned: counts.unassigned + batch.unassigned,
  };
}

function sum(
  counts: ReadonlyMap<Identifier, number>,
  more: readonly (readonly [Identifier, number])[],
): ReadonlyMap<Identifier, number> {
  if (more.length === 0) return counts;
  const total = new Map(counts);
  for (const [id, count] of more) total.set(id, (total.get(id) ?? 0) + count);
  return total;
}
