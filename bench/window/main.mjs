// A window like the app's (sandboxed, an origin of its own, the same size) with the pages that the benchmark compares in it.
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, net, protocol } from 'electron';

const pages = join(import.meta.dirname, '../../out/bench');

protocol.registerSchemesAsPrivileged([
  { scheme: 'bench', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

app.on('window-all-closed', () => app.quit());

app.whenReady().then(() => {
  protocol.handle('bench', ({ url }) => {
    const path = normalize(decodeURIComponent(new URL(url).pathname));
    return net.fetch(pathToFileURL(join(pages, path)).href);
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  window.removeMenu();
  void window.loadURL('bench://pages/index.html');
});
