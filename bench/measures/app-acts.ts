import type { Page } from '@playwright/test';
import type { Seen } from './app-probe.ts';
import { type MainThreadTime, spending } from './main-thread-time.ts';

export interface Spent extends Seen {
  readonly cpuMs: number;
}

/** Clicks the first article of this title in the list, which must be near what is in sight there. */
export async function openByClick(page: Page, time: MainThreadTime, title: string): Promise<Spent> {
  await page.evaluate((words) => window.probe.watchOpen(words), title);
  const item = page
    .getByRole('navigation', { name: 'Articles', exact: true })
    .getByText(title, { exact: true })
    .first();
  // The guided tour leaves the list little room.
  await item.scrollIntoViewIfNeeded();
  const box = await item.boundingBox();
  if (box === null) throw new Error(`“${title}” is not in the list`);
  // By the mouse alone: what else a driver does before a click would count as the app's work.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return spent(page, time, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}

/** Selects the `n`-th untagged word in sight by a double click and tags it by key. */
export async function tagWord(page: Page, time: MainThreadTime, n: number): Promise<Spent> {
  const { x, y } = await page.evaluate((which) => window.probe.wordInSight(which), n);
  await page.mouse.dblclick(x, y);
  await page.evaluate(() => window.probe.quiet());
  await page.evaluate(() => window.probe.watchTag());
  return spent(page, time, () => page.keyboard.press(String(1 + (n % 4))));
}

/** Takes back the tag that was made last. */
export async function undoTag(page: Page, time: MainThreadTime): Promise<Spent> {
  await page.evaluate(() => window.probe.watchUntag());
  return spent(page, time, () => page.keyboard.press('Control+z'));
}

/** Looks for `words` in the open article, by the find bar: until they are counted, or as many as are counted at all. */
export async function findWords(page: Page, time: MainThreadTime, words: string): Promise<Spent> {
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Find', exact: true });
  await field.fill('');
  await page.evaluate(() => window.probe.quiet());
  await page.evaluate(() => window.probe.watchFind());
  // All at once, as when they are pasted.
  const found = await spent(page, time, () => page.keyboard.insertText(words));
  await field.press('Escape');
  return found;
}

async function spent(page: Page, time: MainThreadTime, act: () => Promise<void>): Promise<Spent> {
  const { value, cpuMs } = await spending(time, async () => {
    await act();
    return page.evaluate(() => window.probe.seen());
  });
  await page.evaluate(() => window.probe.quiet());
  return { ...value, cpuMs };
}
