import type { WebContents } from 'electron';
import type { Log } from '../log/log.ts';
import { isOwn, type Origin } from './origin.ts';

/** Where a page may go: nowhere. It is loaded once by main, and again by its own reload. */
export function lockContents(contents: WebContents, origin: Origin, log: Log): void {
  contents.on('will-navigate', (event) => {
    // The development server reloads the page it serves.
    if (origin.kind === 'development' && isOwn(origin, event.url)) return;
    refuse(event, 'navigation');
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return; // will-navigate has it as well
    refuse(event, 'navigation of a frame');
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirection'));
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.setWindowOpenHandler(() => {
    log.warning('security: a new window was asked for and denied');
    return { action: 'deny' };
  });

  function refuse(event: { preventDefault: () => void }, what: string): void {
    log.warning(`security: a ${what} was prevented`);
    event.preventDefault();
  }
}
