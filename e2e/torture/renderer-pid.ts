import type { ElectronApplication } from '@playwright/test';

/** Process id of the window's renderer. */
export function rendererPid(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('the app has a window');
    return window.webContents.getOSProcessId();
  });
}
