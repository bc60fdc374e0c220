import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { annotations, card } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { expectClean, inBothThemes } from './gestures/axe.ts';
import { exportDataset, offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'A toll on bread',
  '“This is a toll on bread,” said Ilse Tarrant in Sund. “Grain prices rose,” she added.',
  'Tarrant left. “Nobody asked us,” said Marek Ode.',
].join('\n\n');

test('who speaks is two keys: E and Enter', async ({ launch }) => {
  const { page } = await launch({ files: [articleFile('bread.txt', text)] });
  await expectText(page, text);
  const field = page.getByRole('combobox', { name: 'Who is it?' });
  const first = page.getByRole('listbox', { name: 'Cast' }).getByRole('option').first();
  const who = card(page).getByRole('button', { name: /^Who/ });

  await selectWords(page, text, 'Ilse Tarrant');
  await page.keyboard.press('1');
  await page.keyboard.press('e');
  await expect(field).toBeFocused();
  await expect(first).toHaveText('New: “Ilse Tarrant”');
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  await expect(who).toHaveText('Ilse Tarrant');

  await selectWords(page, text, 'she');
  await page.keyboard.press('1');
  await expect(who).toHaveText('not said');
  await page.keyboard.press('e');
  await expect(first).toContainText('Ilse Tarrant');
  await expect(first).toContainText('named last');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  await expect(who).toHaveText('not said');
  await page.keyboard.press('e');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(who).toHaveText('Ilse Tarrant');

  await selectWords(page, text, 'Marek Ode');
  await page.keyboard.press('1');
  await page.keyboard.press('e');
  await expect(field).toBeFocused();
  await page.keyboard.insertText('M. Ode');
  await expect(first).toHaveText('New: “M. Ode”');
  await page.keyboard.press('Enter');
  await expect(who).toHaveText('M. Ode');

  await selectWords(page, text, 'Tarrant left'.slice(0, 7), 1);
  await page.keyboard.press('1');
  await page.keyboard.press('e');
  await expect(first).toContainText('part of the name');
  await page.keyboard.press('Enter');
  await expect(who).toHaveText('Ilse Tarrant');
  await page.keyboard.press('Control+z');
  await expect(who).toHaveText('not said');

  await page.getByRole('button', { name: 'By speaker' }).click();
  await expect(annotations(page)).toHaveCount(0);
});

const articleTexts = {
  toll: '“Bread is dear,” said Ilse Tarrant. “Grain rose,” the minister added. The ministry was silent.',
  boats:
    'Ilse Tarrant said the boats would sail. “They will not,” the harbour said. The ministry was silent.',
};

/** A dataset of two articles in which two entities are one person, and nobody has said who the ministry is. */
function castDataset(more: readonly { id: string; name: string }[] = []): string {
  const speakers: [string, keyof typeof articleTexts, string, string, string | null][] = [
    ['s1', 'toll', 'Ilse Tarrant', '“Bread is dear,”', 'ilse'],
    ['s2', 'toll', 'the minister', '“Grain rose,”', 'minister'],
    ['s3', 'toll', 'The ministry', '', null],
    ['s4', 'boats', 'Ilse Tarrant', 'the boats would sail', 'ilse'],
    ['s5', 'boats', 'the harbour', '“They will not,”', null],
    ['s6', 'boats', 'The ministry', '', null],
  ];
  const spanOf = (text: string, id: string, tag: string, words: string, attributes: object) => {
    const start = text.indexOf(words);
    return { id, tag, start, end: start + words.length, text: words, attributes };
  };
  return JSON.stringify({
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    entities: [{ id: 'ilse', name: 'Ilse Tarrant' }, { id: 'minister', name: 'Toll minister' }, ...more],
    articles: Object.entries(articleTexts).map(([id, text]) => {
      const here = speakers.filter(([, article]) => article === id);
      const quoted = here.filter(([, , , claim]) => claim !== '');
      return {
        id,
        title: `The ${id}`,
        text,
        metadata: { date: id === 'toll' ? '2031-03-13' : '2031-03-12' },
        spans: [
          ...here.map(([span, , words, , entity]) =>
            spanOf(text, span, 'speaker', words, entity === null ? {} : { entity }),
          ),
          ...quoted.map(([span, , , claim]) => spanOf(text, `c-${span}`, 'claim', claim, {})),
        ],
        relations: quoted.map(([span]) => ({ id: `r-${span}`, type: 'says', from: span, to: `c-${span}` })),
      };
    }),
  });
}

