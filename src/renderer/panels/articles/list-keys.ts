import type { KeyboardEvent } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Application } from '../../app/application.ts';
import { markArticles, move, trash } from '../../app/articles/article-actions.ts';
import { canWrite } from '../../app/preconditions.ts';
import { stateOfKey } from './state-keys.ts';

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * What a key that moves in the list of articles comes to: Shift with an arrow selects on from where the selection began, Alt with an arrow
 * takes the article along.
 * @param ids of the items, in order
 * @returns the item that has the focus afterwards; undefined when the key does not move
 */
export function moveInList(
  app: Application,
  ids: readonly Identifier[],
  press: Press,
  index: number,
): number | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  const id = ids[index];
  if (step === undefined || id === undefined || press.ctrlKey || press.metaKey) return undefined;
  const target = Math.max(0, Math.min(ids.length - 1, index + step));
  if (press.shiftKey && !press.altKey) {
    selectTo(app, ids, app.articleList.store.getState().anchor ?? id, target);
    return target;
  }
  if (!press.altKey || press.shiftKey) return undefined;
  return move(app, id, step === 1 ? 'down' : 'up') ? target : index;
}

/** Selects all items from one to another. */
export function selectTo(
  app: Application,
  ids: readonly Identifier[],
  anchor: Identifier,
  index: number,
): void {
  const from = Math.max(0, ids.indexOf(anchor));
  app.articleList.select(ids.slice(Math.min(from, index), Math.max(from, index) + 1), ids[from] ?? anchor);
}

/** Takes an article into the selection, or out of it. */
export function toggleSelected(app: Application, id: Identifier): void {
  const { selected } = app.articleList.store.getState();
  app.articleList.select(
    selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id],
    id,
  );
}

/**
 * What any other key comes to on an item: on all that is selected if the item is, else on the item alone.
 * @returns true when the key means something
 */
export function pressInList(
  app: Application,
  ids: readonly Identifier[],
  press: Press,
  index: number,
): boolean {
  const id = ids[index];
  if (id === undefined || press.altKey) return false;
  const { selected } = app.articleList.store.getState();
  if (press.ctrlKey || press.metaKey) {
    if (press.key === ' ') toggleSelected(app, id);
    else if (press.key.toLowerCase() === 'a') app.articleList.select(ids, id);
    else return false;
    return true;
  }
  if (press.key === 'Escape') {
    if (selected.size > 0) app.articleList.clearSelection();
    else app.textView.current?.focus();
    return true;
  }
  if (press.key === 'F2') {
    app.interface.setState({ dialog: { kind: 'details', article: id } });
    return true;
  }
  if (!canWrite(app)) return false;
  const targets = selected.has(id) ? [...selected] : [id];
  const state = stateOfKey(press.key);
  if (state !== undefined) markArticles(app, targets, state);
  else if (press.key === 'Delete' || press.key === 'Backspace') {
    trash(app, targets).catch(app.reportFault);
  } else if (press.key.toLowerCase() === 'l') {
    app.interface.setState({ dialog: { kind: 'labels', articles: targets } });
  } else if (press.key.toLowerCase() === 'n') {
    app.interface.setState({ dialog: { kind: 'articleNote', article: id } });
  } else return false;
  return true;
}
