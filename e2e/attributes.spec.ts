import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { annotations, card, expectCurrent } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { exportDataset, offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'A toll on bread',
  'By Ann Lee',
  'Published 14 March 2031',
  '“This is a toll on bread,” said Marek Ode in Sund on Thursday. The fees will double from 1 June.',
].join('\n\n');

const claim = '“This is a toll on bread,”';

const rated = {
  format: 'ascribe-dataset',
  version: 1,
  offsetUnit: 'codePoint',
  tagSet: {
    tags: [
      {
        id: 'rated',
        name: 'Rated',
        attributes: [
          { id: 'reason', name: 'Reason', type: 'text', options: [] },
          { id: 'weight', name: 'Weight', type: 'number', options: [] },
          {
            id: 'topics',
            name: 'Topics',
            type: 'manyOf',
            options: [
              { id: 'port', name: 'port' },
              { id: 'bread', name: 'bread' },
            ],
          },
          { id: 'odd', name: 'Odd', type: 'number', options: [] },
        ],
      },
    ],
  },
  articles: [
    {
      id: 'rated-article',
      title: 'Rated words',
      text: 'Rated words stand here.',
      spans: [
        {
          id: 'rated-span',
          tag: 'rated',
          start: 0,
          end: 5,
          text: 'Rated',
          attributes: { odd: 'not a number', elsewhere: { kept: [1] } },
        },
      ],
    },
  ],
};

async function open(launch: () => Promise<RunningApp>): Promise<RunningApp> {
  const running = await launch();
  await expectText(running.page, text);
  return running;
}

async function tag(page: Page, words: string, key: string): Promise<void> {
  await selectWords(page, text, words);
  await page.keyboard.press(key);
}

async function expectUndo(running: RunningApp, label: string): Promise<void> {
  await expect.poll(async () => (await menuItem(running.app, 'edit.undo'))?.label).toBe(`Undo ${label}`);
}

/** Undoes the last step, from the text. */
async function undo(running: RunningApp, label: string): Promise<void> {
  await articleText(running.page).focus();
  await expectUndo(running, label);
  await running.page.keyboard.press('Control+z');
}

async function expectClean(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    screen,
  ).toEqual([]);
}

test('every type of attribute is set by keyboard, undone by its name and kept', async ({ launch }) => {
  const first = await open(() => launch({ files: [articleFile('toll.txt', text)] }));
  const { page } = first;
  const { keyboard } = page;
  await tag(page, claim, '2');
  await expectCurrent(page, 'Claim', claim);
  await keyboard.press('a');
  const form = card(page).getByRole('combobox', { name: 'Form' });
  await expect(form).toBeFocused();
  await keyboard.type('dir');
  await expect(form).toHaveValue('direct');
  await expectUndo(first, 'set form');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  const maybe = card(page).getByRole('button', { name: 'maybe' });
  await keyboard.press('ArrowRight');
  await expect(maybe).toBeFocused();
  await keyboard.press('Space');
  await expect(maybe).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Space');
  await expect(maybe).toHaveAttribute('aria-pressed', 'false');
  await undo(first, 'clear worth checking');
  await expect(maybe).toHaveAttribute('aria-pressed', 'true');
  const cue = card(page).getByRole('textbox', { name: 'Cue' });
  await cue.focus();
  await keyboard.type('shouted');
  await keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
  await expect(cue).toHaveValue('');
  await cue.focus();
  await keyboard.type('said');
  await keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  await undo(first, 'set cue');
  await expect(cue).toHaveValue('');
  await keyboard.press('Control+Shift+z');
  await expect(cue).toHaveValue('said');
  const speakerless = card(page).getByRole('checkbox', { name: 'No speaker named' });
  await speakerless.focus();
  await keyboard.press('Space');
  await expect(speakerless).toBeChecked();
  await keyboard.press('Control+z');
  await expect(speakerless).not.toBeChecked();

  await tag(page, 'Sund', '3');
  await keyboard.press('a');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('Sund');
  await keyboard.press('Tab');
  await keyboard.type('59°54′N 10°42′E');
  await keyboard.press('Enter');
  const place = card(page).getByRole('button', { name: /^Place:/ });
  await expect(place).toHaveText('Place: Sund59.9, 10.7');
  await undo(first, 'set place');
  await expect(place).toHaveText('Place: Not located yet');
  await keyboard.press('Control+Shift+z');
  await expect(place).toHaveText('Place: Sund59.9, 10.7');
  await waitSaved(page);
  await first.close();

  const second = await launch({ profile: first.profile });
  await expectText(second.page, text);
  await annotations(second.page).getByRole('button').first().click();
  await expect(card(second.page).getByRole('combobox', { name: 'Form' })).toHaveValue('direct');
  await expect(card(second.page).getByRole('textbox', { name: 'Cue' })).toHaveValue('said');
  const dataset = await exportDataset(second, test.info().outputPath('toll.json'));
  const spans = dataset.articles.find(({ title }) => title === 'A toll on bread')?.spans;
  expect(spans).toMatchObject([
    { text: claim, attributes: { form: 'direct', checkWorthiness: 'maybe', cue: 'said' } },
    { text: 'Sund', attributes: { place: { name: 'Sund', latitude: 59.9, longitude: 10.7 } } },
  ]);
});

