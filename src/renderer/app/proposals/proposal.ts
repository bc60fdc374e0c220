import type { Fragment } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { LinkPurpose } from '../../../core/operations/gestures/link-nearest.ts';
import type { Change } from '../../../core/operations/operation.ts';
import type { FocusSlice, ProjectSlice, TextSelection } from '../../store/workbench-state.ts';

/**
 * A link that was made, or is offered, and that the person has not settled yet. What is made is in the log like everything else; this only says how to put
 * another in its place and what to take back. Any other work settles it: see `livingProposal`.
 */
export interface Proposal {
  readonly article: Identifier;
  /** The span that is linked: the current one. */
  readonly span: Identifier;
  readonly purpose: LinkPurpose;
  /** The other end, when the link is made. */
  readonly linked: Identifier | null;
  /** Words that would be tagged and linked. */
  readonly words: Fragment | null;
  /** How often the key was pressed for this, less one; -1 for a claim that was made with its speaker. */
  readonly rank: number;
  /** What stays when the link is taken back: the claim that was made with it. */
  readonly base: readonly Change[];
  /** What follows "Undo" for the base alone. */
  readonly baseLabel: string;
  /** The step that the proposal made; null when it has changed nothing. */
  readonly step: number | null;
  /** The last step when it was made, and where the selection stood. */
  readonly top: number | null;
  readonly selection: TextSelection;
}

/** The proposal while nothing else was done since: no other step, no other current span, article or caret. */
export function livingProposal(
  proposal: Proposal | null,
  { open, history }: Pick<ProjectSlice, 'open' | 'history'>,
  { currentSpan, selection }: Pick<FocusSlice, 'currentSpan' | 'selection'>,
): Proposal | null {
  if (proposal === null || open === null) return null;
  const isSame =
    open.record.id === proposal.article &&
    currentSpan === proposal.span &&
    (history.undo.at(-1)?.seq ?? null) === proposal.top &&
    selection.anchor === proposal.selection.anchor &&
    selection.focus === proposal.selection.focus;
  return isSame ? proposal : null;
}
