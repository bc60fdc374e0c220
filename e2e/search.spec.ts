import type { Page } from '@playwright/test';
import { articleFile } from './gestures/article-files.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';

const fees = [
  'Fees for trams rise',
  '',
  'The ministry said that fees will rise in March. “The fees are fair,” Marek Ode said in the café.',
  '',
  'Coffee fees? The Cafe\u0301 owners said nothing of FEES.',
].join('\n');

const findBar = (page: Page) => page.getByRole('search', { name: 'Find in article' });
const countOf = (page: Page) => findBar(page).locator('.find-count');

test('finds in the article: case, whole words, expressions, diacritics', async ({ launch }) => {
  const { app, page } = await launch({ files: [articleFile('fees.txt', fees)] });
  await expect(page.getByRole('textbox', { name: 'Article text' })).toContainText('Coffee');
  await menu(app, 'edit.find');
  const field = page.getByRole('searchbox', { name: 'Find', exact: true });
  await expect(field).toBeFocused();

  await field.fill('fees');
  await expect(countOf(page)).toHaveText('1 of 5');
  await field.press('Enter');
  await expect(countOf(page)).toHaveText('2 of 5');
  await field.press('Shift+Enter');
  await field.press('Shift+Enter');
  await expect(countOf(page)).toHaveText('5 of 5');

  await field.press('Alt+c');
  await expect(findBar(page).getByRole('button', { name: 'Match case' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(countOf(page)).toHaveText('1 of 3');
  await field.press('Alt+c');

  await field.fill('fee');
  await expect(countOf(page)).toHaveText(/of 6$/);
  await field.press('Alt+w');
  await expect(countOf(page)).toHaveText('Not found');
  await field.press('Alt+w');

  await field.fill('cafe');
  await expect(countOf(page)).toHaveText(/of 2$/);
  await field.press('Alt+d');
  await expect(countOf(page)).toHaveText('Not found');
  await field.press('Alt+d');

  await field.press('Alt+r');
  await field.fill('(ministry|owners) said');
  await expect(countOf(page)).toHaveText(/of 2$/);
  await field.fill('(ministry');
  await expect(findBar(page).getByText('A bracket ( is not closed.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
});
