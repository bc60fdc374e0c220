import { readLearnt } from '../../../core/suggest/learning/learnt.ts';
import { type LearntSummary, learntSummary } from '../../../core/suggest/learning/learnt-summary.ts';
import type { ProjectDatabase } from '../../db/database.ts';

export type LearntReading =
  | { readonly kind: 'read'; readonly summary: LearntSummary }
  | { readonly kind: 'unusable'; readonly why: 'other version' | 'damaged' };

/** Reads what was kept of what was learnt: it may be megabytes. */
export async function* readLearntSummary(
  _database: ProjectDatabase,
  { bytes }: { readonly bytes: Uint8Array },
): AsyncGenerator<LearntReading> {
  const read = readLearnt(bytes);
  yield read.ok
    ? { kind: 'read', summary: learntSummary(read.value) }
    : { kind: 'unusable', why: read.reason };
}
