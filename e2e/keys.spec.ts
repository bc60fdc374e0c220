import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog, answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

async function openSheet(page: Page): Promise<void> {
  await articleText(page).focus();
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
}

/** Looks a command up in the sheet and waits for the new keys. */
async function beginChange(page: Page, title: string): Promise<void> {
  await sheet(page).getByRole('textbox', { name: 'Search commands' }).fill(title);
  await sheet(page)
    .getByRole('button', { name: new RegExp(`^${title.replace('…', '.')}: .*Change$`) })
    .click();
  await expect(sheet(page).getByRole('button', { name: `New keys for ${title}` })).toBeFocused();
}

function acceleratorOf(app: ElectronApplication, id: string): Promise<string | undefined> {
  return app.evaluate(({ Menu }, itemId) => {
    const accelerator = Menu.getApplicationMenu()?.getMenuItemById(itemId)?.accelerator;
    return accelerator === null || accelerator === undefined ? undefined : String(accelerator);
  }, id);
}

test('a key is changed, taken from another command, obeyed everywhere, and handed on in a file', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const running = await launch();
  const { app, page } = running;

  await openSheet(page);
  await beginChange(page, 'Next annotation');
  await page.keyboard.press('k');
  await expect(sheet(page).getByRole('status')).toHaveText('“Previous annotation” has these keys.');
  await sheet(page).getByRole('button', { name: 'Take them from it' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Next annotation: K. Change' })).toBeVisible();

  await beginChange(page, 'Check and repair project');
  await page.keyboard.press('q');
  await expect(sheet(page).getByRole('status')).toContainText('plain letters are for the text');
  await page.keyboard.press('F9');
  await expect(
    sheet(page).getByRole('button', { name: 'Check and repair project: F9. Change' }),
  ).toBeVisible();

  await beginChange(page, 'Command palette…');
  await page.keyboard.press('Control+Alt+p');
  await sheet(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => acceleratorOf(app, 'tools.doctor')).toBe('F9');
  await expect.poll(() => acceleratorOf(app, 'view.commandPalette')).toBe('CmdOrCtrl+Alt+P');
  const palette = page.getByRole('button', { name: /Search or run a command/ });
  await expect(palette).toHaveAttribute('aria-keyshortcuts', 'Control+Alt+P');

  await articleText(page).focus();
  await page.keyboard.press('k');
  const current = page
    .getByRole('region', { name: 'Annotations', exact: true })
    .locator('[aria-current="true"]');
  await expect(current).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toHaveCount(0);
  await page.keyboard.press('Control+Alt+p');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('check and rep');
  await expect(page.getByRole('option').first()).toContainText('F9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Check and repair project' })).toBeVisible();
  await page.keyboard.press('Escape');

  const path = join(mkdtempSync(join(tmpdir(), 'ascribe-keys-')), 'settings.json');
  await answerSaveDialog(app, path);
  await menu(app, 'file.exportSettings');
  await expect(page.getByText('“settings.json” written: your settings and keys.')).toBeVisible();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 'ascribe-settings',
    settings: { keymap: { 'annotation.next': ['K'], 'annotation.previous': [], 'tools.doctor': ['F9'] } },
  });
  await running.close();

  const again = await launch({ profile: running.profile });
  await again.page.keyboard.press('Control+Alt+p');
  // What was chosen lately is remembered over the restart.
  await expect(again.page.getByRole('option').first()).toContainText('Check and repair project');
  await again.page.keyboard.press('Escape');
  await openSheet(again.page);
  await sheet(again.page).getByRole('button', { name: 'Reset all keys' }).click();
  await sheet(again.page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => acceleratorOf(again.app, 'view.commandPalette')).toBe('CmdOrCtrl+K');

  const other = await launch();
  await answerOpenDialog(other.app, [path]);
  await menu(other.app, 'file.importSettings');
  await expect(other.page.getByText('The settings of “settings.json” are in force.')).toBeVisible();
  await expect.poll(() => acceleratorOf(other.app, 'tools.doctor')).toBe('F9');
});
