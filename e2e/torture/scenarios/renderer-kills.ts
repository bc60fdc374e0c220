import type { ElectronApplication } from '@playwright/test';
import { expect } from '@playwright/test';
import { articleSeen } from '../../harness/article-seen.ts';
import { waitSaved } from '../../harness/saved.ts';
import { articleText } from '../article-text.ts';
import { checkProfile } from '../check-profile.ts';
import { rendererPid } from '../renderer-pid.ts';
import type { Scenario } from '../round.ts';
import { tagWords, writeArticle } from '../tagging.ts';
import { spanIds } from '../witness.ts';

const kills = 6;

/** The window's process killed again and again while main lives: a reload is offered within two seconds, and shows everything. */
export const rendererKills: Scenario = {
  name: 'renderer-kills',
  async run(round) {
    const { random } = round;
    const running = await round.start({ files: [writeArticle(round.folder, 'Reloaded', random)] });
    const { app, page } = running;
    await expect(articleText(page)).toContainText('Reloaded');
    await articleText(page).focus();
    await tagWords(page, random, 12);
    await waitSaved(page);
    const ids = [...(await spanIds(page))].sort();
    await answerAndTime(app);
    for (let i = 0; i < kills; i++) {
      const pid = await rendererPid(app);
      const killed = Date.now();
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => rendererPid(app)).not.toBe(pid);
      round.slowest('offer of a reload', (await lastAsked(app)) - killed);
      // The driver gives a crashed page up for good: what it shows after the reload is asked through main.
      await expect.poll(async () => (await idsThroughMain(app)).sort(), { timeout: 30_000 }).toEqual(ids);
      await articleSeen(round.profile);
      round.count('kills');
    }
    await running.kill();
    await checkProfile(round.profile, { present: new Set(ids), gone: new Set() }, 'at the end');
  },
};

async function answerAndTime(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => {
      process.env.ASKED_AT = String(Date.now());
      return { response: 0, checkboxChecked: false };
    };
  });
}

async function lastAsked(app: ElectronApplication): Promise<number> {
  return Number(await app.evaluate(() => process.env.ASKED_AT));
}

function idsThroughMain(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const script =
      '[...new Set([...document.querySelectorAll("mark[data-span-ids]")].flatMap((mark) => mark.dataset.spanIds.split(" ")))]';
    const [window] = BrowserWindow.getAllWindows();
    return await window?.webContents.executeJavaScript(script);
  });
}
