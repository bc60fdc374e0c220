import type { ElectronApplication, Page } from '@playwright/test';

/** Takes the processor time that the main thread of a page has used, in milliseconds: unlike a clock it does not run while others use the processor. */
export type MainThreadTime = () => Promise<number>;

export async function mainThreadTime(app: ElectronApplication, page: Page): Promise<MainThreadTime> {
  const session = await app.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const tasks = metrics.find(({ name }) => name === 'TaskDuration');
    if (tasks === undefined) throw new Error('Chromium reports the duration of tasks');
    return tasks.value * 1_000;
  };
}

/** What `action` resolves to, and the main thread's processor time meanwhile. */
export async function spending<Value>(
  time: MainThreadTime,
  action: () => Promise<Value>,
): Promise<{ value: Value; cpuMs: number }> {
  const before = await time();
  const value = await action();
  return { value, cpuMs: (await time()) - before };
}
