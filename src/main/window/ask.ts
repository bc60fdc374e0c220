import { type BrowserWindow, dialog } from 'electron';
import { closingQuestion } from './closing.ts';

/** True when the person wants to quit although changes are not saved. */
export async function askToClose(window: BrowserWindow, unsaved: number | null): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    ...closingQuestion(unsaved),
    buttons: ['Cancel', 'Quit anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Tells of something the person cannot mend in the window. Resolves when it was read. */
export async function tell(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'error', message, detail, buttons: ['OK'], noLink: true });
}
