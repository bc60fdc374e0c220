import type { ArticleStateName } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import {
  restoreArticles,
  setArticleState,
  trashArticles,
} from '../../../core/operations/gestures/change-article.ts';
import { moveArticle } from '../../../core/operations/gestures/move-article.ts';
import { count } from '../../../core/text/number-words.ts';
import { type Application, isMac } from '../application.ts';
import { runCommand } from '../command-registry.ts';
import { keyLabelsOf } from '../keys/key-labels.ts';
import { listedArticles } from '../list-articles.ts';
import { performInList } from '../perform.ts';
import { isListOrder } from './arrange-articles.ts';
import { arrangementOf, articlesInSight } from './article-rows.ts';
import { recordsOf } from './article-targets.ts';

const now = () => new Date().toISOString();

/** Says of articles how far the work on them has come. Of those that are done it says what is still open in them, and how to go on. */
export function markArticles(app: Application, ids: readonly Identifier[], state: ArticleStateName): void {
  const records = recordsOf(app, ids);
  if (!performInList(app, setArticleState(records, state, now())) || state !== 'done') return;
  const open = records.reduce((sum, { id }) => sum + (app.articleFacts.of(id)?.unattributed ?? 0), 0);
  const [first] = records;
  const what = records.length === 1 ? `“${first?.title}” is` : `${count(records.length, 'article')} are`;
  const rest = open === 0 ? '' : ` ${count(open, 'claim')} still without a speaker.`;
  const [keys = ''] = keyLabelsOf('go.nextUnfinished', isMac(app));
  app.notices.inform(`${what} done.${rest}`, {
    label: `Next unfinished (${keys})`,
    run: () => void runCommand(app, 'go.nextUnfinished'),
  });
}

/** Moves articles to the trash. When the open one is among them, the one after it in the list is shown. */
export async function trash(app: Application, ids: readonly Identifier[]): Promise<void> {
  const openId = app.workbench.project.getState().open?.record.id;
  const going = new Set(ids);
  const rows = articlesInSight(app, openId);
  const at = rows.findIndex(({ summary }) => summary.record.id === openId);
  const stays = ({ summary }: (typeof rows)[number]) => !going.has(summary.record.id);
  const next = rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays);
  const records = recordsOf(app, ids);
  if (!performInList(app, trashArticles(records, now()))) return;
  app.articleList.clearSelection();
  const [first] = records;
  const what = records.length === 1 ? `“${first?.title}” is` : `${count(records.length, 'article')} are`;
  app.notices.inform(
    `${what} in the trash. Undo, or File › Trash, brings ${records.length === 1 ? 'it' : 'them'} back.`,
  );
  if (openId !== undefined && going.has(openId) && next !== undefined) {
    await app.workbench.openArticle(next.summary.record.id);
  }
}

export function restore(app: Application, ids: readonly Identifier[]): boolean {
  return performInList(app, restoreArticles(recordsOf(app, ids), now()));
}

export type Move = 'up' | 'down' | 'top' | 'end';

/** Moves an article in the list, if the list is as it was made; else says why not. */
export function move(app: Application, id: Identifier, where: Move): boolean {
  const listed = listedArticles(app.workbench.project.getState().articles).map(({ record }) => record.id);
  const at = listed.indexOf(id);
  if (at === -1) return false;
  switch (where) {
    case 'up':
      return at > 0 && moveBefore(app, id, listed[at - 1] ?? null);
    case 'down':
      return at < listed.length - 1 && moveBefore(app, id, listed[at + 2] ?? null);
    case 'top':
      return at > 0 && moveBefore(app, id, listed[0] ?? null);
    case 'end':
      return at < listed.length - 1 && moveBefore(app, id, null);
  }
}

/** Puts an article before another in the list; null puts it last. */
export function moveBefore(app: Application, id: Identifier, before: Identifier | null): boolean {
  if (!mayMove(app)) {
    app.notices.inform(
      'Articles are moved in their own order: with nothing searched for or filtered, sorted by list order and without groups.',
    );
    return false;
  }
  const all = [...app.workbench.project.getState().articles.values()];
  return performInList(app, moveArticle(all, id, before));
}

/** Whether the list is as it was made, so that places in it are places of its own. */
export function mayMove(app: Application): boolean {
  return isListOrder(arrangementOf(app));
}
