import type { CommandImplementation } from '../command.ts';
import { openFind, showNextMatch } from '../find-in-article.ts';
import { hasArticle } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'edit.find', enabled: hasArticle, run: openFind },
  { id: 'edit.findNext', enabled: hasArticle, run: (app) => showNextMatch(app, 1) },
  { id: 'edit.findPrevious', enabled: hasArticle, run: (app) => showNextMatch(app, -1) },
];
