import { unlinkSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, expectShown, showArticle } from './gestures/article-list.ts';
import { expectClean } from './gestures/axe.ts';
import { selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const table = [
  'ID,Headline,Full text,Published,Section',
  '71,"Harbour, again","The mayor said “no”.\n\nThe harbour stays shut.",2031-03-14,Local',
  '72,Ferry runs,"“It runs,” said Oduya.",2031-03-15,Local',
].join('\r\n');

test('a table opens as an article a row, its columns as they are chosen, with the keyboard alone', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await answerOpenDialog(app, [articleFile('reports.csv', table)]);
  await menu(app, 'file.open');
  const dialog = page.getByRole('dialog', { name: 'Open a table of articles' });
  await expect(dialog.getByRole('button', { name: 'Open 2 articles' })).toBeFocused();
  await expect(dialog.getByLabel('What “Full text” holds')).toHaveValue('text');
  await expect(dialog.getByLabel('What “Published” holds')).toHaveValue('date');
  await expectClean(page, 'columns of a table');
  await dialog.getByLabel('What “Full text” holds').selectOption('none');
  await expect(dialog.getByRole('alert')).toContainText('No column is the text');
  await expect(dialog.getByRole('button', { name: 'Open 2 articles' })).toBeDisabled();
  await dialog.getByLabel('What “Full text” holds').selectOption('text');
  await dialog.getByLabel('What “Section” holds').press('Enter');
  await dialog.getByRole('button', { name: 'Open 2 articles' }).press('Enter');
  await expectShown(page, 'Ferry runs');
  await showArticle(page, 'Harbour, again');
  await expect(articleText(page)).toContainText('The harbour stays shut.');
  await expect(articles(page)).toHaveCount(3);
  await waitSaved(page);
  await menu(app, 'edit.undo');
  await expect(articles(page)).toHaveCount(1);
});

test('a ZIP opens as all that is in it, and what cannot be read is named', async ({ launch }) => {
  const file = articleFile('all.zip', '');
  writeFileSync(
    file,
    zipSync({
      'one.txt': strToU8('First one\n\nWords.'),
      'deep/two.html': strToU8('<html><body><h1>Second one</h1><p>Words of it.</p></body></html>'),
      'reports.csv': strToU8(table),
      'broken.docx': strToU8('PK no document'),
    }),
  );
  const { app, page } = await launch();
  await answerOpenDialog(app, [file]);
  await menu(app, 'file.open');
  await page.getByRole('button', { name: 'Open 2 articles' }).click();
  const failures = page.getByRole('alertdialog', { name: '1 file could not be opened' });
  await expect(failures).toContainText('broken.docx');
  await failures.getByRole('button', { name: 'Close' }).click();
  await expect(articles(page)).toHaveCount(5);
  for (const title of ['First one', 'Second one', 'Harbour, again', 'Ferry runs'])
    await showArticle(page, title);
});

const sentence =
  'The mayor said on Tuesday that the bridge would be mended before the winter, and nobody would pay for it twice.';
const page = `<!doctype html><html><head><title>The bridge</title></head><body><nav>Home Sport</nav><article><h1>The bridge</h1>${`<p>${sentence}</p>`.repeat(8)}</article><footer>Terms of use</footer></body></html>`;

test('a kept original is read as a whole page after its file is gone, and tags are carried over', async ({
  launch,
}) => {
  const file = articleFile('page.html', page);
  const { app, page: window } = await launch();
  await menu(app, 'file.keepOriginals');
  await answerOpenDialog(app, [file]);
  await menu(app, 'file.open');
  await expectShown(window, 'The bridge');
  unlinkSync(file);
  await selectWords(window, `The bridge\n\n${sentence}`, 'The mayor');
  await window.keyboard.press('1');
  await expect(articleText(window)).not.toContainText('Terms of use');
  await menu(app, 'article.readWholePage');
  const dialog = window.getByRole('dialog', { name: /Carry/ });
  await expect(dialog).toContainText('The mayor');
  await dialog.getByRole('button', { name: /^Carry/ }).click();
  await expect(articleText(window)).toContainText('Terms of use');
  await expectAnnotations(window, ['Speaker: The mayor']);
  await waitSaved(window);
});
