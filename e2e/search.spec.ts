import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, showArticle } from './gestures/article-list.ts';
import { articleText, findByKeyboard } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import type { LaunchOptions, RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

type Launch = (options?: LaunchOptions) => Promise<RunningApp>;

const fees = [
  'Fees for trams rise',
  '',
  'The ministry said that fees will rise in March. “The fees are fair,” Marek Ode said in the café.',
  '',
  'Coffee fees? The Cafe\u0301 owners said nothing of FEES.',
].join('\n');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

const articlesOf = () => [
  articleFile('fees.txt', fees),
  articleFile(
    'trams.txt',
    'Trams to run later\n\nThe city said fees pay for it. “No fees, no trams,” Eva Novak said.',
  ),
  articleFile('rtl.txt', 'رسوم الترام\n\nقالت الوزارة إن fees سترتفع في مارس.'),
];

const rows = (page: Page) => page.getByRole('listbox', { name: 'Found' }).getByRole('option');

async function openConcordance(launch: Launch) {
  const running = await launch({ files: articlesOf() });
  const { app, page } = running;
  await expect(articles(page)).toHaveCount(4);
  await menu(app, 'edit.findInProject');
  const field = page.getByRole('searchbox', { name: 'Words', exact: true });
  await expect(field).toBeFocused();
  await field.fill('fees');
  await expect(page.locator('.concordance-foot [role=status]')).toHaveText('8 in 3 articles');
  return { ...running, field };
}

test('goes through the whole project word by word, tags rows by key, and takes it back', async ({
  launch,
}) => {
  const { app, page, field } = await openConcordance(launch);
  await field.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows(page).first()).toHaveAccessibleName(/^Fees for trams rise/);
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toHaveAccessibleName(/tagged as Speaker/);
  await page.keyboard.press('s');
  await expect(rows(page).nth(1)).toHaveAccessibleName(/skipped/);
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('combobox', { name: 'Tag with' }).selectOption('claim');
  await page.getByRole('button', { name: 'Tag 2 picked' }).click();
  await expect(page.getByRole('option', { name: /tagged as Claim/ })).toHaveCount(2);
  await menu(app, 'edit.undo');
  await expect(page.getByRole('option', { name: /tagged as Claim/ })).toHaveCount(0);
  await expect(page.getByRole('option', { name: /tagged as Speaker/ })).toHaveCount(1);

  await page.getByRole('button', { name: 'Left context' }).click();
  await expect(rows(page).first()).toHaveAccessibleName(/^Fees for trams/);
  await expect(rows(page).nth(1)).toHaveAccessibleName(/“No fees|Coffee fees/);

  await page.getByRole('button', { name: 'By article' }).click();
  await rows(page).last().dblclick();
  await expect(articleText(page)).toBeFocused();
  await expect(articleText(page)).toContainText('الوزارة');
  await page.keyboard.press('1');
  await expectAnnotations(page, ['Speaker: fees']);
});

