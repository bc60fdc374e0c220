import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../harness/launch.ts';
import { menu } from '../harness/menu.ts';

/** Opens the tag set and waits for it. */
export async function openTagSet({ app, page }: RunningApp): Promise<Locator> {
  await menu(app, 'view.tagSet');
  const view = page.getByRole('region', { name: 'Tag set', exact: true });
  await expect(view).toBeVisible();
  return view;
}

/** The item of a tag in the tag set's list. */
export function tagItem(page: Page, name: string): Locator {
  return page
    .getByRole('list', { name: 'Tags of this project' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

/** Chooses a tag and waits for its fields. */
export async function chooseTag(page: Page, name: string): Promise<Locator> {
  await tagItem(page, name).click();
  const detail = page.getByRole('region', { name: `Tag ${name}`, exact: true });
  await expect(detail).toBeVisible();
  return detail;
}

/** Writes into a field for something new and presses Enter. */
export async function addIn(within: Locator, field: string, words: string): Promise<void> {
  await within.getByRole('textbox', { name: field, exact: true }).fill(words);
  await within.getByRole('textbox', { name: field, exact: true }).press('Enter');
}
