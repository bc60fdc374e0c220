import type { ElectronApplication, Page } from '@playwright/test';

/** What did not answer, and for how long. */
export interface Blocked {
  /** The longest task of the page, ms; 0 where none was over 50. */
  readonly rendererMs: number;
  /** Tasks of the page over 100 ms. */
  readonly longTasks: number;
  /** The longest that main's event loop was late, ms. */
  readonly mainMs: number;
}

declare global {
  interface Window {
    taskTimes: number[];
  }
}

/** What no task of the page should take while one works on a long article, ms. */
const longTaskMs = 100;

/** Watches the tasks of a page and the event loop of the main process from now on. @returns takes what was longest since the last time */
export async function watchLongTasks(app: ElectronApplication, page: Page): Promise<() => Promise<Blocked>> {
  await page.evaluate(() => {
    window.taskTimes = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.taskTimes.push(duration);
    }).observe({ type: 'longtask' });
  });
  const delay = await app.evaluateHandle(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
    histogram.enable();
    return histogram;
  });
  return async () => {
    const times = await page.evaluate(() => window.taskTimes.splice(0));
    const mainMs = await delay.evaluate((histogram) => {
      const longest = histogram.max / 1_000_000;
      histogram.reset();
      return longest;
    });
    return {
      rendererMs: Math.max(0, ...times),
      longTasks: times.filter((ms) => ms > longTaskMs).length,
      mainMs,
    };
  };
}
