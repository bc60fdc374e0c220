import type { Page } from '@playwright/test';
import { expectCurrent } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { showArticle } from './gestures/article-list.ts';
import { offerDataset } from './gestures/datasets.ts';
import { clickIn, expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu, menuItem } from './harness/menu.ts';
import { makeRoomForMargin, resize } from './harness/resize.ts';

const text = [
  'Fees in Velmar to double',
  'Minister Ilse Tarrant told parliament on Thursday that the fees would double. “The harbour has carried the risk,” she said.',
  'Shipowners object. “A toll on bread,” said Marek Ode. Prices rose, he added, and bread is short.',
].join('\n\n');

const region = 'Attributions';

function notes(page: Page) {
  return page.getByRole('region', { name: region, exact: true }).getByRole('listitem');
}

/** For each note how far the middle of its first line lies below that of its claim's first line, and how much room is above it up to the note before. */
function places(page: Page): Promise<{ offset: number; room: number }[]> {
  return page.evaluate((name) => {
    const items = [...document.querySelectorAll<HTMLElement>(`[aria-label="${name}"] li`)];
    const boxes = items.map((item) => item.getBoundingClientRect());
    return items.map((item, i) => {
      const id = item.querySelector<HTMLElement>('[data-span]')?.dataset.span ?? '';
      const line = document.querySelector(`mark[data-span-ids~="${id}"]`)?.getClientRects()[0];
      const first = item.querySelector('bdi')?.getClientRects()[0];
      const room = (boxes[i]?.top ?? 0) - (boxes[i - 1]?.bottom ?? Number.NEGATIVE_INFINITY);
      if (line === undefined || first === undefined) return { offset: Number.NaN, room };
      const offset = Math.round(first.top + first.height / 2 - (line.top + line.height / 2));
      return { offset, room };
    });
  }, region);
}

/** The words that stand out beside those that nothing is made of: lit. */
function litWords(page: Page): Promise<string[]> {
  return articleText(page)
    .locator('mark')
    .evaluateAll((found) =>
      found
        .filter((mark) => getComputedStyle(mark).backgroundImage.includes('0.14)'))
        .map((mark) => mark.textContent ?? ''),
    );
}

async function tag(page: Page): Promise<void> {
  await expectText(page, text);
  for (const [words, key] of [
    ['Ilse Tarrant', '1'],
    ['parliament', '3'],
    ['Thursday', '4'],
    ['the fees would double', '2'],
    ['“The harbour has carried the risk,”', '2'],
    ['“A toll on bread,”', '2'],
    ['Marek Ode', '1'],
    ['Prices rose', '2'],
    ['bread is short', '2'],
  ] as const) {
    await selectWords(page, text, words);
    await page.keyboard.press(key);
  }
}

