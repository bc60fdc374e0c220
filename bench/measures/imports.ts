import { join } from 'node:path';
import { launchApp } from '../../e2e/harness/launch.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { writeDataset } from '../article/write-dataset.ts';
import { importDataset } from './app-profile.ts';
import { newProfile, workFolder } from './electron-app.ts';
import type { Part, Plan } from './part.ts';

const articlesInDataset = 500;
const spansInArticle = 100;
const lengthOfArticle = 10_000;

/** As many datasets of 50,000 spans as there are rounds, into one project, one after the other: does each cost its own size? */
export const imports: Part = { name: 'imports', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const file = join(workFolder, 'articles.json');
  const { app, page, close } = await launchApp({ profile: newProfile() });
  try {
    for (let i = 0; i < rounds; i++) {
      const articles = Array.from({ length: articlesInDataset }, (_, k) => {
        const number = i * articlesInDataset + k;
        const size = { id: `many-${number}`, length: lengthOfArticle, spanCount: spansInArticle };
        return taggedArticle(size, number);
      });
      await writeDataset(file, articles);
      const began = performance.now();
      const { offeredMs } = await importDataset({ app, page }, file);
      const figures = { 'menu → offered, s': offeredMs, 'menu → all saved, s': performance.now() - began };
      for (const [measured, ms] of Object.entries(figures)) {
        say(`imports: dataset ${i + 1} of ${rounds}: ${measured} ${(ms / 1000).toFixed(1)}`);
        const size = `dataset ${i + 1}`;
        record({ measure: measured, size, contender: 'app', round: 0, value: ms / 1000 });
      }
    }
  } finally {
    await close();
  }
}
