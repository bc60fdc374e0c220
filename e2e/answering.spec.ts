import { articleSizes } from '../bench/article/article-sizes.ts';
import { taggedArticle } from '../bench/article/tagged-article.ts';
import { writeDataset } from '../bench/article/write-dataset.ts';
import { card } from './gestures/annotations.ts';
import { showArticle } from './gestures/article-list.ts';
import { offerDataset } from './gestures/datasets.ts';
import { articleText, findByKeyboard } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { watchLongTasks } from './harness/long-tasks.ts';
import { waitSaved } from './harness/saved.ts';

/** How long page and main do not answer is measured and told, not asserted: other programs that want the machine make it longer. */
test('work on an article of a megabyte: how long anything stands still', async ({ launch }) => {
  const size = articleSizes.find(({ id }) => id === '1 MB');
  if (size === undefined) throw new Error('a megabyte is among the sizes');
  const article = taggedArticle(size);
  const path = test.info().outputPath('megabyte.json');
  await writeDataset(path, [article]);
  const running = await launch();
  const { app, page } = running;
  const offer = await offerDataset(running, path);
  await offer.getByRole('button', { name: 'Import' }).click();
  await expect(offer).toBeHidden();
  await waitSaved(page);

  const longest = await watchLongTasks(app, page);
  await showArticle(page, article.title);
  await expect(articleText(page).locator('mark').first()).toBeVisible();
  const opening = await longest();

  await articleText(page).focus();
  for (const key of ['End', 'PageDown', 'PageDown', 'PageDown', 'Control+End', 'PageUp', 'PageUp'])
    await page.keyboard.press(key);
  await findByKeyboard(page, 'union’s chair', 2);
  await page.keyboard.press('1');
  await expect(card(page).locator('blockquote')).toHaveText('union’s chair');
  await page.keyboard.press('Control+z');
  await expect(card(page).locator('blockquote')).toHaveCount(0);
  await waitSaved(page);
  const working = await longest();

  const told = [
    ['opening', opening],
    ['moving, finding, tagging and undoing', working],
  ] as const;
  for (const [what, { rendererMs, longTasks, mainMs }] of told) {
    test.info().annotations.push({
      type: 'measured',
      description: `1 MB with 10,000 annotations, ${what}: longest task of the window ${Math.round(rendererMs)} ms (${longTasks} over 100 ms), main late by ${Math.round(mainMs)} ms at most`,
    });
  }
});
