import type { CommandImplementation } from '../command.ts';
import { openConcordance } from '../concordance/open-concordance.ts';
import { openFind, showNextMatch } from '../find-in-article.ts';
import { listedArticles } from '../list-articles.ts';
import { canTag, hasArticle } from '../preconditions.ts';
import { offerTagEverywhere } from '../tag-everywhere.ts';

export const implementations: readonly CommandImplementation[] = [
  { id: 'edit.find', enabled: hasArticle, run: openFind },
  { id: 'edit.findNext', enabled: hasArticle, run: (app) => showNextMatch(app, 1) },
  { id: 'edit.findPrevious', enabled: hasArticle, run: (app) => showNextMatch(app, -1) },
  {
    id: 'edit.findInProject',
    enabled: (app) => listedArticles(app.workbench.project.getState().articles).length > 0,
    run: openConcordance,
  },
  { id: 'annotation.tagEverywhere', enabled: canTag, run: offerTagEverywhere },
];
