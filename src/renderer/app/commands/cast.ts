import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { currentSpanOf } from '../perform.ts';
import { canTag } from '../preconditions.ts';
import { nextAtCaret } from '../walk-spans.ts';
import { whoIsAsked } from '../who-is-it.ts';
import { toggleView } from '../workspace.ts';

async function askWho(app: Application): Promise<void> {
  // Who was mentioned before is known once the whole article is in memory.
  await app.workbench.whenComplete();
  const { open, project } = app.workbench.project.getState();
  if (open === null) return;
  const caret = app.workbench.focus.getState().selection.focus;
  const span = currentSpanOf(app) ?? nextAtCaret(open, caret, undefined);
  if (span === undefined) {
    app.notices.inform('Put the caret in a speaker or a claim first.');
    return;
  }
  const who = whoIsAsked(open, span, project.tagSet);
  if (typeof who === 'string') {
    app.notices.inform(who);
    return;
  }
  app.workbench.setCurrentSpan(span.id);
  app.interface.setState({ who, selectionBar: 'putAway' });
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'annotation.entity', enabled: canTag, run: askWho },
  {
    id: 'view.cast',
    checked: (app) => app.interface.getState().view === 'cast',
    run: (app) => toggleView(app, 'cast'),
  },
  {
    id: 'edit.assignKnownNames',
    checked: (app) => app.settings.current.assignKnownNames,
    run: (app) => app.settings.change({ assignKnownNames: !app.settings.current.assignKnownNames }),
  },
];