test('finds annotations by tag and words, and edits them at once', async ({ launch }) => {
  const { app, page, field } = await openConcordance(launch);
  await field.press('ArrowDown');
  await page.keyboard.press('Control+a');
  await page.getByRole('combobox', { name: 'Tag with' }).selectOption('claim');
  await page.getByRole('button', { name: 'Tag 8 picked' }).click();
  await expect(page.getByRole('option', { name: /tagged as Claim/ })).toHaveCount(8);

  await page.getByRole('button', { name: 'Annotations', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tag', exact: true }).selectOption('claim');
  const foot = page.locator('.concordance-foot [role=status]');
  await expect(foot).toHaveText('8 in 3 articles');
  await page.getByRole('checkbox', { name: 'Without speaker' }).check();
  await expect(foot).toHaveText('8 in 3 articles');
  await page.getByRole('checkbox', { name: 'Flagged' }).check();
  await expect(page.getByText('No annotation fits.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Flagged' }).uncheck();
  await expect(foot).toHaveText('8 in 3 articles');

  const edit = async (choice: string, button: string) => {
    await page.getByRole('button', { name: 'Edit all 8…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit 8 annotations in 3 articles' });
    await dialog.getByRole('radio', { name: choice }).check();
    if (choice === 'Change the tag')
      await dialog.getByRole('combobox', { name: 'New tag' }).selectOption('date');
    await dialog.getByRole('button', { name: button }).click();
    await expect(dialog).toBeHidden();
  };
  await edit('Flag for discussion', 'Flag 8 annotations');
  await expect(page.getByRole('option', { name: /flagged/ })).toHaveCount(8);
  await edit('Change the tag', 'Change tag of 8 annotations');
  await expect(page.getByRole('option', { name: /, Date/ })).toHaveCount(8);
  await menu(app, 'edit.undo');
  await expect(page.getByRole('option', { name: /, Claim, flagged/ })).toHaveCount(8);
  await edit('Delete', 'Delete 8 annotations');
  await expect(rows(page)).toHaveCount(0);
  await menu(app, 'edit.undo');
  await expect(rows(page)).toHaveCount(8);
  await waitSaved(page);
});

test('tags every occurrence, in this article and in all, with one undo', async ({ launch }) => {
  const { app, page } = await launch({ files: articlesOf().slice(0, 2) });
  await showArticle(page, 'Fees for trams rise');
  await findByKeyboard(page, 'fees', 1);
  await page.keyboard.press('4');
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Tag every occurrence' });
  await expect(dialog.getByRole('status')).toHaveText('5 places found, 1 tagged already.');
  await dialog.getByRole('button', { name: 'Whole project' }).click();
  await expect(dialog.getByRole('status')).toHaveText('7 places found, 1 tagged already.');
  await dialog
    .getByRole('checkbox', { name: /fees|Fees/ })
    .first()
    .uncheck();
  await dialog.getByRole('button', { name: 'Tag 5 places' }).click();
  await expect(dialog).toBeHidden();
  await expectAnnotations(page, ['Date: fees', 'Date: fees', 'Date: fees', 'Date: FEES']);
  await showArticle(page, 'Trams to run later');
  await expectAnnotations(page, ['Date: fees', 'Date: fees']);
  await menu(app, 'edit.undo');
  await expectAnnotations(page, []);
  await showArticle(page, 'Fees for trams rise');
  await expectAnnotations(page, ['Date: fees']);

  await showArticle(page, 'The island of Sellay');
  await menu(app, 'file.trash');
  await showArticle(page, 'Fees for trams rise');
  await page.getByRole('searchbox', { name: 'Filter annotations' }).fill('fees');
  await page.getByRole('button', { name: 'Edit 1 annotation…' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit 1 annotation in 1 article' });
  await edit.getByRole('radio', { name: 'Delete' }).check();
  await expect(edit.getByRole('alert')).toContainText('more than half');
  await edit.getByRole('button', { name: 'Delete 1 annotation' }).click();
  await expectAnnotations(page, []);
});

test('is accessible, light and dark, empty and full', async ({ launch }) => {
  const running = await openConcordance(launch);
  const { app, page, field } = running;
  for (const theme of ['Light', 'Dark'] as const) {
    await menu(app, `view.theme${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await field.fill('fees');
    await expect(rows(page)).toHaveCount(8);
    await expectAccessible(page, `rows, ${theme}`);
    await field.fill('nowhere at all');
    await expect(page.getByText('The words stand in no article.')).toBeVisible();
    await expectAccessible(page, `nothing found, ${theme}`);
    await page.getByRole('button', { name: 'Annotations', exact: true }).click();
    await field.fill('');
    await expectAccessible(page, `annotations, ${theme}`);
    await page.getByRole('button', { name: 'Text', exact: true }).click();
  }
});

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    state,
  ).toEqual([]);
}
