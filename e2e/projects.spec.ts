import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Dataset, exportDataset } from './gestures/datasets.ts';
import { archiveProject, expectProject, makeProject, switchProject } from './gestures/projects.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';
import { seededRandom } from './torture/random.ts';
import { showArticle } from './torture/show-article.ts';
import { tagWords, writeArticle } from './torture/tagging.ts';
import { toldAtStart } from './torture/told-at-start.ts';
import { spanIds } from './torture/witness.ts';

const random = seededRandom(20_261_125);

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'ascribe-projects-'));
}

async function tagSafely(page: Page, count: number): Promise<string[]> {
  await articleText(page).focus();
  await tagWords(page, random, count);
  await waitSaved(page);
  return [...(await spanIds(page))].sort();
}

async function expectSpans(page: Page, ids: readonly string[]): Promise<void> {
  await expect.poll(async () => [...(await spanIds(page))].sort()).toEqual(ids);
}

/** Opens an article that no other test has, in the project that is open. */
async function openNewArticle({ app, page }: RunningApp, title: string): Promise<void> {
  await answerOpenDialog(app, [writeArticle(scratch(), title, random)]);
  await menu(app, 'file.open');
  await expect(articleText(page)).toContainText(title);
}

/** All of a dataset but for what tells two projects apart. */
function contentOf({ project: { createdAt: _, ...project }, ...rest }: Dataset) {
  return { ...rest, project: { ...project, id: null } };
}

test('two projects each keep their own tags, through switching, restarts and a kill', async ({ launch }) => {
  test.setTimeout(150_000);
  const first = await launch({ files: [writeArticle(scratch(), 'The first article', random)] });
  await expect(articleText(first.page)).toContainText('The first article');
  const mine = await tagSafely(first.page, 3);

  await makeProject(first, 'Second one');
  await expect(first.page.getByRole('navigation', { name: 'Articles' }).getByRole('listitem')).toHaveCount(0);
  expect(await toldAtStart(first.page)).toEqual([]);
  await openNewArticle(first, 'The second article');
  const theirs = await tagSafely(first.page, 4);

  await switchProject(first, 'My project');
  await expect(articleText(first.page)).toContainText('The first article');
  await expectSpans(first.page, mine);

  await switchProject(first, 'Second one');
  await expectSpans(first.page, theirs);
  const more = await tagSafely(first.page, 2);
  await first.kill();

  const again = await launch({ profile: first.profile });
  await expectProject(again.page, 'Second one');
  await expectSpans(again.page, more);
  expect(await toldAtStart(again.page)).toEqual([]);
  await again.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await spanIds(again.page)).size).toBe(more.length - 1);
  await switchProject(again, 'My project');
  await expectSpans(again.page, mine);
  await again.close();

  const last = await launch({ profile: first.profile });
  await expectProject(last.page, 'My project');
  await expectSpans(last.page, mine);
});

test('a project is renamed with undo, copied, and put into the trash and taken out of it', async ({
  launch,
}) => {
  const running = await launch();
  const { app, page } = running;
  const before = await exportDataset(running, join(scratch(), 'before.json'));
  await menu(app, 'file.renameProject');
  await page.getByRole('textbox', { name: 'Name' }).fill('Budget hearings');
  await page.keyboard.press('Enter');
  await expectProject(page, 'Budget hearings');
  await page.keyboard.press('ControlOrMeta+z');
  await expectProject(page, 'My project');

  await menu(app, 'file.duplicateProject');
  await page.getByRole('textbox', { name: 'Name' }).fill('A copy');
  await page.keyboard.press('Enter');
  const ready = page.getByRole('dialog', { name: 'Project copied' });
  await expect(ready).toContainText('“A copy” is there, checked and saved: 1 article');
  await ready.getByRole('button', { name: 'Open' }).click();
  await expectProject(page, 'A copy');
  expect(await toldAtStart(page)).toEqual([]);
  const copy = await exportDataset(running, join(scratch(), 'copy.json'));
  expect(contentOf(copy)).toEqual(contentOf({ ...before, project: { ...before.project, name: 'A copy' } }));

  await menu(app, 'file.projects');
  const projects = page.getByRole('dialog', { name: /^Projects/ });
  await expect(projects.getByRole('option').first()).toContainText('My project');
  await projects.getByRole('button', { name: 'Move to trash' }).click();
  await expect(projects.getByRole('option')).toHaveCount(1);
  await projects.getByRole('button', { name: 'Trash (1)' }).click();
  await projects.getByRole('button', { name: 'Restore from trash' }).click();
  await projects.getByRole('button', { name: 'Back to the projects' }).click();
  await expect(projects.getByRole('option')).toHaveCount(2);
});

test('a project goes into one file and comes back the same elsewhere; a damaged file changes nothing', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const folder = scratch();
  const path = join(folder, 'kept.ascribe');
  const first = await launch({ files: [writeArticle(scratch(), 'Слово и дело', random)] });
  await expect(articleText(first.page)).toContainText('Слово и дело');
  await tagSafely(first.page, 6);
  const before = await exportDataset(first, join(folder, 'before.json'));
  await archiveProject(first, path);
  await first.close();

  const bytes = readFileSync(path);
  const broken = join(folder, 'broken.ascribe');
  const middle = bytes.length >> 1;
  writeFileSync(broken, Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle + 9)]));

  const second = await launch({ files: [path], until: 'dialog' });
  const { app, page } = second;
  const offer = page.getByRole('dialog', { name: 'Restore project' });
  await expect(offer).toContainText('holds the project “My project”');
  await offer.getByRole('button', { name: 'Restore' }).click();
  const ready = page.getByRole('dialog', { name: 'Project restored' });
  await ready.getByRole('button', { name: 'Open' }).click();
  await showArticle(page, 'Слово и дело');
  expect(await toldAtStart(page)).toEqual([]);
  const after = await exportDataset(second, join(folder, 'after.json'));
  expect(contentOf(after)).toEqual(contentOf(before));

  await answerOpenDialog(app, [broken]);
  await menu(app, 'file.restoreProject');
  const refused = page.getByRole('alertdialog', { name: '1 file could not be opened' });
  await expect(refused).toContainText('“broken.ascribe” cannot be restored');
  await page.keyboard.press('Escape');
  await expect(refused).toBeHidden();
  await menu(app, 'file.projects');
  await expect(page.getByRole('dialog', { name: 'Projects' }).getByRole('option')).toHaveCount(2);
});
