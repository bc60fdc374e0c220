import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerMessageBox } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { killTree } from './harness/process-tree.ts';
import { makeProfile } from './harness/profile.ts';
import { waitSaved } from './harness/saved.ts';
import { bareStart, ended } from './torture/bare-start.ts';
import { checkKept } from './torture/check-kept.ts';
import { seededRandom } from './torture/random.ts';
import { rendererPid } from './torture/renderer-pid.ts';
import { showArticle } from './torture/show-article.ts';
import { damages, storeFolder } from './torture/store-damage.ts';
import { tagUntilGone, tagWords, writeArticle } from './torture/tagging.ts';
import { toldAtStart } from './torture/told-at-start.ts';
import { spanIds, Witness } from './torture/witness.ts';

const title = 'An article of words';
const random = seededRandom(20_261_124);

function newArticle(): string {
  return writeArticle(mkdtempSync(join(tmpdir(), 'ascribe-keeping-')), title, random);
}

function articleText(page: Page) {
  return page.getByRole('textbox', { name: 'Article text', exact: true });
}

/** Tags words, waits until they are safe, and returns all that is tagged. */
async function tagSafely({ page }: RunningApp, count: number): Promise<ReadonlySet<string>> {
  await articleText(page).focus();
  await tagWords(page, random, count);
  await waitSaved(page);
  return spanIds(page);
}

async function expectSpans(page: Page, ids: ReadonlySet<string>): Promise<void> {
  await expect.poll(async () => [...(await spanIds(page))].sort()).toEqual([...ids].sort());
}

test('what was tagged just before the window was closed is there at the next start, and can be undone', async ({
  launch,
}) => {
  const running = await launch({ files: [newArticle()] });
  await expect(articleText(running.page)).toContainText(title);
  await articleText(running.page).focus();
  await tagWords(running.page, random, 12);
  const ids = await spanIds(running.page);
  await running.close();
  const { page } = await launch({ profile: running.profile });
  await showArticle(page, title);
  await expectSpans(page, ids);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await spanIds(page)).size).toBe(ids.size - 1);
  expect(await toldAtStart(page)).toEqual([]);
});

test.describe('killed while it is being worked in', () => {
  test.use({ toleratedProblems: [/the window crashed/] });

  for (const victim of ['renderer', 'main', 'everything'] as const) {
    test(`${victim}: all that was called saved is there`, async ({ launch }) => {
      const first = await launch({ files: [newArticle()] });
      await expect(articleText(first.page)).toContainText(title);
      await articleText(first.page).focus();
      const witness = new Witness();
      await witness.watch(first.page);
      const tagging = tagUntilGone(first.page, random, 0);
      await expect.poll(() => witness.acknowledged.times).toBeGreaterThan(3);
      if (victim === 'renderer') process.kill(await rendererPid(first.app), 'SIGKILL');
      if (victim === 'main') process.kill(first.app.process().pid ?? 0, 'SIGKILL');
      await first.kill();
      await tagging;
      const { page } = await launch({ profile: first.profile });
      await showArticle(page, title);
      await checkKept(page, witness.acknowledged, 0, victim);
      await waitSaved(page);
    });
  }
});

test.describe('when the page crashes', () => {
  test.use({ toleratedProblems: [/the window crashed/] });

  test('a reload is offered, and shows everything', async ({ launch }) => {
    const running = await launch({ files: [newArticle()] });
    await expect(articleText(running.page)).toContainText(title);
    const ids = await tagSafely(running, 8);
    await answerMessageBox(running.app, 0);
    const pid = await rendererPid(running.app);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => rendererPid(running.app)).not.toBe(pid);
    // The driver gives a crashed page up for good: what it shows after the reload is asked through main.
    await expect.poll(async () => (await spanIdsThroughMain(running.app)).sort()).toEqual([...ids].sort());
  });
});

function spanIdsThroughMain(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const script =
      '[...new Set([...document.querySelectorAll("mark[data-span-ids]")].flatMap((mark) => mark.dataset.spanIds.split(" ")))]';
    const [window] = BrowserWindow.getAllWindows();
    return await window?.webContents.executeJavaScript(script);
  });
}

