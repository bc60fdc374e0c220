import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleText } from './gestures/text-places.ts';
import { answerMessageBox, answerOpenDialog } from './harness/dialogs.ts';
import { appRoot, electronExecutable } from './harness/electron-executable.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-e2e-files-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file whose first line, and so its title, is its name. */
function put(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `About ${name}\n\n“It is so,” said Marek Ode on Monday.\n`);
  return path;
}

function article(page: Page, name: string) {
  return page
    .getByRole('navigation', { name: 'Articles', exact: true })
    .getByText(`About ${name}`, { exact: true });
}

/** Starts the app once more on the same profile, as a person would. Resolves to its exit code. */
function startAgain({ profile }: RunningApp, files: readonly string[], cwd: string): Promise<number | null> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(electronExecutable(), [...asRoot, appRoot, `--user-data-dir=${profile}`, ...files], {
    cwd,
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    second.on('error', reject);
    second.on('exit', resolve);
  });
}

test('files on the command line are opened, and the last is shown', async ({ launch }) => {
  const { page } = await launch({ files: [put('one.txt'), put('two.txt')] });
  await expect(article(page, 'one.txt')).toBeVisible();
  await expect(articleText(page)).toContainText('About two.txt');
});

test('a second start hands its files over and ends; what cannot be opened is named', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  put('late.txt');
  mkdirSync(join(folder, 'folder.txt'));
  expect(await startAgain(running, ['folder.txt', 'missing.txt', 'late.txt'], folder)).toBe(0);
  await expect(page.getByText('“folder.txt” is a folder')).toBeVisible();
  await expect(page.getByText('“missing.txt” is no longer there')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toContainText('About late.txt');
});

test('the open dialogs open files and folders', async ({ launch }) => {
  const { app, page } = await launch();
  await answerOpenDialog(app, [put('one.txt'), put('two.txt')]);
  await menu(app, 'file.open');
  await expect(articleText(page)).toContainText('About two.txt');
  put('many/3.txt');
  put('many/deep/4.txt');
  put('many/.hidden.txt');
  await answerOpenDialog(app, [join(folder, 'many')]);
  await menu(app, 'file.openFolder');
  await expect(article(page, 'many/3.txt')).toBeVisible();
  await expect(article(page, 'many/deep/4.txt')).toBeVisible();
  await expect(page.getByText('About many/.hidden.txt')).toHaveCount(0);
});

test('files dropped on the window are opened, a folder with all that is in it', async ({ launch }) => {
  const { page } = await launch();
  put('dropped/a.txt');
  const files = [put('b.txt'), join(folder, 'dropped')];
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await expect(article(page, 'b.txt')).toBeVisible();
  await expect(article(page, 'dropped/a.txt')).toBeVisible();
});

test.describe('when the page is gone', () => {
  test.use({ toleratedProblems: [/the window crashed/] });

  test('a reload is offered and shows everything again', async ({ launch }) => {
    const { app, page } = await launch({ files: [put('one.txt')] });
    await expect(articleText(page)).toContainText('About one.txt');
    await waitSaved(page);
    await answerMessageBox(app, 0);
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    // Playwright holds the old page for lost, so the new one is looked at from main.
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            "document.querySelector('nav')?.textContent ?? ''",
          ),
        ),
      )
      .toContain('About one.txt');
  });
});

test('a full disk is not called saved, closing asks, and all is kept when there is room again', async ({
  launch,
}) => {
  const running = await launch({ files: [put('one.txt')], env: { ASCRIBE_FAULTS: '[]' } });
  const { app, page, profile } = running;
  await expect(articleText(page)).toContainText('About one.txt');
  await waitSaved(page);
  await app.evaluate(() => {
    process.env.ASCRIBE_FAULTS = JSON.stringify([{ call: 'write', path: '/journal/', fault: 'ENOSPC' }]);
  });
  await articleText(page).focus();
  await page.keyboard.press('1');
  const status = page.getByRole('status').filter({ hasText: /^Not saved/ });
  await expect(status).toBeVisible();
  await expect(status).toContainText('the disk is full');
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      process.env.ASCRIBE_ASKED = options.message;
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect.poll(() => app.evaluate(() => process.env.ASCRIBE_ASKED)).toBe('One change is not saved.');
  await app.evaluate(() => {
    process.env.ASCRIBE_FAULTS = '[]';
  });
  await waitSaved(page);
  await running.close();
  const again = await launch({ profile });
  await expect(articleText(again.page).locator('mark')).toHaveCount(1);
});
