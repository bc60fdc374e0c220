import type { ElectronApplication, Page } from '@playwright/test';
import type { ArticleSize } from '../article/article-sizes.ts';
import type { ContenderName } from '../page/page.ts';
import { spreadOf } from '../report/spread.ts';
import { type Contestant, scrollFigures, scrollScripts, type Taken, tagsInTurn } from './contestant.ts';
import { rendererMemory } from './renderer-memory.ts';

/** One of those that are compared in the benchmark's own page, each given the article in memory. */
export function pageContestant(
  { app, page }: { app: ElectronApplication; page: Page },
  name: ContenderName,
): Contestant {
  return {
    name,
    close: async () => undefined,
    async turn({ id }: ArticleSize): Promise<Taken[]> {
      const opened = await page.evaluate(([which, size]) => window.bench.open(which, size), [
        name,
        id,
      ] as const);
      const memory = await rendererMemory(app);
      const jumped = await page.evaluate((size) => window.bench.jump(size), id);
      const tagged = await page.evaluate(([size, count]) => window.bench.tag(size, count), [
        id,
        tagsInTurn,
      ] as const);
      const wheel = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.wheel);
      const fast = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.fast);
      await page.evaluate(() => window.bench.close());
      return [
        { measure: 'open → painted, ms', value: opened.paintedMs },
        { measure: 'open, main thread busy, ms', value: opened.busyMs },
        { measure: 'making its own value of text and spans, ms', value: opened.prepareMs },
        { measure: 'jump to the middle → painted, ms', value: jumped.paintedMs },
        { measure: 'tag → painted, ms', value: spreadOf(tagged.map((one) => one.paintedMs)).median },
        { measure: 'tag, main thread busy, ms', value: spreadOf(tagged.map((one) => one.busyMs)).median },
        ...scrollFigures('wheel', wheel),
        ...scrollFigures('fast', fast),
        { measure: 'memory of the renderer, MB', value: memory },
      ];
    },
  };
}
