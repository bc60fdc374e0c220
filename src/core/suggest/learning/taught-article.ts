import type { Block } from '../../model/block.ts';
import type { Fragment } from '../../model/fragment.ts';

/** Who says what, as a person tagged it; offsets in UTF-16 units. */
export interface TaughtAttribution {
  readonly claim: readonly Fragment[];
  readonly speaker: Fragment | undefined;
}

/** An article that somebody has gone through: what is not tagged in it is nothing. */
export interface TaughtArticle {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly attributions: readonly TaughtAttribution[];
}
