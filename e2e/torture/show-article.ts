import { expect, type Page } from '@playwright/test';

/** Shows an article by its place in the list: which one was open last is a setting, and may be older than the last kill. */
export async function showArticle(page: Page, title: string): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Articles', exact: true });
  const text = page.getByRole('textbox', { name: 'Article text', exact: true });
  await list.getByText(title, { exact: true }).click();
  await expect(text.getByRole('heading', { name: title, exact: true })).toBeVisible();
}
