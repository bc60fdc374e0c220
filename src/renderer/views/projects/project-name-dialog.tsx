import { useState } from 'react';
import { longestName, renameProject } from '../../../core/operations/gestures/change-project.ts';
import { perform } from '../../app/perform.ts';
import { duplicateProject, makeProject } from '../../app/projects/make-project.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const words = {
  new: {
    title: 'New project',
    action: 'Make and open',
    note: 'A new project is empty and has the default tags. The one that is open now stays as it is.',
  },
  rename: { title: 'Rename project', action: 'Rename', note: null },
  duplicate: {
    title: 'Duplicate project',
    action: 'Duplicate',
    note: 'The copy has all articles, annotations, links, the cast and the tags as they are now, those in the trash too. What can be undone here cannot be undone in the copy.',
  },
} as const;

/** Asks for a project's name: that of a new one, of this one, or of a copy of it. */
export function ProjectNameDialog({ purpose }: { readonly purpose: keyof typeof words }) {
  const app = useApplication();
  const { project } = app.workbench.project.getState();
  const [name, setName] = useState(
    purpose === 'new' ? '' : purpose === 'rename' ? project.name : `${project.name} copy`.slice(-longestName),
  );
  const { title, action, note } = words[purpose];
  const close = () => app.interface.setState({ dialog: null });
  const trimmed = name.trim();
  const submit = () => {
    if (trimmed === '') return;
    close();
    if (purpose === 'rename') perform(app, renameProject(app.workbench.project.getState().project, trimmed));
    else if (purpose === 'new') void makeProject(app, trimmed).catch(app.reportFault);
    else void duplicateProject(app, trimmed).catch(app.reportFault);
  };
  return (
    <Dialog
      title={title}
      onClose={close}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={trimmed === ''}>
            {action}
          </Button>
        </>
      }
    >
      <label>
        <span className="field-label">Name</span>
        <input
          className="text-field"
          dir="auto"
          maxLength={longestName}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {note === null ? null : <p className="soft">{note}</p>}
    </Dialog>
  );
}
