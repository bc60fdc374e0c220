import type { ElectronApplication, Page } from '@playwright/test';
import type { ArticleSize } from '../article/article-sizes.ts';
import type { ContenderName } from '../page/page.ts';
import { spreadOf } from '../report/spread.ts';
import {
  type Contestant,
  findMeasure,
  scrollFigures,
  scrollScripts,
  soughtWords,
  type Taken,
  tagsInTurn,
} from './contestant.ts';
import { type MainThreadTime, spending } from './main-thread-time.ts';
import { rendererMemory } from './renderer-memory.ts';

/** One of those that are compared in the benchmark's own page, each given the article in memory. */
export function pageContestant(
  { app, page, time }: { app: ElectronApplication; page: Page; time: MainThreadTime },
  name: ContenderName,
): Contestant {
  const settle = () => page.evaluate(() => window.bench.settled());
  return {
    name,
    close: async () => undefined,
    async turn({ id }: ArticleSize): Promise<Taken[]> {
      const prepareMs = await page.evaluate(([which, size]) => window.bench.prepare(which, size), [
        name,
        id,
      ] as const);
      const opened = await spending(time, () => page.evaluate(() => window.bench.open()));
      await settle();
      await page.evaluate((size) => window.bench.check(size), id);
      const memory = await rendererMemory(app);
      const jumpMs = await page.evaluate((size) => window.bench.jump(size), id);
      await settle();
      const tagged: { value: number; cpuMs: number }[] = [];
      for (let n = 0; n < tagsInTurn; n++) {
        const tag = () => page.evaluate(([size, word]) => window.bench.tag(size, word), [id, n] as const);
        tagged.push(await spending(time, tag));
        await settle();
      }
      const wheel = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.wheel);
      const fast = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.fast);
      await page.evaluate(() => window.bench.close());
      const scan: Taken[] =
        name === 'ascribe'
          ? [
              {
                measure: findMeasure,
                contender: 'memoryScan',
                value: await page.evaluate(([size, words]) => window.bench.scan(size, words), [
                  id,
                  soughtWords,
                ] as const),
              },
            ]
          : [];
      return [
        { measure: 'open → painted, ms', value: opened.value },
        { measure: 'open, processor time of the main thread, ms', value: opened.cpuMs },
        { measure: 'tag → painted, ms', value: spreadOf(tagged.map(({ value }) => value)).median },
        {
          measure: 'tag, processor time of the main thread, ms',
          value: spreadOf(tagged.map(({ cpuMs }) => cpuMs)).median,
        },
        ...scan,
        ...scrollFigures('wheel', wheel),
        ...scrollFigures('fast', fast),
        { measure: 'memory of the renderer, MB', value: memory },
        { measure: 'jump to the middle → painted, ms', value: jumpMs },
        { measure: 'making its own value of text and spans, ms', value: prepareMs },
      ];
    },
  };
}
