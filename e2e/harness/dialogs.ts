import type { ElectronApplication } from '@playwright/test';

/** The app looks its dialogs up on `electron.dialog` at each call, so from here on they answer at once. */

/** The next open dialogs answer with these paths; with none, they are cancelled. */
export async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** The next save dialogs answer with this path; with null, they are cancelled. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** The next save dialogs answer with the name that they propose, in this folder. */
export async function answerSaveDialogIn(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    // It may be called with a window before the options.
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const options = given.at(-1);
      const proposed =
        typeof options === 'object' && options !== null && 'defaultPath' in options
          ? String(options.defaultPath)
          : '';
      return { canceled: false, filePath: `${into}/${proposed.split(/[\\/]/).at(-1)}` };
    };
  }, folder);
}

/** The next message boxes answer with the button at this place. */
export async function answerMessageBox(app: ElectronApplication, index: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
  }, index);
}
