import { useCallback, useEffect, useState } from 'react';
import type { ListedProject } from '../../../bridge/projects.ts';
import { runCommand } from '../../app/command-registry.ts';
import { openProject } from '../../app/projects/open-project.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { listProjects } from './list-projects.ts';
import { ProjectOption } from './project-option.tsx';
import './projects.css';

/** What stands on the buttons is done to the project that is marked in the list. */
export function ProjectsDialog() {
  const app = useApplication();
  const [projects, setProjects] = useState<readonly ListedProject[] | null>(null);
  const [query, setQuery] = useState('');
  const [inTrash, setInTrash] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const { projectId, readOnly } = app.session;

  const load = useCallback(async () => {
    const list = await app.bridge.request('projects.list', {});
    if (list.ok) setProjects(list.value.projects);
    else app.notices.warn(list.reason.message);
  }, [app]);
  useEffect(() => void load().catch(app.reportFault), [app, load]);

  const close = () => app.interface.setState({ dialog: null });
  const shown = listProjects(projects ?? [], { query, inTrash, current: projectId });
  const at = shown.find(({ id }) => id === marked) ?? shown[0];
  const isOpen = at?.id === projectId;
  const trashed = (projects ?? []).filter(({ trashedAt }) => trashedAt !== null).length;
  const open = (id: string | undefined) => {
    if (id === undefined || inTrash) return;
    close();
    void openProject(app, id).catch(app.reportFault);
  };
  const setTrashed = async ({ id, name }: ListedProject, trash: boolean) => {
    const answer = await app.bridge.request('projects.setTrashed', { projectId: id, trashed: trash });
    if (!answer.ok) app.notices.warn(answer.reason.message);
    else
      app.notices.inform(
        trash ? `“${name}” is in the trash. It can be restored at any time.` : `“${name}” is back.`,
      );
    await load();
  };
  return (
    <Dialog
      title={inTrash ? 'Projects in the trash' : 'Projects'}
      size="wide"
      onClose={close}
      onSubmit={() => open(at?.id)}
      actions={
        <>
          <Button onClick={() => setInTrash(!inTrash)} disabled={!inTrash && trashed === 0}>
            {inTrash ? 'Back to the projects' : `Trash (${trashed})`}
          </Button>
          {at === undefined || readOnly !== null ? null : inTrash ? (
            <Button onClick={() => void setTrashed(at, false).catch(app.reportFault)}>
              Restore from trash
            </Button>
          ) : (
            <Button disabled={isOpen} onClick={() => void setTrashed(at, true).catch(app.reportFault)}>
              Move to trash
            </Button>
          )}
          <span className="projects-gap" />
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={inTrash || at === undefined || isOpen}>
            Open
          </Button>
        </>
      }
    >
      <div className="projects-list">
        <FilteredListbox
          label="Projects"
          inputLabel="Search projects"
          placeholder="Search projects"
          query={query}
          onQuery={setQuery}
          options={shown.map((project) => ({
            id: project.id,
            content: <ProjectOption project={project} isOpen={project.id === projectId} />,
          }))}
          empty={projects === null ? 'Looking for projects…' : 'No project has these letters in its name.'}
          onActive={setMarked}
          onChoose={open}
        />
      </div>
      <div className="projects-tools" role="toolbar" aria-label="The open project">
        <Button onClick={() => void runCommand(app, 'file.newProject')}>New…</Button>
        <Button onClick={() => void runCommand(app, 'file.restoreProject')}>Restore from file…</Button>
        <span className="projects-gap" />
        <Button onClick={() => void runCommand(app, 'file.renameProject')}>Rename…</Button>
        <Button onClick={() => void runCommand(app, 'file.duplicateProject')}>Duplicate…</Button>
        <Button
          onClick={() => {
            close();
            void runCommand(app, 'file.archiveProject');
          }}
        >
          Archive to file…
        </Button>
      </div>
      <p className="soft">
        Rename, duplicate and archive act on the project that is open now. Leaving a project changes nothing
        in it.
      </p>
    </Dialog>
  );
}
