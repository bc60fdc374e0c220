import type { Identifier } from '../../core/model/identifier.ts';

/** Annotations by the article that they are in. */
export type BulkTargets = ReadonlyMap<Identifier, readonly Identifier[]>;
