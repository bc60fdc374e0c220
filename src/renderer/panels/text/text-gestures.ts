import type { Span } from '../../../core/model/span.ts';
import { setSpanEdge } from '../../../core/operations/gestures/move-span-edge.ts';
import { type Application, isMac } from '../../app/application.ts';
import { runCommand } from '../../app/command-registry.ts';
import { matchCommand } from '../../app/keys/match-command.ts';
import { authorshipNow, perform } from '../../app/perform.ts';
import { proposalOf, takeBackProposal } from '../../app/proposals/settle-proposal.ts';
import { leaveReview, reviewedSuggestion } from '../../app/suggestions/review.ts';
import { tagSelectedText } from '../../app/tag-text.ts';
import { nextAtCaret } from '../../app/walk-spans.ts';
import type { ArticleView } from '../../editor/article-view.ts';
import type { TextSelection } from '../../store/workbench-state.ts';

/** A click makes the innermost annotation under it current, and no annotation where there is none. A selection leaves the current one be. */
export function afterPointer(app: Application, selection: TextSelection): void {
  const { pen } = app.workbench.focus.getState();
  if (selection.anchor !== selection.focus) {
    if (pen !== null) tagSelectedText(app, pen, false);
    return;
  }
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  app.workbench.setCurrentSpan(nextAtCaret(open, selection.focus, undefined)?.id ?? null);
}

/** With the pen out, letting go of Shift ends a selection made with the keyboard. */
export function afterShift(app: Application): void {
  const { pen, selection } = app.workbench.focus.getState();
  if (pen !== null && selection.anchor !== selection.focus) tagSelectedText(app, pen, false);
}

/** Runs the command of a key pressed in the text. @returns true when there was one. */
export function pressInText(app: Application, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') return putAway(app);
  const match = matchCommand(event, true, isMac(app));
  if (match === undefined) return false;
  void runCommand(app, match.id, { alt: match.alt });
  return true;
}

/** Escape puts away one thing at a time, the nearest first. */
function putAway(app: Application): boolean {
  const { selectionBar, find, guidelineShown } = app.interface.getState();
  const { pen, currentSpan, selection } = app.workbench.focus.getState();
  const hasSelection = selection.anchor !== selection.focus;
  const proposal = proposalOf(app);
  if (reviewedSuggestion(app) !== null) leaveReview(app);
  else if (proposal !== null) takeBackProposal(app, proposal).catch(app.reportFault);
  else if (selectionBar === 'retag') app.interface.setState({ selectionBar: 'auto' });
  else if (guidelineShown) app.interface.setState({ guidelineShown: false });
  else if (find !== null) app.interface.setState({ find: null });
  else if (hasSelection && selectionBar === 'auto') app.interface.setState({ selectionBar: 'putAway' });
  else if (pen !== null) app.workbench.setPen(null);
  else if (hasSelection) app.workbench.select({ anchor: selection.focus, focus: selection.focus });
  else if (currentSpan !== null) app.workbench.setCurrentSpan(null);
  else return false;
  return true;
}

/** Shows an end of a span where the hand has dragged it; when it is let go, that is what the span becomes. */
export function resizeSpan(
  app: Application,
  view: ArticleView,
  [id, index, edge, offset, done]: [string, number, 'start' | 'end', number, boolean],
): void {
  const { open } = app.workbench.project.getState();
  const span = open?.spans.get(id);
  if (open === null || span === undefined) return;
  const result = setSpanEdge(open, span, index, edge, offset, authorshipNow(app));
  if (done) {
    view.updateSpans(open.spans);
    perform(app, result);
    return;
  }
  const after: Span | undefined =
    result.ok && result.value.operation.type === 'span.update' ? result.value.operation.after : undefined;
  if (after !== undefined) view.updateSpans(open.spans.with(after));
}
