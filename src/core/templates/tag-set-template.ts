import type { TagSet } from '../model/tag-set.ts';

/** A tag set to begin with. */
export interface TagSetTemplate {
  readonly id: string;
  readonly name: string;
  /** What it is good for, in a sentence. */
  readonly purpose: string;
  readonly tagSet: TagSet;
}
