import type { Page } from '@playwright/test';
import { articleFile } from './gestures/article-files.ts';
import { articles, expectShown, showArticle } from './gestures/article-list.ts';
import { offerDataset } from './gestures/datasets.ts';
import { selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const alpha = 'Alpha fees\n\n“We go,” said Anna.';

function spanOf(id: string, tag: string, text: string, words: string, more: object = {}) {
  const start = text.indexOf(words);
  return { id, tag, start, end: start + words.length, text: words, ...more };
}

/** Five articles: one attributed, one with a claim without a speaker, one with a flag, two without annotations. */
const dataset = {
  format: 'ascribe-dataset',
  version: 1,
  offsetUnit: 'codePoint',
  articles: [
    {
      id: 'a',
      title: 'Alpha fees',
      text: alpha,
      spans: [spanOf('claim', 'claim', alpha, '“We go,”'), spanOf('anna', 'speaker', alpha, 'Anna')],
      relations: [{ id: 'says', type: 'says', from: 'anna', to: 'claim' }],
    },
    {
      id: 'b',
      title: 'Beta ports',
      text: 'Beta ports\n\nThe Škofja\nharbour “stays”.',
      spans: [{ id: 'claim', tag: 'claim', start: 31, end: 38, text: '“stays”' }],
    },
    {
      id: 'c',
      title: 'Gamma grain',
      text: 'Gamma grain\n\nIn Sund.',
      spans: [{ id: 'sund', tag: 'location', start: 16, end: 20, text: 'Sund', flagged: true }],
    },
    { id: 'd', title: 'Delta oil', text: 'Delta oil\n\nNo words.', metadata: { date: '2031-03-14' } },
    { id: 'e', title: 'Epsilon harbour', text: 'Epsilon harbour\n\nNothing.' },
  ],
};

const five = ['Alpha fees', 'Beta ports', 'Gamma grain', 'Delta oil', 'Epsilon harbour'];

async function importFive(running: RunningApp): Promise<void> {
  const offer = await offerDataset(running, articleFile('five.json', JSON.stringify(dataset)));
  await offer.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toBeHidden();
  await expectList(running.page, five);
}

/** Waits until the list shows the articles with these titles, in this order. */
async function expectList(page: Page, titles: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      articles(page).evaluateAll((items) =>
        items.map((item) => item.getAttribute('aria-label')?.split(',')[0]),
      ),
    )
    .toEqual(titles);
}

function item(page: Page, title: string) {
  return articles(page)
    .and(page.locator(`[aria-label^="${title},"]`))
    .getByRole('button');
}

function panel(page: Page) {
  return page.getByRole('navigation', { name: 'Articles', exact: true });
}

async function chooseFilter(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter articles' }).click();
  await page.getByRole('dialog', { name: 'Show only articles' }).getByRole('checkbox', { name }).click();
  await page.keyboard.press('Escape');
}

async function chooseOrder(page: Page, group: 'Sort by' | 'Group by', name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sort and group articles' }).click();
  const order = page.getByRole('dialog', { name: 'Order of the articles' });
  await order.getByRole('group', { name: group }).getByRole('radio', { name }).click();
  await page.keyboard.press('Escape');
  await expect(order).toBeHidden();
}

