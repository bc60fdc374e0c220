import type { CommandImplementation } from '../command.ts';
import { isPanelShown, togglePanel } from '../places.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'view.commandPalette',
    run: (app) => app.interface.setState({ dialog: { kind: 'palette' } }),
  },
  {
    id: 'view.articles',
    checked: (app) => isPanelShown(app, 'articles'),
    run: (app) => togglePanel(app, 'articles'),
  },
  {
    id: 'view.side',
    checked: (app) => isPanelShown(app, 'side'),
    run: (app) => togglePanel(app, 'side'),
  },
  {
    id: 'view.margin',
    checked: (app) => app.settings.current.marginShown,
    run: (app) => app.settings.change({ marginShown: !app.settings.current.marginShown }),
  },
];