test('a store that was damaged between two starts is restored, and that is said in one sentence', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  let running = await launch({ files: [newArticle()] });
  await expect(articleText(running.page)).toContainText(title);
  for (const [name, damage] of Object.entries(damages)) {
    const ids = await tagSafely(running, 3);
    await running.kill();
    damage(storeFolder(running.profile), random);
    running = await launch({ profile: running.profile });
    await showArticle(running.page, title);
    await test.step(name, async () => {
      await expectSpans(running.page, ids);
      const told = await toldAtStart(running.page);
      expect(told.length).toBeLessThanOrEqual(1);
      for (const sentence of told)
        expect(sentence).toMatch(/restored from the journal; nothing is missing\.$/);
      await expect(running.page.getByText('sample.txt')).toHaveCount(1);
    });
  }
});

test('a write that fails is shown, work goes on, and all of it is saved once there is space', async ({
  launch,
}) => {
  const running = await launch({ files: [newArticle()], env: { ASCRIBE_FAULTS: '[]' } });
  const { page, app } = running;
  await expect(articleText(page)).toContainText(title);
  const before = await tagSafely(running, 3);
  const setFaults = (faults: readonly object[]) =>
    app.evaluate((_electron, list) => {
      process.env.ASCRIBE_FAULTS = list;
    }, JSON.stringify(faults));
  await setFaults(
    ['open', 'write', 'syncData', 'sync'].map((call) => ({ call, path: 'journal', fault: 'ENOSPC' })),
  );
  await articleText(page).focus();
  await tagWords(page, random, 3);
  await expect(page.getByRole('status').filter({ hasText: /Not saved/ })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The working store has everything.');
  await tagWords(page, random, 3);
  const ids = await spanIds(page);
  expect(ids.size).toBeGreaterThan(before.size);
  await setFaults([]);
  await waitSaved(page);
  await running.kill();
  const again = await launch({ profile: running.profile });
  await showArticle(again.page, title);
  await expectSpans(again.page, ids);
  expect(await toldAtStart(again.page)).toEqual([]);
});

test('a profile that another process owns is left alone, whatever the system’s lock says', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere the lock of the system stands alone');
  const profile = makeProfile();
  const note = join(profile, 'ascribe-owner');
  const started = readFileSync(`/proc/${process.pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19];
  symlinkSync(`${process.pid} ${started}`, note);
  expect(await ended(bareStart(profile, [newArticle()]))).toBe(1);
  expect(readdirSync(profile)).not.toContain('journal');
  unlinkSync(note);
  const running = await launch({ profile });
  expect(readlinkSync(note)).not.toContain(`${process.pid} `);
  await running.close();
  expect(readdirSync(profile)).not.toContain('ascribe-owner');
});

test('a start takes over from one that does not answer, which has ended then', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the lock of the system stands alone');
  // The engine waits for twenty seconds.
  test.setTimeout(120_000);
  const profile = makeProfile();
  const owner = () =>
    readdirSync(profile).includes('ascribe-owner') && readlinkSync(join(profile, 'ascribe-owner'));
  const started = [bareStart(profile, [])];
  try {
    await expect.poll(() => existsSync(join(profile, 'journal')), { timeout: 30_000 }).toBe(true);
    process.kill(started[0]?.pid ?? 0, 'SIGSTOP');
    started.push(bareStart(profile, []));
    await expect.poll(owner, { timeout: 60_000 }).toMatch(new RegExp(`^${started[1]?.pid} `));
    const ends = () => started.map(({ exitCode, signalCode }) => exitCode ?? signalCode);
    // Seen in 2 of 14 runs on a busy machine: the engine itself crashes once it has ended the owner. Who starts again then has the profile.
    if (ends()[1] === 'SIGSEGV') {
      started.push(bareStart(profile, []));
      await expect.poll(owner, { timeout: 60_000 }).toMatch(new RegExp(`^${started[2]?.pid} `));
    }
    expect(ends().filter((end) => end !== 'SIGSEGV')).toEqual(['SIGKILL', null]);
  } finally {
    for (const { pid, exitCode, signalCode } of started)
      if (pid !== undefined && exitCode === null && signalCode === null) await killTree(pid);
  }
});
