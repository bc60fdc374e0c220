import { startOf } from '../../../core/model/span.ts';
import { acceptSuggestions, refuseSuggestions } from '../../../core/operations/gestures/decide-suggestion.ts';
import type { GestureResult } from '../../../core/operations/gestures/gesture.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import type { Application } from '../application.ts';
import { authorshipNow, perform, performInList } from '../perform.ts';
import { showText } from '../workspace.ts';
import { nextInReview } from './review-order.ts';

/** The suggestion that is looked at, as long as it is open. */
export function reviewedSuggestion(app: Application): ArticleSuggestion | null {
  const { review } = app.interface.getState();
  return review !== null && app.suggestions.now().includes(review) ? review : null;
}

/** Goes to the next suggestion, or the previous one, in the order that the person chose. */
export function goToSuggestion(app: Application, direction: 1 | -1): void {
  if (!app.settings.current.suggestionsShown) app.settings.change({ suggestionsShown: true });
  // Asked for first: one that was just decided is looked at no more once the open ones are found out.
  const { review } = app.interface.getState();
  const open = app.suggestions.now();
  const { focus: caret } = app.workbench.focus.getState().selection;
  const next = nextInReview(open, { review, caret }, direction, app.settings.current.suggestionOrder);
  if (next !== undefined) {
    look(app, next);
    return;
  }
  app.interface.setState({ review: null });
  app.notices.inform(nothingLeft(app, open.length, direction));
}

/** Accepts what is looked at and goes on to the next. */
export function acceptReviewed(app: Application): void {
  settle(app, (suggestion) => accepted(app, [suggestion]), true);
}

/** Accepts what is looked at and stays with it, so that its ends can be moved and its links changed. */
export function acceptAndEdit(app: Application): void {
  settle(app, (suggestion) => accepted(app, [suggestion]), false);
}

/** Refuses what is looked at, for good, and goes on to the next. */
export function refuseReviewed(app: Application): void {
  settle(app, (suggestion) => refusedAll(app, [suggestion]), true);
}

/** Refuses all that the rule of the one that is looked at proposes in this article. */
export function refuseReviewedRule(app: Application): void {
  settle(app, ({ of }) => refusedAll(app, ofRule(app, of.rule)), true);
}

/** Those that a rule proposes in the open article. */
export function ofRule(app: Application, rule: string): readonly ArticleSuggestion[] {
  return app.suggestions.now().filter(({ of }) => of.rule === rule);
}

/** Accepts these, in one step. */
export function acceptAll(app: Application, suggestions: readonly ArticleSuggestion[]): void {
  const result = accepted(app, suggestions);
  if (result !== null) perform(app, result);
  app.interface.setState({ review: null });
}

/** Refuses these for good, in one step. */
export function refuseAll(app: Application, suggestions: readonly ArticleSuggestion[]): void {
  const result = refusedAll(app, suggestions);
  if (result !== null) performInList(app, result);
  app.interface.setState({ review: null });
}

export function leaveReview(app: Application): void {
  app.interface.setState({ review: null });
}

function settle(
  app: Application,
  decide: (suggestion: ArticleSuggestion) => GestureResult | null,
  goesOn: boolean,
): void {
  const suggestion = reviewedSuggestion(app);
  if (suggestion === null) {
    app.notices.inform('Go to a suggestion first.');
    return;
  }
  const result = decide(suggestion);
  if (result === null) return;
  const isRefusal = result.ok && result.value.current === null;
  const isMade = isRefusal ? performInList(app, result) : perform(app, result);
  if (!isMade) return;
  if (goesOn) goToSuggestion(app, 1);
  else leaveReview(app);
}

function accepted(app: Application, suggestions: readonly ArticleSuggestion[]): GestureResult | null {
  const { open, project } = app.workbench.project.getState();
  if (open === null) return null;
  const { tagSet, entities: cast } = project;
  return acceptSuggestions(open, suggestions, { tagSet, cast, by: authorshipNow(app) });
}

function refusedAll(app: Application, suggestions: readonly ArticleSuggestion[]): GestureResult | null {
  const { open, project } = app.workbench.project.getState();
  if (open === null) return null;
  return refuseSuggestions(open, suggestions, { tagSet: project.tagSet, by: authorshipNow(app) });
}

function look(app: Application, suggestion: ArticleSuggestion): void {
  if (app.interface.getState().view !== 'text') showText(app);
  const start = startOf(suggestion);
  app.interface.setState({ review: suggestion, proposal: null });
  app.workbench.setCurrentSpan(null);
  app.workbench.select({ anchor: start, focus: start });
  app.textView.current?.revealSelection();
  app.textView.current?.focus();
}

function nothingLeft(app: Application, left: number, direction: 1 | -1): string {
  const { status } = app.suggestions.store.getState();
  if (status === 'computing') return 'Suggestions are still being made.';
  if (status === 'failed') return 'Suggestions could not be made for this article.';
  if (left === 0) return 'Nothing is suggested in this article, or all of it is decided.';
  return direction === 1 ? 'This is the last suggestion.' : 'This is the first suggestion.';
}
