import type { CommandImplementation } from '../command.ts';
import { showPanel } from '../places.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'tools.doctor', run: (app) => app.interface.setState({ dialog: { kind: 'doctor' } }) },
  { id: 'help.keys', run: (app) => app.interface.setState({ dialog: { kind: 'keys' } }) },
  {
    id: 'help.tour',
    run: (app) => {
      app.settings.change({ tourStep: 0 });
      showPanel(app, 'articles');
    },
  },
  { id: 'help.errorReport', run: (app) => app.interface.setState({ dialog: { kind: 'errorReport' } }) },
  {
    id: 'help.notices',
    enabled: (app) => app.session.hasNotices,
    run: (app) => app.interface.setState({ dialog: { kind: 'notices' } }),
  },
  { id: 'help.about', run: (app) => app.interface.setState({ dialog: { kind: 'about' } }) },
];