test('articles are searched, filtered and sorted, and next and previous follow', async ({ launch }) => {
  const running = await launch();
  const { app, page } = running;
  await importFive(running);

  await page.keyboard.press('Control+Shift+A');
  const search = page.getByRole('searchbox', { name: 'Search articles' });
  await expect(search).toBeFocused();
  await page.keyboard.insertText('harbour');
  await expectList(page, ['Epsilon harbour', 'Beta ports']);
  await expect(panel(page)).toContainText('In the text');
  await expect(item(page, 'Beta ports')).toContainText('The Škofja harbour');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('skofja harbour');
  await expectList(page, ['Beta ports']);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('no such words');
  await expect(panel(page)).toContainText('No article matches.');
  await page.keyboard.press('Escape');
  await expectList(page, five);

  for (const [name, expected] of [
    ['have claims without a speaker', ['Beta ports']],
    ['have flagged annotations', ['Gamma grain']],
    ['have no annotation', ['Delta oil', 'Epsilon harbour']],
    ['Location', ['Gamma grain']],
    ['To do', five],
  ] as const) {
    await chooseFilter(page, name);
    await expectList(page, expected);
    await panel(page).getByRole('group', { name: 'Filters in force' }).getByRole('button').click();
    await expectList(page, five);
  }

  await chooseOrder(page, 'Sort by', 'Title');
  await expectList(page, ['Alpha fees', 'Beta ports', 'Delta oil', 'Epsilon harbour', 'Gamma grain']);
  await chooseOrder(page, 'Sort by', 'Publication date');
  await expectList(page, ['Delta oil', 'Alpha fees', 'Beta ports', 'Gamma grain', 'Epsilon harbour']);
  await chooseOrder(page, 'Sort by', 'Annotations');
  await expectList(page, five);

  await chooseFilter(page, 'have no annotation');
  await showArticle(page, 'Delta oil');
  await menu(app, 'go.nextArticle');
  await expectShown(page, 'Epsilon harbour');
  await menu(app, 'go.previousArticle');
  await expectShown(page, 'Delta oil');
  await panel(page).getByRole('button', { name: 'Show all' }).click();
  await chooseOrder(page, 'Sort by', 'List order');
  await menu(app, 'go.previousArticle');
  await expectShown(page, 'Gamma grain');
});

