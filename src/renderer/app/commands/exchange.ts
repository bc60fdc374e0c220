import type { CommandImplementation } from '../command.ts';
import { offerImport } from '../exchange/offer-import.ts';
import { listedArticles } from '../list-articles.ts';
import { canWrite } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'file.import', enabled: canWrite, run: (app) => offerImport(app) },
  {
    id: 'file.export',
    enabled: (app) => listedArticles(app.workbench.project.getState().articles).length > 0,
    run: (app) => app.interface.setState({ dialog: { kind: 'export' } }),
  },
];
