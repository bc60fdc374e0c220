import type { CarriedSpan } from '../../../core/operations/gestures/carry-over.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';

/** What an earlier version of the open article could give it. */
export interface CarryOverOffer {
  readonly earlier: ArticleState;
  /** In the order of the earlier text. */
  readonly carried: readonly CarriedSpan[];
}
