import { expect, type Page } from '@playwright/test';

/** Waits until the status bar says that everything is durable. */
export async function waitSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^All changes saved$/ })).toBeVisible();
}
