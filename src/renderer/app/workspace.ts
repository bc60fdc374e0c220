import { flushSync } from 'react-dom';
import type { Fragment } from '../../core/model/fragment.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Application } from './application.ts';
import type { WorkspaceView } from './interface-state.ts';
import { focusText } from './places.ts';
import { showSpan } from './walk-spans.ts';

/** Puts a view in the place of the text, or brings the text back. Opening the one that is open closes it. */
export function toggleView(app: Application, view: WorkspaceView): void {
  if (app.interface.getState().view === view) showText(app);
  else app.interface.setState({ view, drawer: null });
}

/** Brings the text back from under a view, with the focus. */
export function showText(app: Application): void {
  flushSync(() => app.interface.setState({ view: 'text' }));
  focusText(app);
}

/** Opens the article that holds a span, brings the text back and makes the span current. Says so when the span is gone. */
export async function goToSpan(app: Application, articleId: Identifier, spanId: Identifier): Promise<void> {
  if (!app.workbench.project.getState().articles.has(articleId)) {
    app.notices.inform('That article is no longer in the project.');
    return;
  }
  await app.workbench.openArticle(articleId);
  await app.workbench.whenComplete();
  const span = app.workbench.project.getState().open?.spans.get(spanId);
  showText(app);
  if (span === undefined) app.notices.inform('That annotation is gone.');
  else showSpan(app, span);
}

/** Opens an article at a stretch of its text (UTF-16 units), selected, and brings the text back. Says so when the article is gone. */
export async function goToRange(
  app: Application,
  articleId: Identifier,
  { start, end }: Fragment,
): Promise<void> {
  const { articles, open } = app.workbench.project.getState();
  if (!articles.has(articleId)) {
    app.notices.inform('That article is no longer in the project.');
    return;
  }
  // It opens where it was left; a long one reads what is near that place first.
  if (open?.record.id !== articleId) {
    await app.workbench.keepPlace({ articleId, anchor: start, focus: end, top: start });
  }
  await app.workbench.openArticle(articleId);
  showText(app);
  app.interface.setState({ selectionBar: 'auto' });
  app.workbench.select({ anchor: start, focus: end });
  app.textView.current?.revealSelection();
}
