import { annotations, card } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';

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
