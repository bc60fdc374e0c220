import type { BridgeApi } from '../../../bridge/api.ts';
import type { Session } from '../../../bridge/session.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Application } from '../application.ts';

/** So long opening an article waits for main's note of it, in milliseconds: a disk that hangs keeps nobody from reading. */
const longestWait = 500;

/** Tells main which article is about to be drawn, so that one that ends the window is not opened for ever. Resolves when that is on the disk. */
export function noteOpening(
  bridge: Pick<BridgeApi, 'request'>,
  { projectId }: Pick<Session, 'projectId'>,
): (articleId: Identifier) => Promise<void> {
  return (articleId) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      bridge.request('articles.opening', { projectId, articleId }).then(done, done);
    });
}

/** Tells main when an article that was opened is whole and on the screen, until the returned function is called. */
export function noteSeen(app: Application): () => void {
  return app.workbench.project.subscribe((state, before) => {
    const id = state.open?.record.id;
    if (id === undefined || id === before.open?.record.id) return;
    if (app.interface.getState().leftClosed?.articleId === id) app.interface.setState({ leftClosed: null });
    void seen(app, id);
  });
}

async function seen(app: Application, articleId: Identifier): Promise<void> {
  // What cannot be read to its end has not ended the window either.
  await app.workbench.whenComplete().catch(() => undefined);
  do await nextFrame();
  while (app.textView.current === null && isOpen(app, articleId));
  // The frame after is called when the one before was painted.
  await nextFrame();
  if (isOpen(app, articleId)) await app.bridge.request('articles.seen', { articleId }).catch(() => undefined);
}

function isOpen(app: Application, articleId: Identifier): boolean {
  return app.workbench.project.getState().open?.record.id === articleId;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
