import type { ElectronApplication } from '@playwright/test';

/** Resident memory of the renderer process after a garbage collection, in MB (10^6 bytes). */
export async function rendererMemory(app: ElectronApplication): Promise<number> {
  const page = app.windows()[0];
  if (page === undefined) throw new Error('the app has a window');
  const session = await app.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const kibibytes = await app.evaluate(({ app: electron, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    return electron.getAppMetrics().find((metrics) => metrics.pid === pid)?.memory.workingSetSize;
  });
  if (kibibytes === undefined) throw new Error('the window has a renderer');
  return (kibibytes * 1024) / 1e6;
}
