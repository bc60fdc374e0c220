// The least that an Electron app can be: one sandboxed window with a page of a few words. What a cold start is compared with.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