test('texts, numbers and lists; values of another type are shown, never dropped', async ({ launch }) => {
  const running = await launch({ files: [articleFile('toll.txt', text)] });
  const { page } = running;
  await expectText(page, text);
  const offer = await offerDataset(running, articleFile('rated.json', JSON.stringify(rated)));
  await offer.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toBeHidden();
  await page
    .getByRole('navigation', { name: 'Articles' })
    .getByRole('button', { name: /^Rated words/ })
    .click();
  await expect(articleText(page)).toContainText('Rated words stand here.');
  await annotations(page).getByRole('button').first().click();
  await expect(card(page)).toContainText('not a number');
  await expect(card(page)).toContainText('{"kept":[1]}');
  await articleText(page).focus();
  await page.keyboard.press('a');
  await expect(card(page).getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.type('two sources');
  await page.keyboard.press('Tab');
  await page.keyboard.type('heavy');
  await expect(card(page).getByText('not a number, so it is not kept')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0,5');
  await page.keyboard.press('Tab');
  await expectUndo(running, 'set weight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(card(page).getByRole('checkbox', { name: 'bread' })).toBeChecked();
  await undo(running, 'set topics');
  await expect(card(page).getByRole('checkbox', { name: 'bread' })).not.toBeChecked();
  await card(page).getByRole('button', { name: 'Remove elsewhere' }).press('Enter');
  await undo(running, 'remove elsewhere');
  const dataset = await exportDataset(running, test.info().outputPath('rated-out.json'));
  const [span] = dataset.articles.find(({ title }) => title === 'Rated words')?.spans ?? [];
  expect(span).toMatchObject({
    attributes: { reason: 'two sources', weight: 0.5, odd: 'not a number', elsewhere: { kept: [1] } },
  });
});

test('words for a time are resolved against the publication date, and not without one', async ({
  launch,
}) => {
  const running = await open(() => launch({ files: [articleFile('2031-03-15-toll.txt', text)] }));
  const { app, page } = running;
  const { keyboard } = page;
  await tag(page, 'Thursday', '4');
  await keyboard.press('a');
  await expect(card(page).getByText('needs the article’s publication date')).toBeVisible();
  await keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  await expectUndo(running, 'tag date');

  await card(page).getByRole('button', { name: 'Set the publication date…' }).press('Enter');
  const details = page.getByRole('dialog', { name: 'Article details' });
  await expect(details.getByRole('textbox', { name: 'Publication date' })).toHaveValue('');
  await expect(details.getByText('Found in the file name:')).toBeVisible();
  // Both before anything is drawn again: neither may take back the other.
  await details.evaluate((form) => {
    for (const name of ['Use 2031-03-14', 'Use Ann Lee'])
      form.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
  });
  await details.getByRole('textbox', { name: 'Web address' }).focus();
  await keyboard.type('harbour');
  await keyboard.press('Enter');
  await expect(details.getByText('Give a whole web address')).toBeVisible();
  await keyboard.press('Control+a');
  await keyboard.type('https://harbour.example/toll');
  for (const theme of ['Light', 'Dark']) {
    await menu(app, `view.theme${theme}`);
    await expectClean(page, `details, ${theme}`);
  }
  await details.getByRole('textbox', { name: 'Web address' }).press('Enter');
  await expect(details).toBeHidden();
  await expectUndo(running, 'change article details');
  await expect(page.getByText('14 March 2031 · \u2068Ann Lee\u2069')).toBeVisible();

  await articleText(page).focus();
  await keyboard.press('a');
  await expect(card(page).getByText('Enter accepts')).toBeVisible();
  await expectUndo(running, 'change article details');
  await keyboard.press('Enter');
  const when = card(page).getByRole('button', { name: /^When:/ });
  await expect(when).toHaveText('When: Thursday2031-03-13');
  await expect(annotations(page).filter({ hasText: 'Thursday' })).toContainText('→ 2031-03-13');
  await undo(running, 'set when');
  await expect(when).toBeHidden();

  await keyboard.press('a');
  await keyboard.type('late last month');
  await keyboard.press('Enter');
  await expect(when).toHaveText('When: Thursdaylate in2031-02');
  await keyboard.press('a');
  await keyboard.press('Enter');
  const value = page.getByRole('textbox', { name: 'Value (ISO 8601 / TIMEX3)' });
  await value.fill('2031-02-31');
  await expect(page.getByText('do not fit one another')).toBeVisible();
  await value.fill('P3D');
  await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('duration');
  await expectClean(page, 'date popover, dark');
  await value.press('Enter');
  await expect(when).toHaveText('When: Thursdaylate inP3D');

  await tag(page, '1 June', '4');
  await keyboard.press('a');
  await keyboard.press('Enter');
  await expect(when).toHaveText('When: 1 June2031-06-01');
  await tag(page, claim, '2');
  for (const theme of ['Light', 'Dark']) {
    await menu(app, `view.theme${theme}`);
    await expectClean(page, `card, ${theme}`);
  }
  await waitSaved(page);
});
