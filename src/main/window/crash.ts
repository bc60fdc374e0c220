import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../log/log.ts';

/** Offers a reload when the page's process is gone or does not answer. The page then shows all that was saved. */
export function offerReload(window: BrowserWindow, log: Log): void {
  const contents = window.webContents;
  let asking = false;
  let reloading = false;

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || reloading) return;
    const cause = reason === 'oom' ? 'It ran out of memory. ' : '';
    void ask(
      'The window has stopped working.',
      `${cause}Every change that was saved is kept; a reload shows it again.`,
      ['Reload', 'Quit'],
      (response) => (response === 0 ? reload() : window.destroy()),
    );
  });
  window.on('unresponsive', () => {
    log.warning('window: it does not answer');
    void ask(
      'The window does not answer.',
      'It may be busy with something large. A reload keeps every change that was saved.',
      ['Wait', 'Reload'],
      (response) => {
        if (response === 1) reload();
      },
    );
  });
  contents.on('did-finish-load', () => {
    reloading = false;
  });

  function reload(): void {
    reloading = true;
    // A page that hangs cannot be asked to leave.
    if (!contents.isCrashed()) contents.forcefullyCrashRenderer();
    contents.reload();
  }

  async function ask(
    message: string,
    detail: string,
    buttons: string[],
    answered: (response: number) => void,
  ): Promise<void> {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (!window.isDestroyed()) answered(response);
  }
}
