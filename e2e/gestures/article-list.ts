import { expect, type Locator, type Page } from '@playwright/test';

/** The items of the article list. */
export function articles(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Articles', exact: true }).getByRole('listitem');
}

/** Shows the article whose name begins with this title. */
export async function showArticle(page: Page, title: string): Promise<void> {
  await articles(page)
    .and(page.locator(`[aria-label^="${title}"]`))
    .getByRole('button')
    .click();
  await expectShown(page, title);
}

/** Waits until the article with this title is the one shown. */
export async function expectShown(page: Page, title: string): Promise<void> {
  const current = articles(page).and(page.locator('[aria-current="true"]'));
  await expect(current).toHaveAttribute('aria-label', startsWith(title));
}

function startsWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);
}
