import type { ArticleRecord, ArticleStateName } from '../../../core/model/article.ts';
import type { Application } from '../application.ts';
import { type Move, markArticles, move, trash } from '../articles/article-actions.ts';
import { recordsOf, targetArticles } from '../articles/article-targets.ts';
import { canCarryOver, offerCarryOver } from '../articles/carry-over.ts';
import type { CommandImplementation } from '../command.ts';
import { canReadWholePage, readFileAgain } from '../opening/reread.ts';
import { canWrite } from '../preconditions.ts';

export const implementations: readonly CommandImplementation[] = [
  stateCommand('article.todo', 'todo'),
  stateCommand('article.inProgress', 'inProgress'),
  stateCommand('article.done', 'done'),
  stateCommand('article.discuss', 'discuss'),
  {
    id: 'article.beginByTagging',
    checked: (app) => app.settings.current.tagsBeginArticle,
    run: (app) => app.settings.change({ tagsBeginArticle: !app.settings.current.tagsBeginArticle }),
  },
  {
    id: 'article.labels',
    enabled: canChange,
    run: (app) => app.interface.setState({ dialog: { kind: 'labels', articles: targetArticles(app) } }),
  },
  {
    id: 'article.note',
    enabled: canChange,
    run: (app) => {
      const [article] = targetArticles(app);
      if (article !== undefined) app.interface.setState({ dialog: { kind: 'articleNote', article } });
    },
  },
  {
    id: 'article.carryOver',
    enabled: (app) => canWrite(app) && canCarryOver(app),
    run: (app) => offerCarryOver(app),
  },
  {
    id: 'article.readAgain',
    enabled: (app) => canWrite(app) && openRecord(app) !== undefined,
    run: (app) => readFileAgain(app, false),
  },
  {
    id: 'article.readWholePage',
    enabled: (app) => {
      const record = openRecord(app);
      return canWrite(app) && record !== undefined && canReadWholePage(record);
    },
    run: (app) => readFileAgain(app, true),
  },
  {
    id: 'file.details',
    enabled: (app) => targetArticles(app).length > 0,
    run: (app) => {
      const [article] = targetArticles(app);
      if (article !== undefined) app.interface.setState({ dialog: { kind: 'details', article } });
    },
  },
  moveCommand('article.moveUp', 'up'),
  moveCommand('article.moveDown', 'down'),
  moveCommand('article.moveToTop', 'top'),
  moveCommand('article.moveToEnd', 'end'),
  { id: 'file.trash', enabled: canChange, run: (app) => trash(app, targetArticles(app)) },
  { id: 'file.showTrash', run: (app) => app.interface.setState({ dialog: { kind: 'trash' } }) },
];

/** The open article, where it was made of a file. */
function openRecord(app: Application): ArticleRecord | undefined {
  const record = app.workbench.project.getState().open?.record;
  return record === undefined || record.source.reader === 'dataset' ? undefined : record;
}

function canChange(app: Application): boolean {
  return canWrite(app) && targetArticles(app).length > 0;
}

function stateCommand(id: `article.${ArticleStateName}`, state: ArticleStateName): CommandImplementation {
  return {
    id,
    enabled: canChange,
    checked: (app) => {
      const records = recordsOf(app, targetArticles(app));
      return records.length > 0 && records.every((record) => record.state === state);
    },
    run: (app) => markArticles(app, targetArticles(app), state),
  };
}

/** Moves the one article that it is about: of several it could not be said which goes where. */
function moveCommand(id: CommandImplementation['id'], where: Move): CommandImplementation {
  return {
    id,
    enabled: (app) => canWrite(app) && targetArticles(app).length === 1,
    run: (app) => {
      const [article] = targetArticles(app);
      if (article !== undefined) move(app, article, where);
    },
  };
}
