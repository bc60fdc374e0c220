import type { Application } from '../application.ts';
import type { CommandImplementation } from '../command.ts';
import { listedArticles } from '../list-articles.ts';
import { focusPlace, focusText } from '../places.ts';
import { hasArticle, hasSpan } from '../preconditions.ts';

async function openNeighbour(app: Application, direction: 1 | -1): Promise<void> {
  const { articles, open } = app.workbench.project.getState();
  const listed = listedArticles(articles);
  const position = listed.findIndex(({ record }) => record.id === open?.record.id);
  const next = listed[position + direction];
  if (next !== undefined) await app.workbench.openArticle(next.record.id);
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'go.nextArticle', enabled: hasArticle, run: (app) => openNeighbour(app, 1) },
  { id: 'go.previousArticle', enabled: hasArticle, run: (app) => openNeighbour(app, -1) },
  { id: 'go.articles', run: (app) => void focusPlace(app, 'articles') },
  { id: 'go.text', enabled: hasArticle, run: focusText },
  { id: 'go.annotations', enabled: hasArticle, run: (app) => void focusPlace(app, 'annotations') },
  { id: 'go.card', enabled: hasSpan, run: (app) => void focusPlace(app, 'card') },
];
