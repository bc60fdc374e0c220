import { trashArticle } from '../../../core/operations/gestures/change-article.ts';
import type { CommandImplementation } from '../command.ts';
import { listedArticles } from '../list-articles.ts';
import { openArrival } from '../opening/open-arrival.ts';
import { openClipboard } from '../opening/open-clipboard.ts';
import { perform } from '../perform.ts';
import { canWrite, hasArticle } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  {
    id: 'file.open',
    enabled: canWrite,
    run: async (app) => openArrival(app, await app.bridge.request('files.choose', { purpose: 'articles' })),
  },
  {
    id: 'file.openFolder',
    enabled: canWrite,
    run: async (app) => openArrival(app, await app.bridge.request('files.choose', { purpose: 'folder' })),
  },
  { id: 'file.paste', enabled: canWrite, run: (app) => openClipboard(app) },
  {
    id: 'file.details',
    enabled: hasArticle,
    run: (app) => {
      const { open } = app.workbench.project.getState();
      if (open !== null) app.interface.setState({ dialog: { kind: 'details', article: open.record.id } });
    },
  },
  {
    id: 'file.trash',
    enabled: (app) => canWrite(app) && hasArticle(app),
    run: async (app) => {
      const { open, articles } = app.workbench.project.getState();
      if (open === null) return;
      const listed = listedArticles(articles);
      const position = listed.findIndex(({ record }) => record.id === open.record.id);
      const next = listed[position + 1] ?? listed[position - 1];
      if (!perform(app, trashArticle(open.record, new Date().toISOString()))) return;
      app.notices.inform(`“${open.record.title}” is in the trash. Undo, or File › Trash, brings it back.`);
      if (next !== undefined) await app.workbench.openArticle(next.record.id);
    },
  },
  { id: 'file.showTrash', run: (app) => app.interface.setState({ dialog: { kind: 'trash' } }) },
];