test('states, labels and notes are given by key, counted, undone and kept', async ({ launch }) => {
  const running = await launch();
  const { app, page } = running;
  await importFive(running);
  await showArticle(page, 'Alpha fees');
  await selectWords(page, alpha, 'said');
  await page.keyboard.press('4');
  await expect(item(page, 'Alpha fees')).toHaveAttribute('aria-current', 'true');
  await expect(articles(page).first()).toHaveAttribute('aria-label', /^Alpha fees, in progress,/);
  await page.keyboard.press('Control+z');
  await expect(articles(page).first()).toHaveAttribute('aria-label', /^Alpha fees, to do,/);

  await showArticle(page, 'Beta ports');
  await page.keyboard.press('Control+Enter');
  await expect(panel(page)).toContainText('1 of 5 done');
  const messages = page.getByRole('log', { name: 'Messages' });
  await expect(messages).toContainText('1 claim still without a speaker');
  await expect.poll(async () => (await menuItem(app, 'article.done'))?.checked).toBe(true);
  await messages.getByRole('button', { name: /^Next unfinished/ }).click();
  await expectShown(page, 'Gamma grain');
  await menu(app, 'edit.undo');
  await expect(panel(page)).toContainText('0 of 5 done');
  await menu(app, 'edit.redo');

  await page.keyboard.press('Control+l');
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText('Ports');
  await page.keyboard.press('Enter');
  await expect(labels.getByRole('option', { name: /^Ports/ })).toContainText('on it');
  await page.keyboard.press('Escape');
  await expect(item(page, 'Gamma grain')).toContainText('Ports');
  await item(page, 'Epsilon harbour').focus();
  await page.keyboard.press('l');
  await expect(labels.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText('po');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(item(page, 'Epsilon harbour')).toContainText('Ports');

  await item(page, 'Delta oil').focus();
  await page.keyboard.press('n');
  const note = page.getByRole('dialog', { name: 'Article note' });
  await expect(note.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('Ask the ministry.');
  await note.getByRole('button', { name: 'Save' }).click();
  await expect(articles(page).nth(3)).toHaveAttribute('aria-label', /has a note$/);
  await chooseFilter(page, 'have a note');
  await expectList(page, ['Delta oil']);
  await panel(page).getByRole('button', { name: 'Show all' }).click();

  await chooseOrder(page, 'Group by', 'First label');
  await expectList(page, ['Gamma grain', 'Epsilon harbour', 'Alpha fees', 'Beta ports', 'Delta oil']);
  await expect(panel(page)).toContainText('No label');
  await waitSaved(page);
  await running.close();

  const again = await launch({ profile: running.profile });
  await expectList(again.page, ['Gamma grain', 'Epsilon harbour', 'Alpha fees', 'Beta ports', 'Delta oil']);
  await expect(panel(again.page)).toContainText('1 of 5 done');
  await expect(item(again.page, 'Gamma grain')).toContainText('Ports');
  await menu(again.app, 'edit.undo');
  await expect(articles(again.page).nth(4)).not.toHaveAttribute('aria-label', /has a note$/);
  await menu(again.app, 'edit.undo');
  await expectList(again.page, ['Gamma grain', 'Alpha fees', 'Beta ports', 'Delta oil', 'Epsilon harbour']);
});

test('articles are moved by key and by pointer, and several are changed, trashed and restored at once', async ({
  launch,
}) => {
  const running = await launch();
  const { app, page } = running;
  await importFive(running);
  await showArticle(page, 'Alpha fees');
  await item(page, 'Delta oil').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expectList(page, ['Alpha fees', 'Beta ports', 'Delta oil', 'Gamma grain', 'Epsilon harbour']);
  await expect(item(page, 'Delta oil')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expectList(page, ['Alpha fees', 'Delta oil', 'Beta ports', 'Gamma grain', 'Epsilon harbour']);
  await expect(item(page, 'Delta oil')).toBeFocused();

  await drag(page, 'Gamma grain', 'Alpha fees');
  const moved = ['Gamma grain', 'Alpha fees', 'Delta oil', 'Beta ports', 'Epsilon harbour'];
  await expectList(page, moved);
  await expectShown(page, 'Alpha fees');
  await menu(app, 'edit.undo');
  await expectList(page, ['Alpha fees', 'Delta oil', 'Beta ports', 'Gamma grain', 'Epsilon harbour']);
  await menu(app, 'edit.redo');
  await chooseOrder(page, 'Sort by', 'Title');
  await drag(page, 'Gamma grain', 'Alpha fees');
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('moved in their own order');
  await chooseOrder(page, 'Sort by', 'List order');
  await expectList(page, moved);

  await item(page, 'Alpha fees').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(panel(page)).toContainText('3 selected');
  await page.keyboard.press('4');
  await expect(panel(page)).toContainText('3 of 5 done');
  await menu(app, 'edit.undo');
  await expect(panel(page)).toContainText('0 of 5 done');
  await item(page, 'Beta ports').click({ modifiers: ['Control'] });
  await expect(panel(page)).toContainText('2 selected');
  await item(page, 'Delta oil').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  const left = ['Gamma grain', 'Beta ports', 'Epsilon harbour'];
  await expectList(page, left);
  await expectShown(page, 'Beta ports');
  await menu(app, 'edit.undo');
  await expectList(page, moved);
  await menu(app, 'edit.redo');
  await expectList(page, left);

  await menu(app, 'file.showTrash');
  const trash = page.getByRole('dialog', { name: 'Trash' });
  await trash.getByRole('button', { name: 'Remove Delta oil' }).click();
  await expect(trash.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await menu(app, 'edit.undo');
  await menu(app, 'file.showTrash');
  await expect(trash.getByRole('listitem')).toHaveCount(2);
  await trash.getByRole('button', { name: 'Restore 2 articles' }).click();
  await expect(trash).toContainText('The trash is empty.');
  await page.keyboard.press('Escape');
  await expectList(page, moved);
  await waitSaved(page);
  await running.close();

  const again = await launch({ profile: running.profile });
  await expectList(again.page, moved);
  await again.page.keyboard.press('Control+2');
  await expect(articleText(again.page)).toBeFocused();
});

/** Takes an article by its title and puts it down above another. */
async function drag(page: Page, title: string, above: string): Promise<void> {
  const from = await item(page, title).boundingBox();
  const to = await item(page, above).boundingBox();
  if (from === null || to === null) throw new Error('both articles are in sight');
  await page.mouse.move(from.x + 40, from.y + 15);
  await page.mouse.down();
  await page.mouse.move(from.x + 44, from.y - 10, { steps: 3 });
  await page.mouse.move(to.x + 40, to.y + 8, { steps: 6 });
  await page.mouse.up();
}
