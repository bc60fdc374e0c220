import type { Identifier, Timestamp } from '../../model/identifier.ts';

/** Who acts, when, and where new identifiers come from: what a gesture needs from outside to stay a pure function. */
export interface Authorship {
  readonly annotator: Identifier;
  readonly now: Timestamp;
  readonly newId: () => Identifier;
}