test('says beside each claim who, where and when, and is worked by mouse and by keyboard', async ({
  launch,
}) => {
  const running = await launch({ files: [articleFile('fees.txt', text)] });
  const { app, page } = running;
  await makeRoomForMargin(running);
  await tag(page);
  await expect(notes(page)).toHaveCount(5);
  await expect(notes(page).first()).toHaveAccessibleName('no speaker yet');
  await expect(notes(page).first()).toContainText('press R to attribute');

  // By mouse: the note makes its claim current, pressed again it lets choose.
  await notes(page).first().click();
  await expectCurrent(page, 'Claim', 'the fees would double');
  await notes(page).first().click();
  const choices = page.getByRole('dialog', { name: 'Attribute claim' });
  await expect(choices.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(page).first()).toHaveAccessibleName('Ilse Tarrant');
  for (const [part, option] of [
    ['Where', 'Location: parliament'],
    ['When', 'Date: Thursday'],
  ] as const) {
    await notes(page).first().click();
    await choices.getByRole('button', { name: part, exact: true }).click();
    await choices.getByRole('option', { name: option }).click();
    await expect(choices).toBeHidden();
  }
  await expect(notes(page).first()).toHaveAccessibleName('Ilse Tarrant: parliament, Thursday');

  // Lines lead from the current claim to what it is linked to, and those words are lit.
  await expect(page.locator('.article-links path')).toHaveCount(3);
  await page.mouse.move(2, 2);
  await expect.poll(() => litWords(page)).toEqual(['Ilse Tarrant', 'parliament', 'Thursday']);
  await expect(page.locator('.article-links')).toHaveAttribute('aria-hidden', 'true');

  // By keyboard: Tab from the text, arrows, the text's own keys, Escape.
  await articleText(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(notes(page).first().getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(notes(page).nth(2).getByRole('button')).toBeFocused();
  await page.keyboard.press('r');
  await expect(notes(page).nth(2)).toHaveAccessibleName('Marek Ode');
  await expectCurrent(page, 'Claim', '“A toll on bread,”');
  await page.keyboard.press('End');
  await expect(notes(page).last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectCurrent(page, 'Claim', 'bread is short');
  await page.keyboard.press('Enter');
  await expect(choices.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notes(page).last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();

  // Each begins level with its claim's first line, or right below the note before where there is no room; none lies over another.
  const placed = await places(page);
  expect(placed).toHaveLength(5);
  expect(placed.filter(({ room }) => room < 0)).toEqual([]);
  expect(placed.filter(({ offset, room }) => !(Math.abs(offset) <= 3 || (offset > 0 && room < 8)))).toEqual(
    [],
  );

  // A mark under the pointer lights what belongs to it.
  await articleText(page).locator('mark', { hasText: 'Marek Ode' }).hover();
  await expect.poll(() => litWords(page)).toContain('Marek Ode');
  await expect(notes(page).nth(2)).toHaveAttribute('data-lit', 'true');

  await menu(app, 'view.margin');
  await expect(notes(page)).toHaveCount(0);
  await expect.poll(async () => (await menuItem(app, 'view.margin'))?.checked).toBe(false);
  await menu(app, 'view.margin');
  await expect(notes(page)).toHaveCount(5);
  await resize(running, 700, 700);
  await expect(notes(page).first()).toBeHidden();
});

test('a long article has only the notes near the sight, and they keep to their lines', async ({ launch }) => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, i) =>
      `Paragraph ${i}: somebody said that harbour number ${i} is closed, and went on for a while about it.`,
  );
  const body = paragraphs.join('\n\n');
  const spans = paragraphs.map((paragraph, i) => {
    const words = `harbour number ${i} is closed`;
    const start = body.indexOf(paragraph) + paragraph.indexOf(words);
    return { id: `c${i}`, tag: 'claim', start, end: start + words.length, text: words };
  });
  const tagSet = {
    tags: [
      { id: 'speaker', name: 'Speaker' },
      { id: 'claim', name: 'Claim' },
    ],
    relationTypes: [{ id: 'says', name: 'says', from: ['speaker'], to: ['claim'] }],
  };
  const dataset = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', tagSet };
  const article = { id: 'long', title: 'Four hundred harbours', text: body, spans, relations: [] };
  const path = articleFile('long.json', JSON.stringify({ ...dataset, articles: [article] }));
  const running = await launch();
  const { page } = running;
  await makeRoomForMargin(running);
  const offer = await offerDataset(running, path);
  await expect(offer.getByRole('button', { name: 'Import' })).toBeFocused();
  await page.keyboard.press('Enter');
  await showArticle(page, 'Four hundred harbours');
  await expect(notes(page).first()).toBeVisible();
  await articleText(page).focus();
  for (const key of ['Control+End', 'PageUp', 'PageUp', 'Control+Home', 'PageDown']) {
    await page.keyboard.press(key);
    await expect
      .poll(async () => {
        const placed = await places(page);
        const strayed = placed.filter(({ offset, room }) => Math.abs(offset) > 3 || room < 0);
        // Beyond the sight a claim may not be drawn yet.
        const drawn = placed.filter(({ offset }) => !Number.isNaN(offset));
        return { strayed, isSome: drawn.length > 3, isFew: placed.length < 100 };
      })
      .toEqual({ strayed: [], isSome: true, isFew: true });
    await expect(notes(page).and(page.locator(':visible')).first()).toBeAttached();
  }
  await clickIn(page, body, 'harbour number 9 is');
  await expectCurrent(page, 'Claim', 'harbour number 9 is closed');
});
