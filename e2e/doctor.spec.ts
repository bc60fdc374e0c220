import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectClean } from './gestures/axe.ts';
import { answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';
import { articleText } from './torture/article-text.ts';
import { seededRandom } from './torture/random.ts';
import { tagWords, writeArticle } from './torture/tagging.ts';

const random = seededRandom(20_261_126);

function dialogOf(page: Page) {
  return page.getByRole('dialog', { name: 'Check and repair project' });
}

/** How many annotations a dataset holds. */
function annotationsIn(path: string): number {
  return readFileSync(path, 'utf8').match(/"annotator": ?"/g)?.length ?? 0;
}

test('what is wrong between the homes is told, a copy can be saved first, and it is mended when one agrees', async ({
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-doctor-'));
  const running = await launch({ files: [writeArticle(folder, 'An article', random)] });
  const { page, app, profile } = running;
  await expect(articleText(page)).toContainText('An article');
  await articleText(page).focus();
  await tagWords(page, random, 8);
  await waitSaved(page);

  await menu(app, 'tools.doctor');
  await expect(dialogOf(page)).toContainText('All of it fits together, and working store and journal agree.');
  await expect(dialogOf(page).getByRole('button', { name: 'Repair…' })).toHaveCount(0);
  await dialogOf(page).getByRole('button', { name: 'Close' }).click();

  const projects = join(profile, 'journal');
  const [project = ''] = readdirSync(projects);
  const [segment = ''] = readdirSync(join(projects, project)).filter((name) => name.endsWith('.jsonl'));
  truncateSync(join(projects, project, segment), 700);
  await menu(app, 'tools.doctor');
  await expect(dialogOf(page)).toContainText('“journal” is damaged');

  const copy = join(folder, 'copy.json');
  await answerSaveDialog(app, copy);
  await dialogOf(page).getByRole('button', { name: 'Save a rescue copy…' }).click();
  await expect(dialogOf(page).getByRole('status')).toContainText('“copy.json” was written');
  expect(annotationsIn(copy)).toBeGreaterThanOrEqual(8);

  await dialogOf(page).getByRole('button', { name: 'Repair…' }).click();
  await expect(dialogOf(page).getByRole('region', { name: 'What a repair does' })).toContainText(
    'The journal will get a snapshot of the working store.',
  );
  await dialogOf(page).getByRole('button', { name: 'Repair now' }).click();
  await expect(dialogOf(page).getByRole('status')).toContainText('That was done.');
  expect(readdirSync(join(projects, project)).filter((name) => name.endsWith('.snapshot.json'))).toHaveLength(
    1,
  );
});

test('a window that cannot open its project says why, and saves a rescue copy all the same', async ({
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-doctor-'));
  const first = await launch({ files: [writeArticle(folder, 'An article', random)] });
  await expect(articleText(first.page)).toContainText('An article');
  await articleText(first.page).focus();
  await tagWords(first.page, random, 8);
  await waitSaved(first.page);
  await first.close();
  // Nothing can be opened where a file stands in the place of the folder.
  const stores = join(first.profile, 'IndexedDB');
  renameSync(stores, join(folder, 'IndexedDB'));
  writeFileSync(stores, 'a file');
  const { app, page } = await launch({ profile: first.profile, until: 'anything' });
  await expect(page.getByRole('heading', { name: 'Ascribe could not go on' })).toBeVisible();
  const copy = join(folder, 'copy.json');
  await answerSaveDialog(app, copy);
  await page.getByRole('button', { name: 'Save a rescue copy…' }).click();
  await expect(page.getByRole('status')).toContainText('“copy.json” was written');
  expect(annotationsIn(copy)).toBeGreaterThanOrEqual(8);
  await page.getByRole('button', { name: 'Show error report' }).click();
  const report = page.getByRole('textbox', { name: 'Report' });
  await expect(report).toHaveValue(/Project\n {2}none: it could not be opened\n[\s\S]* error window: /);
  expect(await report.inputValue()).not.toContain(first.profile);
  await expectClean(page, 'an error report where nothing could be opened');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('The report was copied.');
  rmSync(folder, { recursive: true });
});
