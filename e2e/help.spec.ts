import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { articleFile } from './gestures/article-files.ts';
import { expectText } from './gestures/drawn-text.ts';
import { answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu, menuItem } from './harness/menu.ts';

const text = 'A toll on bread\n\n“This is a toll on bread,” said Marek Ode in Sund on Thursday.';

test('an error report is shown, saved and copied, and says nothing of what is worked on', async ({
  launch,
}) => {
  const { app, page, profile } = await launch({ files: [articleFile('grain-secret.txt', text)] });
  await expectText(page, text);
  // As a fault would have it in the log.
  await page.evaluate(
    ([folder]) =>
      window.ascribe.request('session.log', {
        level: 'error',
        message: `Error: ENOENT: no such file, open '${folder}/grain-secret.txt'\n    at A toll on bread (${folder}/x.js:1:1)`,
      }),
    [profile],
  );
  await menu(app, 'help.errorReport');
  const dialog = page.getByRole('dialog', { name: 'Save error report', exact: true });
  const report = dialog.getByRole('textbox', { name: 'Report' });
  await expect(report).toHaveValue(/Versions\n {2}Ascribe: /);
  await expect(report).toHaveJSProperty('readOnly', true);
  const shown = await report.inputValue();
  expect(shown).toContain(`Electron: ${await app.evaluate(() => process.versions.electron)}`);
  expect(shown).toContain('  articles: 2\n');
  expect(shown).toContain('  theme: system\n');
  expect(shown).toContain('error window: Error: ENOENT: no such file, open [left out]');
  for (const own of ['secret', 'toll', 'Marek', 'Sund', 'Sellay', profile, homedir()])
    expect(shown).not.toContain(own);

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The report was copied.');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);

  const path = test.info().outputPath('ascribe-report.txt');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“ascribe-report.txt” written');
  await expect(dialog).toBeHidden();
  expect(readFileSync(path, 'utf8')).toBe(shown);
});

test('“About” names the Electron, and says so where its support has ended', async ({ launch }) => {
  const { app, page } = await launch();
  const version = await app.evaluate(() => process.versions.electron);
  await menu(app, 'help.about');
  const dialog = page.getByRole('dialog', { name: 'Ascribe', exact: true });
  await expect(dialog).toContainText(`Electron${version}`);
  const ended = dialog.getByText('The support of Electron');
  if (version.startsWith('33.'))
    await expect(ended).toContainText('The support of Electron 33 ended on 29 April 2025');
  else await expect(ended).toHaveCount(0);
});

test('third-party notices are offered only where they lie beside the app', async ({ launch }) => {
  const { app } = await launch();
  await expect.poll(async () => (await menuItem(app, 'help.notices'))?.enabled).toBe(false);
});
