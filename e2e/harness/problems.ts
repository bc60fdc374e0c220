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
