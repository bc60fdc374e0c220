import type { Page } from '@playwright/test';

/** What the window says about a rebuilding. */
export function toldAtStart(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'State of the project' }).locator('p').allTextContents();
}
