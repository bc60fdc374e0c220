import { join } from 'node:path';
import { answerOpenDialog } from '../../e2e/harness/dialogs.ts';
import { launchApp, type RunningApp } from '../../e2e/harness/launch.ts';
import { menu } from '../../e2e/harness/menu.ts';
import { waitSaved } from '../../e2e/harness/saved.ts';
import type { ArticleSize } from '../article/article-sizes.ts';
import { type TaggedArticle, taggedArticle } from '../article/tagged-article.ts';
import { writeDataset } from '../article/write-dataset.ts';
import { newProfile, workFolder } from './electron-app.ts';

/** A short article to come back to between two measurements. */
export const restingPlace = taggedArticle({ id: 'rest', length: 3_000, spanCount: 5 }, 77);

/** An article of 50 MB takes a quarter of an hour on a busy machine. */
const longestImportMs = 1_800_000;

/** A profile in which the articles of these sizes were imported from native datasets, each from one of its own. */
export function profileWithArticles(sizes: readonly ArticleSize[]): Promise<string> {
  return profileWith(...sizes.map((size) => () => [taggedArticle(size)]), () => [restingPlace]);
}

/**
 * A profile in which these articles were imported from native datasets, one after the other.
 * @param batches each is a dataset of its own, made only when its turn has come
 */
export async function profileWith(...batches: (() => readonly TaggedArticle[])[]): Promise<string> {
  const file = join(workFolder, 'articles.json');
  const profile = newProfile();
  const { app, page, close } = await launchApp({ profile });
  try {
    for (const batch of batches) {
      await writeDataset(file, batch());
      await importDataset({ app, page }, file);
      await waitSaved(page);
    }
  } finally {
    await close();
  }
  return profile;
}

/** Imports a native dataset, by the dialog. Resolves when all of it is saved, with how long it took until it could be taken. */
export async function importDataset(
  { app, page }: Pick<RunningApp, 'app' | 'page'>,
  file: string,
): Promise<{ readonly offeredMs: number }> {
  await answerOpenDialog(app, [file]);
  const began = performance.now();
  await menu(app, 'file.import');
  const dialog = page.getByRole('dialog', { name: 'Import dataset' });
  const button = dialog.getByRole('button', { name: 'Import', exact: true });
  await button.waitFor({ timeout: longestImportMs });
  const offeredMs = performance.now() - began;
  await button.click({ timeout: longestImportMs });
  await dialog.waitFor({ state: 'hidden', timeout: longestImportMs });
  await page.waitForFunction(
    () => [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'All changes saved'),
    undefined,
    { timeout: longestImportMs },
  );
  return { offeredMs };
}
