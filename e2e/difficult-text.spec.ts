import type { Page } from '@playwright/test';
import { annotations, card, expectAnnotations, expectCurrent, marks } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { showArticle } from './gestures/article-list.ts';
import { exportDataset, offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText, findByKeyboard } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { makeRoomForMargin } from './harness/resize.ts';
import { waitSaved } from './harness/saved.ts';

const title = 'Boats wait at Carrow';
const text = [
  title,
  '“The boat,” said Edda Lorne, “is late again.” The council knows.',
  'Nine boats left Port Carrow in May, and the pier was closed.',
  'Nobody came to ask why.',
].join('\n\n');

const hebrewTitle = 'הספינות ממתינות';
const hebrew = [
  hebrewTitle,
  '״הספינה,״ אמרה רות לוי, ״תאחר שוב.״ המועצה יודעת.',
  'الميناء مغلق منذ الثلاثاء، قال سامر حداد.',
].join('\n\n');

/** Everything that text makes difficult, in the order in which it is made: the words, the key, and a second fragment. */
const made: [words: string, key: string, more?: string][] = [
  // Discontinuous, with its speaker inside its extent and another claim inside a fragment.
  ['“The boat,”', '2', '“is late again.”'],
  ['Edda Lorne', '1'],
  ['late again', '2'],
  // Three that cross each other.
  ['Nine boats left Port', '2'],
  ['boats left Port Carrow', '1'],
  ['Port Carrow in May', '3'],
  // One over two paragraphs.
  ['the pier was closed.\n\nNobody came', '2'],
];

const names = [
  'Claim: “The boat,” “is late again.”',
  'Speaker: Edda Lorne',
  'Claim: late again',
  'Claim: Nine boats left Port',
  'Speaker: boats left Port Carrow',
  'Location: Port Carrow in May',
  'Claim: the pier was closed. Nobody came',
];

const drawn = [
  ['“The boat,”', 1],
  ['Edda Lorne', 1],
  ['“is ', 1],
  ['late again', 2],
  ['.”', 1],
  ['Nine ', 1],
  ['boats left ', 2],
  ['Port', 3],
  [' Carrow', 2],
  [' in May', 1],
  ['the pier was closed.', 1],
  ['Nobody came', 1],
];

/** Each tagged stretch and how many spans lie over it. */
async function layers(page: Page): Promise<[string, number][]> {
  return (await marks(page)).map((mark) => [mark.text, mark.ids.length]);
}

function notes(page: Page) {
  return page.getByRole('region', { name: 'Attributions', exact: true }).getByRole('listitem');
}

test('discontinuous, nested, crossing and two-paragraph spans are made, drawn, edited, undone, exported and restored', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const first = await launch({ files: [articleFile('boats.txt', text)] });
  const { page } = first;
  await makeRoomForMargin(first);
  await expectText(page, text);
  let steps = 0;
  for (const [words, key, more] of made) {
    await selectWords(page, text, words);
    await page.keyboard.press(key);
    steps++;
    if (more === undefined) continue;
    await selectWords(page, text, more);
    await page.keyboard.press('+');
    steps++;
  }
  await expectAnnotations(page, names);
  await expect.poll(() => layers(page)).toEqual(drawn);

  // The speaker inside the claim's extent is linked to it; the claim nested in it stays its own.
  await notes(page).first().click();
  await page.keyboard.press('r');
  steps++;
  await expect(notes(page).first()).toHaveAccessibleName('Edda Lorne');
  await expect(notes(page).nth(1)).toHaveAccessibleName('no speaker yet');
  await expect(card(page).getByRole('list', { name: 'Links' })).toContainText('Edda Lorne');

  // An end moved into the gap between two fragments closes it, and undo opens it again.
  await articleText(page).focus();
  await page.keyboard.press(']');
  await expect(card(page).locator('blockquote')).toHaveText('“The boat,” … “is late again.” The');
  await page.keyboard.press('Control+z');
  await expect.poll(() => layers(page)).toEqual(drawn);

  for (let step = 0; step < steps; step++) await page.keyboard.press('Control+z');
  await expect(annotations(page)).toHaveCount(0);
  await expect.poll(() => marks(page)).toEqual([]);
  for (let step = 0; step < steps; step++) await page.keyboard.press('Control+Shift+z');
  await expectAnnotations(page, names);
  await expect.poll(() => layers(page)).toEqual(drawn);
  await expectText(page, text);
  await waitSaved(page);

  const exported = await exportDataset(first, test.info().outputPath('first.json'));
  const second = await launch();
  await makeRoomForMargin(second);
  const offer = await offerDataset(second, test.info().outputPath('first.json'));
  await expect(offer.getByRole('button', { name: 'Import' })).toBeFocused();
  await second.page.keyboard.press('Enter');
  await showArticle(second.page, title);
  await expectAnnotations(second.page, names);
  await expect.poll(() => layers(second.page)).toEqual(drawn);
  await expect(notes(second.page).first()).toHaveAccessibleName('Edda Lorne');
  await waitSaved(second.page);
  const again = await exportDataset(second, test.info().outputPath('again.json'));
  expect(again.articles.find((article) => article.title === title)).toEqual(
    exported.articles.find((article) => article.title === title),
  );
});

test('right-to-left text is tagged by keyboard, its margin stands on the other side', async ({ launch }) => {
  const first = await launch({ files: [articleFile('hebrew.txt', hebrew)] });
  const { page } = first;
  await makeRoomForMargin(first);
  await expectText(page, hebrew);
  const all: [string, string, string?][] = [
    ['״הספינה,״', '2', '״תאחר שוב.״'],
    ['רות לוי', '1'],
    ['الميناء مغلق منذ الثلاثاء', '2'],
    ['الثلاثاء', '4'],
    ['سامر حداد', '1'],
  ];
  for (const [words, key, more] of all) {
    await findByKeyboard(page, words, 0);
    await page.keyboard.press(key);
    if (more === undefined) continue;
    await findByKeyboard(page, more, 0);
    await page.keyboard.press('+');
  }
  const named = [
    'Claim: ״הספינה,״ ״תאחר שוב.״',
    'Speaker: רות לוי',
    'Claim: الميناء مغلق منذ الثلاثاء',
    'Date: الثلاثاء',
    'Speaker: سامر حداد',
  ];
  await expectAnnotations(page, named);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expectCurrent(page, 'Claim', 'الميناء مغلق منذ الثلاثاء');
  await page.keyboard.press('r');
  await expect(notes(page).nth(1)).toHaveAccessibleName('سامر حداد');
  const sides = await page.evaluate(() => {
    const words = document.querySelector('[data-tag="claim"]')?.getBoundingClientRect();
    const note = document.querySelector('[aria-label="Attributions"] li')?.getBoundingClientRect();
    return { words, note };
  });
  expect(sides.note?.right ?? 0).toBeLessThan(sides.words?.left ?? 0);
  await waitSaved(page);
  const path = test.info().outputPath('rtl.json');
  const exported = await exportDataset(first, path);
  const second = await launch();
  const offer = await offerDataset(second, path);
  await expect(offer.getByRole('button', { name: 'Import' })).toBeFocused();
  await second.page.keyboard.press('Enter');
  await showArticle(second.page, hebrewTitle);
  await expectAnnotations(second.page, named);
  await waitSaved(second.page);
  const again = await exportDataset(second, test.info().outputPath('again.json'));
  expect(again.articles.find((article) => article.title === hebrewTitle)).toEqual(
    exported.articles.find((article) => article.title === hebrewTitle),
  );
});
