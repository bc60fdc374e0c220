import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/harness/launch.ts';
import type { ArticleSize } from '../article/article-sizes.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { scrollThrough } from '../page/scroll-through.ts';
import { spreadOf } from '../report/spread.ts';
import { installProbe, type Seen } from './app-probe.ts';
import { profileWithArticles, restingPlace } from './app-profile.ts';
import { type Contestant, scrollFigures, scrollScripts, type Taken, tagsInTurn } from './contestant.ts';
import { rendererMemory } from './renderer-memory.ts';

/**
 * The whole app from end to end: a click in the list of articles, the article coming from the store; a key on a selected word, both homes
 * written.
 * @param barePut takes the time of a bare strict put, in milliseconds, beside each tag.
 */
export async function appContestant(barePut: () => Promise<number>): Promise<Contestant> {
  const running = await launchApp({ profile: await profileWithArticles() });
  const { app, page } = running;
  await page.evaluate(installProbe);
  return {
    name: 'app',
    close: running.close,
    async turn(size: ArticleSize): Promise<Taken[]> {
      await openByClick(page, restingPlace.title);
      const opened = await openByClick(page, taggedArticle(size).title);
      const memory = await rendererMemory(app);
      await page.evaluate(() => {
        const scroller = window.probe.scroller();
        scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
      });
      await page.evaluate(() => window.probe.quiet());
      const tagged: Seen[] = [];
      const puts: number[] = [];
      for (let i = 0; i < tagsInTurn; i++) {
        puts.push(await barePut());
        tagged.push(await tagWord(page, i));
      }
      const wheel = await scroll(page, 'wheel');
      const fast = await scroll(page, 'fast');
      return [
        { measure: 'open → painted, ms', value: opened.paintedMs },
        { measure: 'tag → painted, ms', value: spreadOf(tagged.map((one) => one.paintedMs)).median },
        { measure: 'tag → durable, ms', value: spreadOf(tagged.map((one) => one.savedMs)).median },
        { measure: 'tag → durable, ms', contender: 'barePut', value: spreadOf(puts).median },
        ...scrollFigures('wheel', wheel),
        ...scrollFigures('fast', fast),
        { measure: 'memory of the renderer, MB', value: memory },
      ];
    },
  };
}

async function openByClick(page: Page, title: string): Promise<Seen> {
  await page.evaluate((words) => window.probe.watchOpen(words), title);
  await page
    .getByRole('navigation', { name: 'Articles', exact: true })
    .getByText(title, { exact: true })
    .first()
    .click();
  const seen = await page.evaluate(() => window.probe.seen());
  await page.evaluate(() => window.probe.quiet());
  return seen;
}

/** Selects the `n`-th untagged word in sight by a double click and tags it by key. */
async function tagWord(page: Page, n: number): Promise<Seen> {
  const { x, y } = await page.evaluate((which) => window.probe.wordInSight(which), n * 3);
  await page.mouse.dblclick(x, y);
  await page.evaluate(() => window.probe.quiet());
  await page.evaluate(() => window.probe.watchTag());
  await page.keyboard.press(String(1 + (n % 4)));
  const seen = await page.evaluate(() => window.probe.seen());
  await page.evaluate(() => window.probe.quiet());
  return seen;
}

async function scroll(page: Page, name: keyof typeof scrollScripts): Promise<number[]> {
  const scroller = await page.evaluateHandle(() => window.probe.scroller());
  await scroller.evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.evaluate(() => window.probe.quiet());
  return scroller.evaluate(scrollThrough, scrollScripts[name]);
}
