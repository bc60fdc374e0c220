import { expect, type Page } from '@playwright/test';
import { launchApp } from '../../e2e/harness/launch.ts';
import { menu } from '../../e2e/harness/menu.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { spreadOf } from '../report/spread.ts';
import { openByClick, tagWord, undoTag } from './app-acts.ts';
import { installProbe } from './app-probe.ts';
import { profileWith } from './app-profile.ts';
import { appPaintedAfterStart, startedProfile } from './cold-start.ts';
import { type MainThreadTime, mainThreadTime } from './main-thread-time.ts';
import type { Part, Plan } from './part.ts';
import { rendererMemory } from './renderer-memory.ts';

const articleCount = 10_000;
const articlesInDataset = 500;
const spansInArticle = 100;
const lengthOfArticle = 10_000;
const heavy = '10,000 articles, 1,000,000 spans';
const light = '20 articles, 2,000 spans';
const tagsInRound = 5;
const longestMs = 600_000;

/** One project of a million spans beside one of two thousand: the start, opening, tagging, taking back, counting, searching, memory. */
export const weight: Part = { name: 'weight', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const article = (i: number) =>
    taggedArticle({ id: `many-${i}`, length: lengthOfArticle, spanCount: spansInArticle }, i);
  const batch = (first: number, count: number) => () =>
    Array.from({ length: count }, (_, i) => article(first + i));
  const empty = await startedProfile();
  const small = await profileWith(batch(0, 20));
  say(`weight: importing ${heavy}`);
  const large = await profileWith(
    ...Array.from({ length: articleCount / articlesInDataset }, (_, i) => {
      const make = batch(i * articlesInDataset, articlesInDataset);
      return () => {
        say(`weight: dataset ${i + 1} of ${articleCount / articlesInDataset}`);
        return make();
      };
    }),
  );
  for (let round = 0; round < rounds; round++) {
    say(`weight: round ${round + 1} of ${rounds}`);
    for (const [profile, size] of [
      [empty, 'the sample'],
      [small, light],
      [large, heavy],
    ] as const) {
      const value = await appPaintedAfterStart(profile);
      record({ measure: 'start → text painted, ms', size, contender: 'app', round, value });
    }
    for (const [profile, size] of [
      [small, light],
      [large, heavy],
    ] as const) {
      for (const [name, value] of await atWork(profile)) {
        record({ measure: name, size, contender: 'app', round, value });
      }
    }
  }
}

async function atWork(profile: string): Promise<[string, number][]> {
  const { app, page, close } = await launchApp({ profile });
  try {
    await page.evaluate(installProbe);
    const time = await mainThreadTime(app, page);
    const opened = await openInTurn(page, time);
    const figures: [string, number][] = [
      ['open → painted, ms', median(opened)],
      ['memory of the renderer with one article open, MB', await rendererMemory(app)],
    ];
    const tags: Awaited<ReturnType<typeof tagWord>>[] = [];
    const undone: typeof tags = [];
    for (let i = 0; i < tagsInRound; i++) {
      tags.push(await tagWord(page, time, i));
      undone.push(await undoTag(page, time));
    }
    figures.push(
      ['tag → painted, ms', median(tags.map((one) => one.paintedMs))],
      ['tag → durable, ms', median(tags.map((one) => one.savedMs))],
      ['undo → painted, ms', median(undone.map((one) => one.paintedMs))],
      ['undo → durable, ms', median(undone.map((one) => one.savedMs))],
    );
    figures.push(['overview → counted, ms', await counted(page, () => menu(app, 'view.overview'))]);
    await menu(app, 'edit.findInProject');
    await page.getByRole('searchbox', { name: 'Words', exact: true }).fill('harbour');
    const found = page.locator('.concordance-foot [role=status]', {
      hasText: /^[\d\s]+ in [\d\s]+ articles?( · first [\d\s]+ shown)?$/,
    });
    const began = performance.now();
    await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().waitFor();
    figures.push(['concordance → first rows, ms', performance.now() - began]);
    await found.waitFor({ timeout: longestMs });
    figures.push(['concordance → done, ms', performance.now() - began]);
    figures.push(['memory of the renderer after that, MB', await rendererMemory(app)]);
    return figures;
  } finally {
    await close();
  }
}

/** Opens the second to fourth article of the list, which are in sight; milliseconds for each. */
async function openInTurn(page: Page, time: MainThreadTime): Promise<number[]> {
  const tour = page.getByRole('button', { name: 'Leave the tour for good' });
  if (await tour.isVisible()) await tour.click();
  const items = page.getByRole('navigation', { name: 'Articles', exact: true }).getByRole('listitem');
  const times: number[] = [];
  for (let i = 1; i <= 3; i++) {
    const title = await items.nth(i).locator('.article-item-title').textContent();
    times.push((await openByClick(page, time, title ?? '')).paintedMs);
  }
  return times;
}

async function counted(page: Page, open: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await open();
  const summary = page.getByRole('region', { name: 'Overview', exact: true });
  await expect(summary.getByText(/^[\d\s]+ articles, [\d\s]+ claims\.$/)).toBeVisible({ timeout: longestMs });
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return spreadOf(values).median;
}
