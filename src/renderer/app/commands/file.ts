import type { CommandImplementation } from '../command.ts';
import { articleExtensions } from '../opening/file-extensions.ts';
import { openArrival } from '../opening/open-arrival.ts';
import { openClipboard } from '../opening/open-clipboard.ts';
import { canWrite } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'file.open',
    enabled: canWrite,
    run: async (app) => {
      const wanted = { purpose: 'articles', extensions: articleExtensions() } as const;
      await openArrival(app, await app.bridge.request('files.choose', wanted));
    },
  },
  {
    id: 'file.openFolder',
    enabled: canWrite,
    run: async (app) => openArrival(app, await app.bridge.request('files.choose', { purpose: 'folder' })),
  },
  {
    id: 'file.keepOriginals',
    checked: (app) => app.settings.current.keepOriginals,
    run: (app) => app.settings.change({ keepOriginals: !app.settings.current.keepOriginals }),
  },
  { id: 'file.paste', enabled: canWrite, run: (app) => openClipboard(app) },
];
