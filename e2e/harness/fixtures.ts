import { test as base, expect } from '@playwright/test';
import { type LaunchOptions, launchApp, type RunningApp } from './launch.ts';
import { refusedByMain } from './problems.ts';
import { removeProfiles } from './profile.ts';

interface Fixtures {
  /** Problems that a test provokes: `test.use({ toleratedProblems: [/disk full/] })`. */
  toleratedProblems: readonly RegExp[];
  /** Starts the app, as often as a test likes; what still runs at its end is killed and the profiles are removed. */
  launch: (options?: LaunchOptions) => Promise<RunningApp>;
}

/** Playwright's `test` with the app in it. A test in which a window reported an error, or main refused something, fails. */
export const test = base.extend<Fixtures>({
  toleratedProblems: [[], { option: true }],
  launch: async ({ toleratedProblems }, use, testInfo) => {
    const running: RunningApp[] = [];
    await use(async (options) => {
      const app = await launchApp(options);
      running.push(app);
      return app;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (failed) {
      for (const { page } of running) {
        if (page.isClosed()) continue;
        await testInfo.attach('window', { body: await page.screenshot(), contentType: 'image/png' });
      }
    }
    for (const app of running) await app.kill();
    const refused = [...new Set(running.map(({ profile }) => profile))].flatMap(refusedByMain);
    removeProfiles();
    const problems = running
      .flatMap((app) => app.problems())
      .concat(refused)
      .filter((problem) => !toleratedProblems.some((pattern) => pattern.test(problem)));
    if (!failed) expect(problems).toEqual([]);
  },
});

export { expect };
