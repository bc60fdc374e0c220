import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/harness/launch.ts';
import { watchLongTasks } from '../../e2e/harness/long-tasks.ts';
import type { ArticleSize } from '../article/article-sizes.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { scrollThrough } from '../page/scroll-through.ts';
import { spreadOf } from '../report/spread.ts';
import { findWords, openByClick, type Spent, tagWord, undoTag } from './app-acts.ts';
import { installProbe } from './app-probe.ts';
import { profileWithArticles, restingPlace } from './app-profile.ts';
import {
  type Contestant,
  findMeasure,
  scrollFigures,
  scrollScripts,
  soughtWords,
  type Taken,
  tagsInTurn,
} from './contestant.ts';
import { mainThreadTime } from './main-thread-time.ts';
import { rendererMemory } from './renderer-memory.ts';

/**
 * The whole app from end to end: a click in the list of articles, the article coming from the store; a key on a selected word, both homes
 * written.
 * @param sizes the articles to have in the project
 * @param durableFloor takes the time of a bare strict put and a flushed append, one after the other, in milliseconds, beside each tag.
 */
export async function appContestant(
  sizes: readonly ArticleSize[],
  durableFloor: () => Promise<number>,
): Promise<Contestant> {
  const running = await launchApp({ profile: await profileWithArticles(sizes) });
  const { app, page } = running;
  await page.evaluate(installProbe);
  const time = await mainThreadTime(app, page);
  const longest = await watchLongTasks(app, page);
  let turns = 0;
  return {
    name: 'app',
    close: running.close,
    async turn(size: ArticleSize): Promise<Taken[]> {
      await openByClick(page, time, restingPlace.title);
      await longest();
      const opened = await openByClick(page, time, taggedArticle(size).title);
      const memory = await rendererMemory(app);
      // The middle, and each time a screen further: the spans of earlier turns are still there.
      await page.evaluate((screens) => {
        const scroller = window.probe.scroller();
        const { scrollHeight, clientHeight } = scroller;
        scroller.scrollTop = (scrollHeight - clientHeight) / 2 + screens * clientHeight;
      }, turns++);
      await page.evaluate(() => window.probe.quiet());
      const tagged: Spent[] = [];
      const puts: number[] = [];
      for (let i = 0; i < tagsInTurn; i++) {
        puts.push(await durableFloor());
        tagged.push(await tagWord(page, time, i));
      }
      const undone: Spent[] = [];
      for (let i = 0; i < tagsInTurn; i++) undone.push(await undoTag(page, time));
      const found = await findWords(page, time, soughtWords);
      const wheel = await scroll(page, 'wheel');
      const fast = await scroll(page, 'fast');
      const blocked = await longest();
      return [
        {
          measure: 'longest task of the renderer while opening, tagging and scrolling, ms',
          value: blocked.rendererMs,
        },
        { measure: 'longest that main did not answer meanwhile, ms', value: blocked.mainMs },
        { measure: 'open → painted, ms', value: opened.paintedMs },
        { measure: 'open, processor time of the main thread, ms', value: opened.cpuMs },
        { measure: 'tag → painted, ms', value: spreadOf(tagged.map((one) => one.paintedMs)).median },
        {
          measure: 'tag, processor time of the main thread, ms',
          value: spreadOf(tagged.map((one) => one.cpuMs)).median,
        },
        { measure: 'tag → durable, ms', value: spreadOf(tagged.map((one) => one.savedMs)).median },
        { measure: 'tag → durable, ms', contender: 'durableFloor', value: spreadOf(puts).median },
        { measure: 'undo → painted, ms', value: spreadOf(undone.map((one) => one.paintedMs)).median },
        {
          measure: 'undo, processor time of the main thread, ms',
          value: spreadOf(undone.map((one) => one.cpuMs)).median,
        },
        { measure: 'undo → durable, ms', value: spreadOf(undone.map((one) => one.savedMs)).median },
        { measure: findMeasure, value: found.paintedMs },
        ...scrollFigures('wheel', wheel),
        ...scrollFigures('fast', fast),
        { measure: 'memory of the renderer, MB', value: memory },
      ];
    },
  };
}

async function scroll(page: Page, name: keyof typeof scrollScripts): Promise<number[]> {
  const scroller = await page.evaluateHandle(() => window.probe.scroller());
  await scroller.evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.evaluate(() => window.probe.quiet());
  return scroller.evaluate(scrollThrough, scrollScripts[name]);
}
