import type { ElectronApplication } from '@playwright/test';
import { articleFile } from './gestures/article-files.ts';
import { expectClean } from './gestures/axe.ts';
import { expectText } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { answerMessageBox } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { waitSaved } from './harness/saved.ts';
import { rendererPid } from './torture/renderer-pid.ts';

const title = 'A toll on bread';
const text = `${title}\n\n“This is a toll on bread,” said Marek Ode in Sund on Thursday.`;

/** From here on the window's process is killed when it says that an article is on the screen, which is the last moment of opening it. */
async function killWhileOpening(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('articles.seen');
    ipcMain.handle('articles.seen', ({ sender }) => {
      process.env.KILLED = String(Number(process.env.KILLED ?? 0) + 1);
      process.kill(sender.getOSProcessId(), 'SIGKILL');
      return new Promise(() => undefined);
    });
  });
}

test.describe('an article that ends the window while it is opened', () => {
  test.use({ toleratedProblems: [/the window crashed/] });

  test('is left closed after the second time, by name, and opened only when that is wanted', async ({
    launch,
  }) => {
    const first = await launch({ files: [articleFile('bread.txt', text)] });
    await expectText(first.page, text);
    await waitSaved(first.page);
    await first.close();

    const second = await launch({ profile: first.profile });
    await expectText(second.page, text);
    await answerMessageBox(second.app, 0);
    await killWhileOpening(second.app);
    // The page that is loaded then shows the same article, and the one after it tries once more.
    process.kill(await rendererPid(second.app), 'SIGKILL');
    const killed = () => second.app.evaluate(() => process.env.KILLED);
    await expect.poll(killed, { timeout: 30_000 }).toBe('2');
    await second.kill();

    const third = await launch({ profile: first.profile, until: 'shell' });
    const state = third.page.getByRole('region', { name: 'State of the project' });
    await expect(state).toContainText(
      `“${title}” was left closed: the window ended twice while it was being opened. What is in it is kept.`,
    );
    await expect(third.page.getByRole('heading', { name: 'Choose an article' })).toBeVisible();
    await expect(articleText(third.page)).toHaveCount(0);
    await expectClean(third.page, 'an article left closed');
    await third.close();

    const fourth = await launch({ profile: first.profile, until: 'shell' });
    const told = fourth.page.getByRole('region', { name: 'State of the project' });
    await told.getByRole('button', { name: 'Open anyway' }).click();
    await expectText(fourth.page, text);
    await expect(told).toBeEmpty();
    await fourth.close();

    const fifth = await launch({ profile: first.profile });
    await expectText(fifth.page, text);
  });
});
