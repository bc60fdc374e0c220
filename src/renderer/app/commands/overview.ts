import type { CommandImplementation } from '../command.ts';
import { toggleView } from '../workspace.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'view.overview',
    checked: (app) => app.interface.getState().view === 'overview',
    run: (app) => toggleView(app, 'overview'),
  },
];
