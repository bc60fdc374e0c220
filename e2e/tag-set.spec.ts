import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { annotations, card, expectAnnotations, expectMarks } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { addIn, chooseTag, openTagSet, tagItem } from './gestures/tag-set.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog, answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { LaunchOptions, RunningApp } from './harness/launch.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = 'A toll on bread\n\n“This is a toll,” said Marek Ode in Sund on Thursday.';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function taggedArticle(launch: (options?: LaunchOptions) => Promise<RunningApp>): Promise<RunningApp> {
  const running = await launch({ files: [articleFile('bread.txt', text)] });
  const { page } = running;
  await expectText(page, text);
  const tags: [string, string][] = [
    ['Marek Ode', '1'],
    ['This is a toll', '2'],
    ['Sund', '3'],
  ];
  for (const [words, key] of tags) {
    await selectWords(page, text, words);
    await page.keyboard.press(key);
  }
  await expect(annotations(page)).toHaveCount(3);
  return running;
}

function toolbar({ page }: RunningApp) {
  return page.getByRole('toolbar', { name: 'Tags', exact: true });
}

async function backToText({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await expect(articleText(page)).toBeFocused();
}

test('a tag with an attribute and a relation is made, used, renamed, given another key and colour, and undone', async ({
  launch,
}) => {
  const running = await taggedArticle(launch);
  const { app, page } = running;
  const view = await openTagSet(running);
  await addIn(view, 'New tag', 'Cue');
  const detail = page.getByRole('region', { name: 'Tag Cue', exact: true });
  await addIn(detail, 'New attribute', 'Kind');
  await detail.getByRole('combobox', { name: 'Type of Kind' }).selectOption('One of several');
  await addIn(detail, 'New option of Kind', 'verb');
  await addIn(detail, 'New option of Kind', 'adverb');
  await view.getByRole('button', { name: 'Relations' }).click();
  const relations = view.getByRole('region', { name: 'Relations' });
  await addIn(relations, 'New relation', 'introduces');
  const row = relations.getByRole('row').filter({ has: page.locator('input[value="introduces"]') });
  await row.getByRole('group', { name: 'introduces: from' }).getByRole('checkbox', { name: 'Cue' }).check();
  await row.getByRole('group', { name: 'introduces: to' }).getByRole('checkbox', { name: 'Claim' }).check();
  await waitSaved(page);
  await backToText(running);

  await expect(toolbar(running).getByRole('button', { name: 'Cue' })).toHaveAttribute(
    'aria-keyshortcuts',
    '5',
  );
  await expect.poll(() => menuItem(app, 'annotation.tag5')).toMatchObject({ label: 'Tag as Cue' });
  await selectWords(page, text, 'said');
  await page.keyboard.press('5');
  await expectMarks(page, [
    { tag: 'claim', text: 'This is a toll' },
    { tag: 'cue', text: 'said' },
    { tag: 'speaker', text: 'Marek Ode' },
    { tag: 'location', text: 'Sund' },
  ]);
  await card(page).getByRole('button', { name: 'Link…' }).click();
  await page
    .getByRole('listbox', { name: 'Link to' })
    .getByRole('option', { name: 'Claim: This is a toll' })
    .click();
  await expect(card(page).getByRole('list', { name: 'Links' })).toContainText('This is a toll');

  await openTagSet(running);
  const cue = await chooseTag(page, 'Cue');
  await cue.getByRole('textbox', { name: 'Name', exact: true }).fill('Reporting word');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('region', { name: 'Tag Reporting word', exact: true });
  await renamed.getByRole('combobox', { name: 'Key' }).selectOption({ label: '1 (swap with Speaker)' });
  await renamed.getByRole('button', { name: 'Amber', exact: true }).click();
  await expect(toolbar(running).getByRole('button', { name: 'Reporting word' })).toHaveAttribute(
    'aria-keyshortcuts',
    '1',
  );
  await expect(toolbar(running).getByRole('button', { name: 'Speaker' })).toHaveAttribute(
    'aria-keyshortcuts',
    '5',
  );
  await expect(renamed.getByRole('button', { name: 'Amber', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Control+z');
  await expect(renamed.getByRole('button', { name: 'Amber', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(tagItem(page, 'Cue')).toBeVisible();
  await backToText(running);
  await expect(annotations(page).filter({ hasText: 'said' })).toHaveAttribute('aria-label', 'Cue: said');
});

test('deleting and merging tags in use say what they touch, and undo brings it back', async ({ launch }) => {
  const running = await taggedArticle(launch);
  const { page } = running;
  await selectWords(page, text, 'This is a toll');
  await page.keyboard.press('Escape');
  await annotations(page).filter({ hasText: 'This is a toll' }).click();
  await articleText(page).focus();
  await page.keyboard.press('r');
  await expect(card(page).getByRole('list', { name: 'Links' })).toContainText('Marek Ode');
  const before = ['Claim: This is a toll', 'Speaker: Marek Ode', 'Location: Sund'];
  await expectAnnotations(page, before);

  await openTagSet(running);
  const claim = await chooseTag(page, 'Claim');
  await claim.getByRole('button', { name: 'Delete tag…' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Delete the tag “Claim”?' });
  await expect(asked.getByText('Undo brings them back.')).toBeVisible();
  await expect(asked).toContainText(/Deletes \d+ annotations? and \d+ links? in \d+ articles?\./);
  await asked.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(asked).toBeHidden();
  await expectAnnotations(page, ['Speaker: Marek Ode', 'Location: Sund']);
  await expect(toolbar(running).getByRole('button')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expectAnnotations(page, before);
  await expect(toolbar(running).getByRole('button')).toHaveCount(4);

  const location = await chooseTag(page, 'Location');
  await location.getByRole('button', { name: 'Merge into another tag…' }).click();
  const merge = page.getByRole('alertdialog', { name: 'Merge “Location” into another tag' });
  await merge.getByRole('combobox', { name: 'Into' }).selectOption('Date');
  await expect(merge).toContainText(/Changes the tag of \d+ annotations?/);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merge).toBeHidden();
  await expectAnnotations(page, ['Claim: This is a toll', 'Speaker: Marek Ode', 'Date: Sund']);
  await page.keyboard.press('Control+z');
  await expectAnnotations(page, before);
  await waitSaved(page);
});

test('a tag set is written, read again and added; bad files change nothing', async ({ launch }) => {
  const running = await taggedArticle(launch);
  const { app, page } = running;
  const view = await openTagSet(running);
  const path = test.info().outputPath('tags.json');
  await answerSaveDialog(app, path);
  await view.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“tags.json” written');
  const written = JSON.parse(readFileSync(path, 'utf8')) as { format: string; tags: { id: string }[] };
  expect(written).toMatchObject({ format: 'ascribe-tag-set', version: 1 });
  expect(written.tags.map(({ id }) => id)).toEqual(['speaker', 'claim', 'location', 'date']);

  const other = test.info().outputPath('other.json');
  writeFileSync(
    other,
    JSON.stringify({ ...written, tags: [...written.tags, { id: 'mood', name: 'Mood', key: '1' }] }),
  );
  await answerOpenDialog(app, [other]);
  await view.getByRole('button', { name: 'Import…' }).click();
  const offer = page.getByRole('dialog', { name: 'Import tag set' });
  await expect(offer).toContainText('holds 5 tags');
  await expect(offer).toContainText('Adds the tags: Mood.');
  await offer.getByRole('button', { name: 'Use' }).click();
  await expect(tagItem(page, 'Mood')).toBeVisible();

  const broken = test.info().outputPath('broken.json');
  writeFileSync(broken, '{"format":"ascribe-tag-set","version":1,"tags":[{"id":"x"}]}');
  await answerOpenDialog(app, [broken]);
  await view.getByRole('button', { name: 'Import…' }).click();
  const failure = page.getByRole('alertdialog');
  await expect(failure).toContainText('“broken.json” cannot be taken in: tag “x”: name');
  await failure.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('list', { name: 'Tags of this project' }).getByRole('listitem')).toHaveCount(5);
});

test('templates add tags and keep those in use', async ({ launch }) => {
  const running = await taggedArticle(launch);
  const { page } = running;
  const view = await openTagSet(running);
  await view.getByRole('button', { name: 'Templates…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tag set templates' });
  await dialog.getByRole('radio', { name: 'Plain named entities' }).check();
  await dialog.getByRole('radio', { name: /^Replace/ }).check();
  await expect(dialog).toContainText('Keeps, because annotations have them: Speaker, Claim.');
  await dialog.getByRole('button', { name: 'Use' }).click();
  await expect(tagItem(page, 'Person')).toBeVisible();
  await expect(tagItem(page, 'Claim')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(tagItem(page, 'Person')).toBeHidden();
});

test('tags move by keyboard, the guideline comes with G and goes with Escape', async ({ launch }) => {
  const running = await taggedArticle(launch);
  const { page } = running;
  await openTagSet(running);
  await tagItem(page, 'Date').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(tagItem(page, 'Date')).toBeFocused();
  await expect(
    page.getByRole('list', { name: 'Tags of this project' }).getByRole('listitem').nth(1),
  ).toContainText('Date');
  await expect(toolbar(running).getByRole('button', { name: 'Date' })).toHaveAttribute(
    'aria-keyshortcuts',
    '4',
  );
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press('g');
  const guideline = page.getByRole('complementary', { name: 'Guideline' });
  await expect(guideline).toContainText('Where it was said');
  await page.keyboard.press('Escape');
  await expect(guideline).toBeHidden();
});

test('many tags with long and foreign names stay usable, and axe finds nothing, light and dark', async ({
  launch,
}) => {
  test.setTimeout(400_000);
  const running = await taggedArticle(launch);
  const { app, page } = running;
  const view = await openTagSet(running);
  const names = [
    'Organisation that speaks through somebody else’s mouth',
    'Организация международного сотрудничества',
    'منظمة التعاون الدولي',
    '政府発表の要約',
    'Cue',
    'Mood',
    'Number',
    'Event',
    'Law',
    'Product',
  ];
  for (const name of names) await addIn(view, 'New tag', name);
  await expect(toolbar(running).getByRole('button')).toHaveCount(14);
  const clean = async (screen: string) => {
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      screen,
    ).toEqual([]);
  };
  for (const theme of ['Light', 'Dark']) {
    await menu(app, `view.theme${theme}`);
    await chooseTag(page, 'Claim');
    await clean(`tag, ${theme}`);
    await view.getByRole('button', { name: 'Relations' }).click();
    await clean(`relations, ${theme}`);
    await view.getByRole('button', { name: 'Tags', exact: true }).click();
    const detail = await chooseTag(page, 'Claim');
    await detail.getByRole('button', { name: 'Delete tag…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Undo brings them back.');
    await clean(`deleting, ${theme}`);
    await page.keyboard.press('Escape');
    await view.getByRole('button', { name: 'Templates…' }).click();
    await clean(`templates, ${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await backToText(running);
  await selectWords(page, text, 'Thursday');
  await page.keyboard.press('g');
  await expect(page.getByRole('complementary', { name: 'Guideline' })).toBeVisible();
  await clean('guidelines');
});
