import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { RunningApp } from '../../harness/launch.ts';
import { waitSaved } from '../../harness/saved.ts';
import { articleText } from '../article-text.ts';
import { checkKept } from '../check-kept.ts';
import { checkProfile } from '../check-profile.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';
import { tagUntilGone, tagWords, writeArticle } from '../tagging.ts';
import { spanIds, Witness } from '../witness.ts';

const lives = 3;
const title = 'Out of time';
const day = 24 * 60 * 60 * 1_000;

/** The clock of main and window jumps by up to three years, back and forth, while words are tagged, and between starts. */
export const jumpingClock: Scenario = {
  name: 'jumping-clock',
  async run(round) {
    const { random } = round;
    const witness = new Witness();
    for (let life = 0; life <= lives; life++) {
      const files = life === 0 ? [writeArticle(round.folder, title, random)] : [];
      const running = await round.start({ files });
      const { page } = running;
      await showArticle(page, title);
      if (life > 0) witness.accept(await checkKept(page, witness.acknowledged, 0, `life ${life}`));
      await articleText(page).focus();
      for (let jump = 0; jump < 4; jump++) {
        await setClock(running, (random() - 0.5) * 6 * 365 * day);
        round.count('jumps');
        await tagWords(page, random, 4);
        await waitSaved(page);
        const before = await spanIds(page);
        await page.keyboard.press('ControlOrMeta+z');
        await expect.poll(async () => (await spanIds(page)).size).toBe(before.size - 1);
        await waitSaved(page);
      }
      witness.accept(await spanIds(page));
      if (life === lives) {
        await running.close();
        break;
      }
      await witness.watch(page);
      const tagging = tagUntilGone(page, round.branch(), 0);
      await delay(random() * 1_000);
      await running.kill();
      await tagging;
    }
    await checkProfile(round.profile, witness.acknowledged, 'at the end');
    expect(round.told, 'a clock that jumps is no damage').toEqual([]);
  },
};

/** Lets both processes see a time that is that many milliseconds from the true one. */
async function setClock({ app, page }: RunningApp, offset: number): Promise<void> {
  await app.evaluate(shiftDate, offset);
  await page.evaluate(shiftDate, offset);
}

/** Runs in either process: main's gets Electron first, and the offset then. */
function shiftDate(first: unknown, second?: number): void {
  const by = second ?? Number(first);
  const known: unknown = Reflect.get(globalThis, 'trueDate');
  const True = typeof known === 'function' ? (known as DateConstructor) : Date;
  Reflect.set(globalThis, 'trueDate', True);
  Reflect.set(
    globalThis,
    'Date',
    class extends True {
      constructor(...given: [] | [number | string | Date]) {
        if (given.length === 0) super(True.now() + by);
        else super(given[0]);
      }
      static override now(): number {
        return True.now() + by;
      }
    },
  );
}
