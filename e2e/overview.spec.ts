import { readFileSync, writeFileSync } from 'node:fs';
import { expectCurrent } from './gestures/annotations.ts';
import { expectClean } from './gestures/axe.ts';
import { offerDataset } from './gestures/datasets.ts';
import { answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = '“It rose,” said Ilse Tarrant in Velmar on Thursday. Officials denied it. It fell, reportedly.';

interface SpanSketch {
  readonly id: string;
  readonly tag: string;
  readonly words: string;
  readonly attributes?: unknown;
}

/** Two articles of one text: in each a claim by Ilse Tarrant in Velmar on a date, one by nobody yet, one marked as nobody’s. */
function dataset(): string {
  const date = { type: 'date', value: '2031-03-13', granularity: 'day', modifier: null };
  const sketches: SpanSketch[] = [
    { id: 'rose', tag: 'claim', words: '“It rose,”' },
    { id: 'ilse', tag: 'speaker', words: 'Ilse Tarrant', attributes: { entity: 'e1' } },
    { id: 'velmar', tag: 'location', words: 'Velmar' },
    { id: 'thursday', tag: 'date', words: 'Thursday', attributes: { value: date } },
    { id: 'denied', tag: 'claim', words: 'denied it' },
    { id: 'fell', tag: 'claim', words: 'It fell', attributes: { noSpeaker: true } },
  ];
  const article = (id: string) => ({
    id,
    title: `Article ${id}`,
    text: `${text} ${id}`,
    spans: sketches.map(({ words, ...span }) => {
      const start = [...text.slice(0, text.indexOf(words))].length;
      return { ...span, id: `${id}-${span.id}`, text: words, start, end: start + [...words].length };
    }),
    relations: [
      { id: `${id}-1`, type: 'says', from: `${id}-ilse`, to: `${id}-rose` },
      { id: `${id}-2`, type: 'at', from: `${id}-rose`, to: `${id}-velmar` },
      { id: `${id}-3`, type: 'on', from: `${id}-rose`, to: `${id}-thursday` },
    ],
  });
  return JSON.stringify({
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    entities: [{ id: 'e1', kind: 'person', name: 'Minister Tarrant' }],
    articles: [article('one'), article('two')],
  });
}

test('the overview counts claims, leads from each number to its claims, and hands on pictures and tables', async ({
  launch,
}, testInfo) => {
  const running = await launch();
  const { app, page } = running;
  const file = testInfo.outputPath('two.json');
  writeFileSync(file, dataset());
  const offer = await offerDataset(running, file);
  await offer.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toBeHidden();
  await waitSaved(page);

  await page.keyboard.press('Control+Shift+U');
  const view = page.getByRole('region', { name: 'Overview', exact: true });
  await expect(view.getByText('2 articles, 6 claims.')).toBeVisible();
  await expect.poll(() => menuItem(app, 'view.overview').then((item) => item?.checked)).toBe(true);
  const figure = (name: string) => view.getByRole('region', { name, exact: true });
  await expect(figure('Attribution coverage')).toContainText('67 % of 6 claims settled.');
  await expect(figure('Timeline of claims')).toContainText('2 of 6 claims with a date');
  await expectClean(page, 'overview');

  // From a number to its claims, by keyboard.
  const speakers = figure('Claims per speaker');
  await speakers.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  const row = speakers.getByRole('row', { name: 'Minister Tarrant yes 2' });
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const list = view.getByRole('region', { name: 'Claims by Minister Tarrant' });
  await expect(list).toContainText('2 claims');
  await expectClean(page, 'overview with a list');
  await list.getByRole('listitem').last().getByRole('button').click();
  await expect(view).toBeHidden();
  await expectCurrent(page, 'Claim', '“It rose,”');

  // A mark of the picture leads to the same claims.
  await menu(app, 'view.overview');
  const bar = speakers.getByRole('img').locator('path[fill]:not([fill="none"])').first();
  await bar.click();
  await expect(list).toContainText('2 claims');

  for (const [kind, begins] of [
    ['SVG', '<svg'],
    ['PNG', '\u0089PNG'],
    ['CSV', 'Speaker,In the cast,Claims\r\nMinister Tarrant,yes,2\r\n'],
  ] as const) {
    const path = testInfo.outputPath(`speakers.${kind.toLowerCase()}`);
    await answerSaveDialog(app, path);
    await speakers.getByRole('button', { name: `Save Claims per speaker as ${kind}` }).click();
    await expect(page.getByRole('log', { name: 'Messages' })).toContainText(
      `“speakers.${kind.toLowerCase()}” written`,
    );
    expect(readFileSync(path, 'latin1').slice(0, begins.length)).toBe(begins);
  }

  // A part of the project, and none of it.
  const state = view.getByRole('combobox', { name: 'State of the articles' });
  await state.focus();
  await state.selectOption({ label: 'Done' });
  await expect(view.getByText('0 articles, 0 claims.')).toBeVisible();
  await expect(view).toContainText('No claim is tagged in these articles.');
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
});
