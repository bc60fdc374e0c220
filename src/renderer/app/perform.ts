import { createIdentifier } from '../../core/model/identifier.ts';
import type { Span } from '../../core/model/span.ts';
import type { Authorship } from '../../core/operations/gestures/authorship.ts';
import { withWorkBegun } from '../../core/operations/gestures/begin-work.ts';
import type { GestureResult } from '../../core/operations/gestures/gesture.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { Application } from './application.ts';

/** Who acts now. @throws when the project has no annotator, which its schema rules out. */
export function authorshipNow(app: Application): Authorship {
  const [annotator] = app.workbench.project.getState().project.annotators;
  if (annotator === undefined) throw new Error('a project has at least one annotator: the schema says so');
  return { annotator: annotator.id, now: new Date().toISOString(), newId: createIdentifier };
}

/** The current span of the open article. */
export function currentSpanOf(app: Application): Span | undefined {
  const id = app.workbench.focus.getState().currentSpan;
  return id === null ? undefined : app.workbench.project.getState().open?.spans.get(id);
}

/**
 * Makes what a gesture comes to, or says why it comes to nothing. Afterwards the gesture's span, or the one in its way, is current.
 * @returns true when something was changed.
 */
export function perform(app: Application, result: GestureResult): boolean {
  if (!result.ok) {
    if (result.reason.code !== 'unchanged') app.notices.inform(result.reason.message);
    if (result.reason.span !== undefined) app.workbench.setCurrentSpan(result.reason.span);
    return false;
  }
  const { operation, label, current } = result.value;
  const { open } = app.workbench.project.getState();
  const begins = open !== null && app.settings.current.tagsBeginArticle;
  if (!app.workbench.commit(begins ? withWorkBegun(operation, open.record) : operation, label)) return false;
  app.workbench.setCurrentSpan(current);
  return true;
}

/** Makes what a gesture on the list of articles comes to, or says why it comes to nothing; the current span stays. */
export function performInList(app: Application, result: GestureResult): boolean {
  if (result.ok) return app.workbench.commit(result.value.operation, result.value.label);
  if (result.reason.code !== 'unchanged') app.notices.inform(result.reason.message);
  return false;
}

/** Performs a gesture on the open article; nothing happens when none is open. */
export function performInArticle(
  app: Application,
  make: (article: ArticleState, by: Authorship) => GestureResult,
): boolean {
  const { open } = app.workbench.project.getState();
  return open !== null && perform(app, make(open, authorshipNow(app)));
}

/** Performs a gesture on the current span; nothing happens when there is none. */
export function performOnCurrent(
  app: Application,
  make: (article: ArticleState, span: Span, by: Authorship) => GestureResult,
): boolean {
  const span = currentSpanOf(app);
  return span !== undefined && performInArticle(app, (article, by) => make(article, span, by));
}
