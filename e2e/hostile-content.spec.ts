import type { Page } from '@playwright/test';
import { hostileDataset } from '../tests/hostile/hostile-dataset.ts';
import { hostileFiles, hostileNames } from '../tests/hostile/hostile-files.ts';
import { payloads } from '../tests/hostile/payloads.ts';
import { annotations, card } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, showArticle } from './gestures/article-list.ts';
import { offerDataset } from './gestures/datasets.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

/** Counts the boxes that a page of others' making would show. */
function watchBoxes(page: Page): () => number {
  let shown = 0;
  page.on('dialog', (box) => {
    shown += 1;
    void box.dismiss();
  });
  return () => shown;
}

/**
 * Nothing ran, went elsewhere or was drawn as markup. That nothing was asked of the network the harness asserts after every test: main's log names
 * each request that was cancelled, and the console each that the policy refused.
 */
async function expectUnharmed({ app, page }: RunningApp, boxes: () => number): Promise<void> {
  expect(
    await page.evaluate(() => ({
      ran: 'hostile' in globalThis,
      bridge: typeof window.ascribe.request,
      foreign: [
        ...document.querySelectorAll('iframe,object,embed,base,marquee,video,audio,form[action],math'),
      ].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      handlers: [...document.querySelectorAll('*')]
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith('on')),
      addresses: [...document.querySelectorAll('[href],[src]')]
        .flatMap((element) => [element.getAttribute('href') ?? '', element.getAttribute('src') ?? ''])
        .filter((address) => /^\s*(?:java\s*script|data:text|https?:|vbscript|file):?/i.test(address)),
      // Of the page itself there is one script, and no meta element that leads elsewhere.
      refresh: document.querySelectorAll('meta[http-equiv=refresh]').length,
    })),
  ).toEqual({ ran: false, bridge: 'function', foreign: [], handlers: [], addresses: [], refresh: 0 });
  expect(page.url()).toBe('app://ascribe/index.html');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.title()).toMatch(/Ascribe/);
  expect(boxes()).toBe(0);
}

test('files of every kind, hostile names and a pasted text are words alone', async ({ launch }) => {
  test.setTimeout(180_000);
  const running = await launch();
  const { app, page } = running;
  const boxes = watchBoxes(page);
  const named = hostileNames.map((name, i) => articleFile(name, `Named ${i}\n\n${payloads[i] ?? ''}`));
  const kinds = hostileFiles.map(({ name, bytes }) => articleFile(name, bytes));
  await answerOpenDialog(app, [...named, ...kinds]);
  await menu(app, 'file.open');
  await expect(
    page.getByRole('button', { name: new RegExp(` · ${named.length + kinds.length + 1} articles`) }),
  ).toBeVisible({
    timeout: 90_000,
  });
  for (const { name } of hostileFiles) {
    await page.getByRole('searchbox', { name: 'Search articles' }).fill(name);
    await articles(page).filter({ hasText: name }).first().getByRole('button').click();
    await expect(articleText(page), name).toContainText('hostile');
    await articleText(page).press('Control+End');
    await expectUnharmed(running, boxes);
  }
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('');
  await app.evaluate(
    ({ clipboard }, words) => clipboard.writeText(words),
    `Pasted\n\n${payloads.join('\n\n')}`,
  );
  await menu(app, 'file.paste');
  await expect(articleText(page)).toContainText('Pasted');
  await waitSaved(page);
  await expectUnharmed(running, boxes);
});

test('an imported dataset with a payload in every place is words alone, in each view and report', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const running = await launch();
  const { app, page } = running;
  const boxes = watchBoxes(page);
  const path = articleFile('hostile.json', JSON.stringify(hostileDataset()));
  const offer = await offerDataset(running, path);
  await expectUnharmed(running, boxes);
  await offer.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toBeHidden({ timeout: 60_000 });
  await waitSaved(page);
  await showArticle(page, 'All of it');
  await articleText(page).focus();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('j');
    await expect(annotations(page).and(page.locator('[aria-current="true"]'))).toHaveCount(1);
    await expect(card(page)).toBeVisible();
  }
  await expectUnharmed(running, boxes);
  for (const view of [
    'view.cast',
    'edit.findInProject',
    'view.overview',
    'view.tagSet',
    'view.commandPalette',
  ] as const) {
    await menu(app, view);
    await expect(page.getByText(/<img src=x onerror|<script>|hostile/).first(), view).toBeVisible();
    await expectUnharmed(running, boxes);
    await page.keyboard.press('Escape');
  }
});
