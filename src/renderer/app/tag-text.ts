import type { Identifier } from '../../core/model/identifier.ts';
import { endOf } from '../../core/model/span.ts';
import { tagById } from '../../core/model/tag-set.ts';
import { withKnownName } from '../../core/operations/gestures/assign-known-name.ts';
import { retagSpan } from '../../core/operations/gestures/change-span.ts';
import { tagSelection } from '../../core/operations/gestures/tag-selection.ts';
import type { Application } from './application.ts';
import { currentSpanOf, performInArticle, performOnCurrent } from './perform.ts';

/** The selection with its ends in text order. */
export function orderedSelection(app: Application): { start: number; end: number } {
  const { anchor, focus } = app.workbench.focus.getState().selection;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Tags the selection, or the word at the caret; the caret then stands behind the new annotation. */
export function tagSelectedText(app: Application, tagId: Identifier, exactly: boolean): void {
  const { tagSet } = app.workbench.project.getState().project;
  const tag = tagById(tagSet, tagId);
  if (tag === undefined) return;
  const selection = orderedSelection(app);
  const snap = app.settings.current.snapToWords && !exactly;
  const { entities } = app.workbench.project.getState().project;
  const tagged = performInArticle(app, (article, by) => {
    const result = tagSelection(article, selection, tag, snap, by);
    return app.settings.current.assignKnownNames ? withKnownName(result, article, entities, tagSet) : result;
  });
  if (!tagged) return;
  const span = currentSpanOf(app);
  if (span === undefined || selection.start === selection.end) return;
  const caret = endOf(span);
  app.workbench.select({ anchor: caret, focus: caret });
}

/** Gives the current span another tag. */
export function retagCurrent(app: Application, tagId: Identifier): void {
  const { tagSet } = app.workbench.project.getState().project;
  const tag = tagById(tagSet, tagId);
  if (tag === undefined) return;
  performOnCurrent(app, (article, span, by) => retagSpan(article, span, tag, tagSet, by));
}

/**
 * What a tag's key or button does: it tags what is selected; while the pen is out and nothing is selected it fills the pen; while the bar asks for
 * another tag it answers that.
 */
export function chooseTag(app: Application, tagId: Identifier, exactly: boolean): void {
  const { selectionBar } = app.interface.getState();
  if (selectionBar === 'retag') {
    app.interface.setState({ selectionBar: 'auto' });
    retagCurrent(app, tagId);
    return;
  }
  const { pen } = app.workbench.focus.getState();
  const { start, end } = orderedSelection(app);
  if (pen !== null) app.workbench.setPen(tagId);
  if (pen === null || start < end) tagSelectedText(app, tagId, exactly);
}
