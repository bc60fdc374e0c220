import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

/**
 * Gathers what a page should never report, from every window of the app, present and future. Content security
 * violations come as console errors. The list grows while the app runs.
 */
export function collectProblems(app: ElectronApplication): readonly string[] {
  const problems: string[] = [];
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') {
        problems.push(
          `console: ${message.text()} (${message.location().url}:${message.location().lineNumber})`,
        );
      }
    });
    page.on('pageerror', (error) => {
      problems.push(`page error: ${error.stack ?? error.message}`);
    });
    page.on('crash', () => {
      problems.push('the window crashed');
    });
  };
  for (const page of app.windows()) watch(page);
  app.on('window', watch);
  return problems;
}

/**
 * What main had to refuse in the runs of a profile: requests, navigations, windows, permissions and downloads, from the first moment on. In a good
 * run nothing asks for any, so that the list is also the count of requests to anywhere but the app's own files.
 */
export function refusedByMain(profile: string): readonly string[] {
  return ['ascribe.old.log', 'ascribe.log'].flatMap((name) => {
    try {
      const lines = readFileSync(join(profile, 'logs', name), 'utf8').split('\n');
      return lines
        .filter((line) => / warning (?:security|bridge): /.test(line))
        .map((line) => `log: ${line}`);
    } catch {
      return []; // there is none, or the test did away with it
    }
  });
}
