import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';
import { describeProject } from './describe-project.ts';

/** How long the last writes are waited for, in milliseconds. */
const patience = 10_000;

/** Leaves the open project, once all of it is saved, and opens another: main loads the window anew. */
export async function openProject(app: Application, projectId: Identifier): Promise<void> {
  if (projectId === app.session.projectId) return;
  const { progress } = app.interface.getState();
  if (progress !== null) {
    app.notices.inform(`“${progress.label}” is still at work. Wait until it is done, or cancel it.`);
    return;
  }
  // A field that is being left keeps what was written in it.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await app.settings.flush();
  const unsaved = await app.workbench.finish(patience);
  if (unsaved > 0 && app.session.readOnly === null) {
    const are = unsaved === 1 ? 'is' : 'are';
    app.notices.warn(
      `${count(unsaved, 'change')} ${are} not saved yet, so this project stays open. Try again once everything is saved.`,
    );
    return;
  }
  await describeProject(app);
  const opened = await app.bridge.request('projects.open', { projectId });
  if (!opened.ok) {
    app.notices.warn(opened.reason.message);
    return;
  }
  // Nothing that is done from here on would be kept: the page is about to go.
  app.interface.setState({ leaving: true });
  app.workbench.dispose();
}
