import type { ElectronApplication, Page } from '@playwright/test';

/** The longest that something did not answer, ms; 0 where it was never long. */
export interface Blocked {
  readonly rendererMs: number;
  readonly mainMs: number;
}

declare global {
  interface Window {
    longestTask: number;
  }
}

/** Watches the tasks of a page and the event loop of the main process from now on. @returns takes what was longest since the last time */
export async function watchLongTasks(app: ElectronApplication, page: Page): Promise<() => Promise<Blocked>> {
  await page.evaluate(() => {
    window.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longestTask = Math.max(window.longestTask, duration);
    }).observe({ type: 'longtask' });
  });
  const delay = await app.evaluateHandle(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
    histogram.enable();
    return histogram;
  });
  return async () => {
    const rendererMs = await page.evaluate(() => {
      const longest = window.longestTask;
      window.longestTask = 0;
      return longest;
    });
    const mainMs = await delay.evaluate((histogram) => {
      const longest = histogram.max / 1_000_000;
      histogram.reset();
      return longest;
    });
    return { rendererMs, mainMs };
  };
}
