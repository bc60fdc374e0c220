import { endOf, startOf } from '../../../core/model/span.ts';
import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { currentSpanOf } from '../perform.ts';
import { hasArticle, hasSpan } from '../preconditions.ts';
import { neighbourSpan, nextAtCaret, showSpan } from '../walk-spans.ts';

async function walk(app: Application, direction: 1 | -1): Promise<void> {
  await app.workbench.whenComplete();
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const caret = app.workbench.focus.getState().selection.focus;
  const current = currentSpanOf(app);
  // Who has moved the caret away goes on from there.
  const isThere = current !== undefined && startOf(current) <= caret && caret <= endOf(current);
  const span = neighbourSpan(open, isThere ? current : undefined, caret, direction);
  if (span !== undefined) showSpan(app, span);
  else if (open.spans.size === 0) app.notices.inform('Nothing is tagged in this article yet.');
  else app.notices.inform(direction === 1 ? 'This is the last annotation.' : 'This is the first annotation.');
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'annotation.next', enabled: hasArticle, run: (app) => walk(app, 1) },
  { id: 'annotation.previous', enabled: hasArticle, run: (app) => walk(app, -1) },
  {
    id: 'annotation.atCaret',
    enabled: hasArticle,
    run: (app) => {
      const { open } = app.workbench.project.getState();
      if (open === null) return;
      const caret = app.workbench.focus.getState().selection.focus;
      const span = nextAtCaret(open, caret, currentSpanOf(app));
      if (span !== undefined) app.workbench.setCurrentSpan(span.id);
    },
  },
  {
    id: 'annotation.selectText',
    enabled: hasSpan,
    run: (app) => {
      const span = currentSpanOf(app);
      if (span === undefined) return;
      app.workbench.select({ anchor: startOf(span), focus: endOf(span) });
      app.workbench.setCurrentSpan(span.id);
      app.textView.current?.revealSelection();
    },
  },
];