async function importCast(
  running: RunningApp,
  more: readonly { id: string; name: string }[] = [],
): Promise<void> {
  const offer = await offerDataset(running, articleFile('cast.json', castDataset(more)));
  await offer.getByRole('button', { name: 'Import' }).click();
  await expect(offer).toBeHidden();
  await waitSaved(running.page);
}

function member(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Cast' }).getByRole('listitem', { name, exact: true });
}

function said(page: Page): Locator {
  return page.getByRole('list', { name: /^(Everything|Mentions)/ }).getByRole('listitem');
}

test('the cast shows everything somebody said, and is merged, split and cleared with one undo each', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const running = await launch();
  const { app, page } = running;
  await importCast(running);
  await page.keyboard.press('Control+Shift+C');
  await expect(page.getByRole('region', { name: 'Cast', exact: true })).toBeVisible();
  await expect(member(page, 'Ilse Tarrant')).toContainText('2 claims');
  await expect(member(page, 'Toll minister')).toContainText('1 mention');
  await member(page, 'Ilse Tarrant').getByRole('button').click();
  await expect(said(page)).toHaveText([
    'The toll · 2031-03-13“Bread is dear,”',
    'The boats · 2031-03-12the boats would sail',
  ]);
  await page.getByRole('button', { name: 'By date' }).click();
  await expect(said(page).first()).toContainText('the boats would sail');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'Ilse Tarrant\n\nThe boats · 2031-03-12\n- the boats would sail\n\nThe toll · 2031-03-13\n- “Bread is dear,”\n',
  );

  await page.getByRole('textbox', { name: 'Role' }).fill('minister of transport');
  await page.keyboard.press('Enter');
  await expect(member(page, 'Ilse Tarrant')).toContainText('minister of transport');
  // In a field, undo belongs to the field.
  await member(page, 'Ilse Tarrant').getByRole('button').focus();
  await menu(app, 'edit.undo');
  await expect(member(page, 'Ilse Tarrant')).not.toContainText('minister of transport');

  await member(page, 'Toll minister').getByRole('button').click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  const merging = page.getByRole('dialog', { name: 'Merge “Toll minister”' });
  await expect(merging.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Ilse');
  await page.keyboard.press('Enter');
  await expect(merging).toContainText('1 annotation in 1 article will stand for Ilse Tarrant');
  await expect(merging.getByRole('button', { name: 'Merge' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(merging).toBeHidden();
  await expect(member(page, 'Toll minister')).toHaveCount(0);
  await expect(said(page)).toHaveCount(3);
  await expect(page.getByRole('textbox', { name: 'Other names' })).toHaveValue('Toll minister');
  await menu(app, 'edit.undo');
  await expect(member(page, 'Toll minister')).toContainText('1 claim');
  await expect(said(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Mentions', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Tick Ilse Tarrant' }).last().check();
  await page.getByRole('button', { name: 'Move ticked to new…' }).click();
  const splitting = page.getByRole('dialog', { name: 'Split “Ilse Tarrant”' });
  await splitting.getByRole('textbox', { name: 'Name' }).fill('Another Tarrant');
  await expect(splitting).toContainText('1 annotation in 1 article');
  await page.keyboard.press('Enter');
  await expect(member(page, 'Another Tarrant')).toContainText('1 claim');
  await expect(member(page, 'Ilse Tarrant')).toContainText('1 claim');
  await menu(app, 'edit.undo');
  await expect(member(page, 'Another Tarrant')).toHaveCount(0);
  await expect(member(page, 'Ilse Tarrant')).toContainText('2 claims');

  await member(page, 'Ilse Tarrant').getByRole('button').click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const deleting = page.getByRole('alertdialog', { name: 'Delete “Ilse Tarrant”' });
  await expect(deleting).toContainText('2 annotations in 2 articles stand for Ilse Tarrant.');
  await page.keyboard.press('Escape');
  await expect(deleting).toBeHidden();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await deleting.getByRole('button', { name: 'Delete' }).click();
  await expect(member(page, 'Ilse Tarrant')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Not assigned/ })).toContainText('5');
  await menu(app, 'edit.undo');
  await expect(member(page, 'Ilse Tarrant')).toContainText('2 claims');

  await page.getByRole('button', { name: /^Not assigned/ }).click();
  const wordings = page.getByRole('list', { name: 'Speakers who are not assigned' }).getByRole('listitem');
  await expect(wordings).toHaveText(['The ministry× 2', 'the harbour× 1']);
  await wordings.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Assign ticked…' }).click();
  const assigning = page.getByRole('dialog', { name: 'Who is “The ministry”?' });
  await assigning.getByRole('combobox').fill('Ministry of Bread');
  await page.keyboard.press('Enter');
  await expect(assigning).toContainText('2 annotations in 2 articles will stand for Ministry of Bread');
  await expect(assigning.getByRole('button', { name: 'Assign' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wordings).toHaveText(['the harbour× 1']);
  await expect(member(page, 'Ministry of Bread')).toContainText('2 mentions');

  await member(page, 'Ilse Tarrant').getByRole('button').click();
  await said(page).filter({ hasText: '“Bread is dear,”' }).getByRole('button').click();
  await expect(card(page).locator('blockquote')).toHaveText('“Bread is dear,”');
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.insertText('ministry of bread');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ministry of Bread' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();

  await waitSaved(page);
  await running.close();
  const again = await launch({ profile: running.profile });
  const dataset = await exportDataset(again, test.info().outputPath('out.json'));
  expect(dataset).toMatchObject({
    entities: [
      { name: 'Ilse Tarrant' },
      { name: 'Toll minister' },
      { name: 'Ministry of Bread', kind: 'organisation' },
    ],
  });
  const ministry = JSON.stringify(dataset).match(/"text":"The ministry","attributes":\{"entity":"[^"]+"\}/g);
  expect(ministry).toHaveLength(2);
});

test('axe finds nothing in the cast, empty, with 2,000 members and with its dialogs, light and dark', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const running = await launch();
  const { page } = running;
  const nobodyYet = test.info().outputPath('nobody-yet.json');
  const span = { id: 's', tag: 'speaker', start: 0, end: 3, text: 'Ann' };
  const article = { id: 'ann', text: 'Ann said so.', spans: [span] };
  writeFileSync(
    nobodyYet,
    JSON.stringify({ format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles: [article] }),
  );
  const offer = await offerDataset(running, nobodyYet);
  await offer.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toBeHidden();
  await page.keyboard.press('Control+Shift+C');
  await expect(page.getByText('Nobody is in the cast yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Not assigned/ })).toContainText(/\d/);
  await inBothThemes(running, async (theme) => {
    await expectClean(page, `empty cast, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`cast-empty-${theme}.png`) });
  });
  await page.keyboard.press('Escape');
  const many = Array.from({ length: 2_000 }, (_, i) => ({
    id: `m${i}`,
    name: `Member ${i + 1} of the council`,
  }));
  await importCast(running, many);
  await page.keyboard.press('Control+Shift+C');
  await page.getByRole('searchbox', { name: 'Search the cast' }).fill('tarrant');
  await expect(page.getByRole('list', { name: 'Cast' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the cast' }).fill('');
  await page.getByRole('combobox', { name: 'Order of the cast' }).selectOption('claims');
  await expect(member(page, 'Ilse Tarrant')).toContainText('2 claims');
  await member(page, 'Ilse Tarrant').getByRole('button').click();
  await expect(said(page)).toHaveCount(2);
  await inBothThemes(running, async (theme) => {
    await expectClean(page, `cast of thousands, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`cast-full-${theme}.png`) });
    await page.getByRole('button', { name: 'Mentions', exact: true }).click();
    await expectClean(page, `mentions, ${theme}`);
    await page.getByRole('button', { name: 'Everything said' }).click();
    await page.getByRole('button', { name: 'Merge…' }).click();
    await expect(page.getByRole('dialog', { name: 'Merge “Ilse Tarrant”' })).toContainText('would change');
    await expectClean(page, `merging, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`cast-merge-${theme}.png`) });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await page.getByRole('button', { name: /^Not assigned/ }).click();
  await expect(page.getByRole('list', { name: 'Speakers who are not assigned' })).toBeVisible();
  await inBothThemes(running, (theme) => expectClean(page, `not assigned, ${theme}`));
  await page.screenshot({ path: test.info().outputPath('cast-unassigned.png') });
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Who is it?' })).toBeFocused();
  await inBothThemes(running, async (theme) => {
    await expectClean(page, `who is it, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`who-${theme}.png`) });
  });
});
