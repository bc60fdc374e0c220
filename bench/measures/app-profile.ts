import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerOpenDialog } from '../../e2e/harness/dialogs.ts';
import { launchApp } from '../../e2e/harness/launch.ts';
import { menu } from '../../e2e/harness/menu.ts';
import { waitSaved } from '../../e2e/harness/saved.ts';
import { datasetBytes } from '../../src/core/formats/dataset-writer.ts';
import { datasetArticle, datasetHead } from '../../src/core/formats/to-dataset.ts';
import { untouched } from '../../src/core/model/article.ts';
import { defaultTagSet } from '../../src/core/model/tag-set.ts';
import { deriveBlocks } from '../../src/core/text/blocks.ts';
import { articleSizes } from '../article/article-sizes.ts';
import { type TaggedArticle, taggedArticle } from '../article/tagged-article.ts';
import { newProfile, workFolder } from './electron-app.ts';

/** A short article to come back to between two measurements. */
export const restingPlace = taggedArticle({ id: 'rest', length: 3_000, spanCount: 5 }, 77);

const longestImportMs = 600_000;

/** A profile in which the articles of all sizes were imported from a native dataset. */
export function profileWithArticles(): Promise<string> {
  return profileWith(() => [...articleSizes.map((size) => taggedArticle(size)), restingPlace]);
}

/**
 * A profile in which these articles were imported from native datasets, one after the other.
 * @param batches each is a dataset of its own, made only when its turn has come
 */
export async function profileWith(...batches: (() => readonly TaggedArticle[])[]): Promise<string> {
  const file = join(workFolder, 'articles.json');
  const profile = newProfile();
  const { app, page, close } = await launchApp({ profile });
  for (const batch of batches) {
    await writeDataset(file, batch());
    await answerOpenDialog(app, [file]);
    await menu(app, 'file.import');
    const dialog = page.getByRole('dialog', { name: 'Import dataset' });
    await dialog.getByRole('button', { name: 'Import', exact: true }).click({ timeout: longestImportMs });
    await dialog.waitFor({ state: 'hidden', timeout: longestImportMs });
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'All changes saved'),
      undefined,
      { timeout: longestImportMs },
    );
    await waitSaved(page);
  }
  await close();
  return profile;
}

async function writeDataset(file: string, articles: readonly TaggedArticle[]): Promise<void> {
  const madeAt = '2026-01-05T09:00:00.000Z';
  const head = datasetHead(
    {
      id: 'bench-project',
      name: 'Benchmark',
      tagSet: defaultTagSet,
      annotators: [{ id: 'bench-annotator', name: 'Benchmark' }],
      entities: [],
      createdAt: madeAt,
    },
    { kind: 'handOver' },
    new Set(['bench-annotator']),
  );
  const written = articles.map(({ id, title, text, spans }) =>
    datasetArticle({
      record: {
        id,
        title,
        source: {
          fileName: `${id}.txt`,
          sha256: createHash('sha256').update(text).digest('hex'),
          encoding: 'utf-8',
          byteLength: Buffer.byteLength(text),
          reader: 'text',
          byteOrderMark: false,
          replacements: 0,
        },
        direction: 'ltr',
        textLength: text.length,
        wordCount: text.split(/\s+/u).length,
        metadata: {},
        versionOf: null,
        createdAt: madeAt,
        updatedAt: madeAt,
        ...untouched,
      },
      body: { text, blocks: deriveBlocks(text) },
      spans,
      relations: [],
    }),
  );
  await pipeline(Readable.from(datasetBytes(head, written)), createWriteStream(file));
}
