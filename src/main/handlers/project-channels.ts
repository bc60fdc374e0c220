import { channels } from '../../bridge/channels.ts';
import { success } from '../../core/model/result.ts';
import { serve } from '../ipc-gate.ts';
import type { OutgoingFiles } from '../outgoing/outgoing-files.ts';
import type { Projects } from '../projects/projects.ts';
import type { MainWindow } from '../window/main-window.ts';

interface ProjectDeps {
  readonly projects: Projects;
  readonly outgoing: OutgoingFiles;
  readonly window: MainWindow;
}

/** The projects of this profile, and which of them is open. */
export function projectChannels({ projects, outgoing, window }: ProjectDeps) {
  return {
    'projects.list': serve(channels['projects.list'], () => projects.list()),
    'projects.describe': serve(channels['projects.describe'], ({ projectId, facts }) =>
      projects.describe(projectId, facts),
    ),
    'projects.begin': serve(channels['projects.begin'], async () => {
      const begun = await projects.begin();
      if (!begun.ok) return begun;
      const { projectId, snapshot } = begun.value;
      return success({ projectId, handle: outgoing.add(snapshot) });
    }),
    'projects.create': serve(channels['projects.create'], ({ projectId, facts }) =>
      projects.create(projectId, facts),
    ),
    'projects.open': serve(channels['projects.open'], async ({ projectId }) => {
      const opened = await projects.open(projectId);
      // After the answer, which the page would not get otherwise.
      if (opened.ok) setImmediate(() => window.reload());
      return opened;
    }),
    'projects.setTrashed': serve(channels['projects.setTrashed'], ({ projectId, trashed }) =>
      projects.setTrashed(projectId, trashed),
    ),
  };
}
