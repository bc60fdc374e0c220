import type { CommandImplementation } from '../command.ts';
import { canWrite } from '../preconditions.ts';
import { archiveProject } from '../projects/archive-project.ts';
import { chooseArchive } from '../projects/restore-project.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'file.projects', run: (app) => app.interface.setState({ dialog: { kind: 'projects' } }) },
  {
    id: 'file.newProject',
    enabled: canWrite,
    run: (app) => app.interface.setState({ dialog: { kind: 'projectName', purpose: 'new' } }),
  },
  {
    id: 'file.renameProject',
    enabled: canWrite,
    run: (app) => app.interface.setState({ dialog: { kind: 'projectName', purpose: 'rename' } }),
  },
  {
    id: 'file.duplicateProject',
    enabled: canWrite,
    run: (app) => app.interface.setState({ dialog: { kind: 'projectName', purpose: 'duplicate' } }),
  },
  { id: 'file.archiveProject', run: (app) => archiveProject(app) },
  { id: 'file.restoreProject', enabled: canWrite, run: (app) => chooseArchive(app) },
];
