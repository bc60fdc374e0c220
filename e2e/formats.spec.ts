import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { annotations, expectAnnotations } from './gestures/annotations.ts';
import { showArticle } from './gestures/article-list.ts';
import { expectClean } from './gestures/axe.ts';
import { answerOpenDialog, answerSaveDialog, answerSaveDialogIn } from './harness/dialogs.ts';
import { appRoot } from './harness/electron-executable.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

/** Endings of the formats that are not read again. */
const writtenOnly = /\.(html|xlsx|jsonld|geojson)$/;

test('every format writes the sample, says before what it cannot hold, and reads its file again', async ({
  launch,
}, testInfo) => {
  test.setTimeout(180_000);
  const { app, page } = await launch();
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  const names = await dialog.getByRole('combobox', { name: 'Format' }).locator('option').allTextContents();
  expect(names[0]).toBe('Ascribe dataset');
  await page.keyboard.press('Escape');
  for (const [i, name] of names.entries()) {
    const folder = testInfo.outputPath(`export-${i}`);
    mkdirSync(folder);
    await answerSaveDialogIn(app, folder);
    await menu(app, 'file.export');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(name);
    await expect(dialog).toContainText(
      i === 0 ? 'This format holds everything.' : /This format (cannot hold|holds)/,
    );
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText(/” written: /).first(), name).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  }
  const written = names.map((_, i) => {
    const folder = testInfo.outputPath(`export-${i}`);
    const [file, ...more] = readdirSync(folder);
    expect(more).toEqual([]);
    return join(folder, file ?? '');
  });
  for (const file of written.filter((path) => !writtenOnly.test(path))) {
    const said = execFileSync(process.execPath, [join(appRoot, 'out/cli/index.js'), 'validate', file], {
      encoding: 'utf8',
    });
    expect(said, basename(file)).toContain('dataset, 1 articles');
  }
});

test('a dataset of another program comes in from two files, its tags as ours, and the choice is remembered', async ({
  launch,
}, testInfo) => {
  const running = await launch();
  const { app, page } = running;
  const put = (name: string, content: string) => {
    const path = testInfo.outputPath(name);
    writeFileSync(path, content);
    return path;
  };
  const text = 'Ferry stays\n\nAnna Køhler 🚢 spoke in Oslo.\n';
  const at = (words: string) => {
    const start = [...text.slice(0, text.indexOf(words))].length;
    return `${start} ${start + [...words].length}\t${words}`;
  };
  const ann = [
    `T1\tPerson ${at('Anna Køhler')}`,
    `T2\tCity ${at('Oslo')}`,
    `T3\tCity ${at('Ferry')}`,
    'T4\tCity 2 900\tnowhere',
    'R1\tLives Arg1:T1 Arg2:T2',
    '',
  ].join('\n');
  const files = [put('ferry.txt', text), put('ferry.ann', ann)];

  const offer = async () => {
    await answerOpenDialog(app, files);
    await menu(app, 'file.import');
    const dialog = page.getByRole('dialog', { name: 'Import dataset' });
    await expect(dialog).toContainText('brat standoff');
    return dialog;
  };
  const dialog = await offer();
  await expect(dialog).toContainText('1 article, 3 annotations, 1 link');
  await expect(dialog.getByRole('region', { name: 'What will not come in as it stands' })).toContainText(
    'T4',
  );
  await expectClean(page, 'import with foreign tags');
  await dialog.getByRole('combobox', { name: 'What “Person” becomes' }).selectOption('Speaker');
  await dialog.getByRole('combobox', { name: 'What “City” becomes' }).selectOption('Location');
  await dialog.getByRole('combobox', { name: 'What “Lives” becomes' }).selectOption('Leave out');
  await expect(dialog).toContainText('Comes in: 1 new article, 3 annotations');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await waitSaved(page);
  await showArticle(page, 'Ferry stays');
  await expectAnnotations(page, ['Location: Ferry', 'Speaker: Anna Køhler', 'Location: Oslo']);
  await expect(page.getByRole('toolbar', { name: 'Tags' }).getByRole('button')).toHaveCount(4);

  const again = await offer();
  await expect(again.getByRole('combobox', { name: 'What “Person” becomes' })).toHaveValue('own:speaker');
  await again.getByRole('button', { name: 'Cancel' }).click();
  await menu(app, 'edit.undo');
  await expect(annotations(page).filter({ hasText: 'Anna Køhler' })).toHaveCount(0);
});

test('with the rest beside it, what a format cannot hold is all there again', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  const file = testInfo.outputPath('claims.zip');
  await answerSaveDialog(app, file);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  const rest = dialog.getByRole('checkbox', { name: /Put the rest beside it/ });
  await expect(dialog).toContainText('This format holds everything.');
  await expect(rest).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('CoNLL columns (BIO)');
  await rest.check();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/“claims\.zip” written: /)).toBeVisible();
  await answerOpenDialog(app, [file]);
  await menu(app, 'file.import');
  const importing = page.getByRole('dialog', { name: 'Import dataset' });
  await expect(importing).toContainText('Read as CoNLL columns (BIO).');
  await expect(importing).toContainText('All of it is in this project already.');
});

test('a name with the ending of another format chooses that, and nothing is written before its losses are seen', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  const file = testInfo.outputPath('claims.jsonl');
  await answerSaveDialog(app, file);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/“claims\.jsonl” has the ending of Ascribe lines/)).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('ascribe-jsonl');
  expect(existsSync(file)).toBe(false);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/“claims\.jsonl” written: /)).toBeVisible();
});
