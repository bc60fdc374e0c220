import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog } from '../../e2e/harness/dialogs.ts';
import { launchApp, type RunningApp } from '../../e2e/harness/launch.ts';
import { menu } from '../../e2e/harness/menu.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { writeDataset } from '../article/write-dataset.ts';
import { importDataset } from './app-profile.ts';
import { newProfile, workFolder } from './electron-app.ts';
import type { Part, Plan } from './part.ts';

const longestExportMs = 600_000;

/** Importing and exporting one article of each size by the dialogs, and `JSON.parse` and `JSON.stringify` of the same dataset in Node. */
export const exchange: Part = { name: 'exchange', drivesApp: true, measure };

async function measure({ sizes, rounds, say, record }: Plan): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const size of sizes) {
      say(`exchange: round ${round + 1} of ${rounds}, ${size.id}`);
      const file = join(workFolder, 'exchanged.json');
      await writeDataset(file, [taggedArticle(size)]);
      const put = (measure: string, contender: string, value: number) =>
        record({ measure, size: size.id, contender, round, value });
      const running = await launchApp({ profile: newProfile() });
      try {
        put(importMeasure, 'app', await timed(() => importDataset(running, file)));
        put(exportMeasure, 'app', await timed(() => exportAll(running, join(workFolder, 'written.json'))));
      } finally {
        await running.close();
      }
      let value: unknown;
      put(importMeasure, 'json', await timed(() => (value = JSON.parse(readFileSync(file, 'utf8')))));
      put(exportMeasure, 'json', await timed(() => JSON.stringify(value)));
    }
  }
}

const importMeasure = 'import, menu → all saved, ms';
const exportMeasure = 'export, menu → written, ms';

async function exportAll({ app, page }: RunningApp, file: string): Promise<void> {
  await answerSaveDialog(app, file);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await dialog.getByRole('button', { name: 'Export…' }).click({ timeout: longestExportMs });
  await written(page, basename(file));
}

function written(page: Page, name: string): Promise<void> {
  return page
    .getByRole('log', { name: 'Messages' })
    .getByText(`“${name}” written`)
    .waitFor({ timeout: longestExportMs });
}

async function timed(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
