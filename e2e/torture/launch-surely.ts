import { type LaunchOptions, launchApp, type RunningApp } from '../harness/launch.ts';

/** How often a start was tried again because the driver, not the app, missed it. */
export const missedStarts = { count: 0 };

/**
 * As `launchApp`. On a loaded machine the driver now and then misses that the app has started and stands still (about once in a hundred starts); that says
 * nothing about the app, and is tried again. A start in which the app itself does not become usable is an error, as ever.
 */
export async function launchSurely(options: LaunchOptions): Promise<RunningApp> {
  for (;;) {
    try {
      return await launchApp(options);
    } catch (error) {
      const missed = error instanceof Error && error.message.startsWith('electron.launch: Timeout');
      if (!missed || missedStarts.count >= 20) throw error;
      missedStarts.count += 1;
    }
  }
}
