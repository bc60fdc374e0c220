import type { Page } from '@playwright/test';
import { annotations, card } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, expectShown } from './gestures/article-list.ts';
import { expectClean } from './gestures/axe.ts';
import { offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog, answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { resize } from './harness/resize.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'A toll on bread',
  '“This is a toll on bread,” said Marek Ode in Sund on Thursday. “Grain prices rose,” he added.',
  'Eva Novak of the Port Authority said on Friday that the fees in Velmar would double.',
].join('\n\n');

/** Two spans of each tag, nested and overlapping. */
const tags: [string, string][] = [
  ['“This is a toll on bread,”', '2'],
  ['Marek Ode', '1'],
  ['Sund', '3'],
  ['Thursday', '4'],
  ['Grain prices rose', '2'],
  ['Eva Novak of the Port Authority', '1'],
  ['Port Authority', '1'],
  ['on Friday that the fees in Velmar would double', '2'],
  ['Friday', '4'],
  ['the fees in Velmar', '2'],
  ['Velmar', '3'],
];

async function tag(page: Page): Promise<void> {
  await expectText(page, text);
  for (const [words, key] of tags) {
    await selectWords(page, text, words);
    await page.keyboard.press(key);
  }
  await expect(annotations(page)).toHaveCount(tags.length);
}

async function inEachTheme(
  { app, page }: RunningApp,
  check: (theme: string) => Promise<void>,
): Promise<void> {
  for (const theme of ['Light', 'Dark']) {
    await menu(app, `view.theme${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await check(theme);
  }
}

/** Every dialog of the app, by the menu item that opens it. */
const dialogs: [string, string][] = [
  ['view.commandPalette', 'Command palette'],
  ['file.export', 'Export dataset'],
  ['file.details', 'Article details'],
  ['article.labels', 'Labels'],
  ['article.note', 'Article note'],
  ['file.showTrash', 'Trash'],
  ['tools.doctor', 'Check and repair project'],
  ['file.projects', 'Projects'],
  ['file.newProject', 'New project'],
  ['suggestion.learnt', 'What was learnt'],
  ['help.keys', 'Keyboard shortcuts'],
  ['help.errorReport', 'Save error report'],
  ['help.about', 'Ascribe'],
];

test('axe finds nothing on any screen, light and dark', async ({ launch }) => {
  test.setTimeout(600_000);
  const running = await launch();
  const { app, page } = running;
  await inEachTheme(running, (theme) => expectClean(page, `first start, ${theme}`));
  await answerOpenDialog(app, [articleFile('bread.txt', text)]);
  await menu(app, 'file.open');
  await tag(page);
  await page.keyboard.press('k');
  await page.keyboard.press('r');
  const dataset = articleFile(
    'some.json',
    JSON.stringify({
      format: 'ascribe-dataset',
      version: 1,
      offsetUnit: 'codePoint',
      articles: [
        {
          id: 'x',
          text: 'Other words',
          spans: [{ id: 's', tag: 'speaker', start: 0, end: 5, text: 'wrong' }],
        },
      ],
    }),
  );
  await inEachTheme(running, async (theme) => {
    await expectClean(page, `article with a current annotation, ${theme}`);
    await selectWords(page, text, 'he added');
    await expect(page.getByRole('toolbar', { name: 'Annotate selection' })).toBeVisible();
    await expectClean(page, `selection bar, ${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(page.getByRole('toolbar', { name: 'Change annotation' })).toBeVisible();
    await expectClean(page, `changing a tag, ${theme}`);
    await page.keyboard.press('Escape');
    await card(page).getByRole('button', { name: 'Link…' }).click();
    await expect(page.getByRole('listbox', { name: 'Link to' })).toBeVisible();
    await expectClean(page, `link list, ${theme}`);
    await page.keyboard.press('Escape');
    await menu(app, 'edit.find');
    await expect(page.getByRole('searchbox', { name: 'Find' })).toBeFocused();
    await page.keyboard.insertText('toll');
    await expect(page.getByRole('search')).toContainText('of 2');
    await expectClean(page, `find bar, ${theme}`);
    await page.keyboard.press('Escape');
    for (const [button, name] of [
      ['Filter articles', 'Show only articles'],
      ['Sort and group articles', 'Order of the articles'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await expectClean(page, `${name}, ${theme}`);
      await page.keyboard.press('Escape');
    }
    await articles(page).first().getByRole('button').click({ button: 'right' });
    await expect(page.getByRole('menu', { name: 'Article' })).toBeVisible();
    await expectClean(page, `menu of an article, ${theme}`);
    await page.keyboard.press('Escape');
    for (const [id, name] of dialogs) {
      await menu(app, id);
      const dialog = page.getByRole('dialog', { name, exact: true });
      await expect(dialog).toBeVisible();
      // The row at the edge of the list of keys is cut by it, wherever one scrolls to.
      await expectClean(page, `${name}, ${theme}`, id === 'help.keys' ? ['target-size'] : []);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    const offer = await offerDataset(running, dataset);
    await expect(offer).toBeVisible();
    await expectClean(page, `import, ${theme}`);
    await page.keyboard.press('Escape');
    await answerOpenDialog(app, [articleFile('empty.txt', '')]);
    await menu(app, 'file.open');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectClean(page, `error dialog, ${theme}`);
    await page.keyboard.press('Escape');
  });
  // With the focus in the text the command is about the open article, not about the one whose menu was open.
  await articleText(page).focus();
  await menu(app, 'file.trash');
  await expectShown(page, 'The island of Sellay');
  await articleText(page).focus();
  await menu(app, 'file.trash');
  await expect(articles(page)).toHaveCount(0);
  await inEachTheme(running, async (theme) => {
    await menu(app, 'file.showTrash');
    await expect(page.getByRole('dialog', { name: 'Trash' })).toContainText('A toll on bread');
    await expectClean(page, `trash, ${theme}`);
    await page.keyboard.press('Escape');
    await expectClean(page, `article in the trash, ${theme}`);
  });
  await waitSaved(page);
  await running.close();
  const empty = await launch({ profile: running.profile, until: 'shell' });
  await expect(empty.page.getByRole('heading', { name: 'Open a news article' })).toBeVisible();
  await inEachTheme(empty, (theme) => expectClean(empty.page, `empty project, ${theme}`));
});

test('axe finds nothing where suggestions are decided and rules set, light and dark', async ({ launch }) => {
  const running = await launch({ files: [articleFile('bread.txt', text)] });
  const { app, page } = running;
  const bar = page.getByRole('toolbar', { name: 'Suggestion', exact: true });
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /suggestions$/ })).toBeVisible();
  await inEachTheme(running, async (theme) => {
    await menu(app, 'suggestion.next');
    await expect(bar).toContainText('said by Marek Ode');
    await expectClean(page, `suggestion bar, ${theme}`);
    await menu(app, 'suggestion.acceptRule');
    const dialog = page.getByRole('dialog', { name: 'Accept all of this rule' });
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await expectClean(page, `accepting all of a rule, ${theme}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await menu(app, 'suggestion.rules');
    const rules = page.getByRole('region', { name: 'Suggestion rules' });
    await expect(rules).toContainText('Nothing is decided yet');
    await expectClean(page, `suggestion rules, ${theme}`);
    const suggest = rules.getByRole('checkbox', { name: 'Suggest' }).first();
    await suggest.uncheck();
    await expectClean(page, `a suggestion rule that is off, ${theme}`);
    await suggest.check();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      await expectFocusSeen(page);
    }
    await menu(app, 'suggestion.rules');
    // What was looked at went with the rule that was off.
    await expect(bar).toBeHidden();
  });
});

test('forced colours keep every mark apart and axe finds nothing', async ({ launch }) => {
  const { page } = await launch({ files: [articleFile('bread.txt', text)] });
  await tag(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  await expectClean(page, 'forced colours');
});

test('the main job’s dialogs are reached, used and left by keyboard alone, with the focus in sight', async ({
  launch,
}) => {
  const { app, page } = await launch({ files: [articleFile('bread.txt', text)] });
  await expect(articleText(page)).toBeFocused();
  for (const [id, name] of dialogs) {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    if (id !== 'view.commandPalette') {
      const letters = name === 'Ascribe' ? 'About' : name;
      await expect(palette.locator('input')).toBeFocused();
      await page.keyboard.insertText(letters);
      await expect(palette.getByRole('option').first()).toContainText(letters);
      await page.keyboard.press('Enter');
    }
    const dialog = page.getByRole('dialog', { name, exact: true });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus')).toHaveCount(1);
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('Tab');
      await expectFocusSeen(page);
    }
    // On a busy machine the palette may still be going, which takes the first Escape for itself.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden({ timeout: 3_000 });
    }).toPass({ timeout: 15_000 });
    await expect(articleText(page), `after ${name}`).toBeFocused();
  }
  const path = test.info().outputPath('keys.json');
  await answerSaveDialog(app, path);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“keys.json” written');
});

test('Tab goes round the whole window and always shows where it is', async ({ launch }) => {
  const { page } = await launch({ files: [articleFile('bread.txt', text)] });
  await expect(articleText(page)).toBeFocused();
  const seen = new Set<string>();
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(
      () => document.activeElement?.closest('nav, header, aside, main')?.tagName,
    );
    if (where !== undefined) seen.add(where);
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectFocusSeen(page);
  }
  expect([...seen].sort()).toEqual(['ASIDE', 'HEADER', 'MAIN', 'NAV']);
});

/** The focused element is inside the window and shows it by an outline; the text shows it by its caret. */
async function expectFocusSeen(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { top, left, bottom, right } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      what: element.outerHTML.slice(0, 120),
      isInside: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      isShown:
        (outlineStyle !== 'none' && outlineWidth !== '0px') || element.getAttribute('role') === 'textbox',
    };
  });
  if (focus !== null) expect(focus).toEqual({ what: focus.what, isInside: true, isShown: true });
}

for (const [width, height, zoom] of [
  [1280, 800, 1],
  [640, 480, 1],
  [1280, 800, 2],
] as const) {
  test(`at ${width} by ${height} and ${zoom * 100} % no control is cut off or covered`, async ({
    launch,
  }) => {
    const running = await launch({ files: [articleFile('bread.txt', text)] });
    const { app, page } = running;
    await resize(running, width, height);
    if (zoom === 2) {
      for (let step = 0; step < 5; step++) await menu(app, 'view.zoomIn');
      await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(width / 1.7);
    }
    await expectControlsInSight(page);
    await selectWords(page, text, 'Marek Ode');
    await expect(page.getByRole('toolbar', { name: 'Annotate selection' })).toBeVisible();
    await expectControlsInSight(page);
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    await expect(card(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
    await expectControlsInSight(page);
    await page.keyboard.press('Escape');
    for (const [id, name] of dialogs) {
      await menu(app, id);
      const dialog = page.getByRole('dialog', { name, exact: true });
      await expect(dialog).toBeVisible();
      const box = await dialog.evaluate((element) => {
        const { top, left, bottom, right } = element.getBoundingClientRect();
        return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      });
      expect(box, `${name} is inside the window`).toBe(true);
      if (id !== 'view.commandPalette') {
        await expect(dialog.getByRole('heading', { name, exact: true })).toBeInViewport({ ratio: 1 });
      }
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
}

/** Every control that is shown, outside of what scrolls, is whole, inside the window and under no other control. */
async function expectControlsInSight(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="status"]'),
    ];
    const isScrolled = (element: HTMLElement) => element.closest('.virtual-list, .article-scroller') !== null;
    return controls
      .filter((element) => element.checkVisibility() && !isScrolled(element))
      .flatMap((element) => {
        element.scrollIntoView({ block: 'nearest' });
        const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
        const name = element.ariaLabel ?? element.textContent ?? element.tagName;
        if (top < 0 || left < 0 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5) {
          return [`${name} is outside: ${[left, top, right, bottom].map(Math.round).join(' ')}`];
        }
        if (width === 0 || height === 0) return [`${name} has no size`];
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        const isCovered = over === null || !(element.contains(over) || over.contains(element));
        const isBehindDrawer =
          over?.closest('.room-side, .room-articles, [role="toolbar"], .notices') !== null;
        return isCovered && !isBehindDrawer ? [`${name} is covered by ${over?.outerHTML.slice(0, 80)}`] : [];
      });
  });
  expect(faults).toEqual([]);
}
