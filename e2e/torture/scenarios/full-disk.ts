import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { articleText } from '../article-text.ts';
import { checkKept } from '../check-kept.ts';
import { checkProfile } from '../check-profile.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';
import { SmallDisk } from '../small-disk.ts';
import { tagUntilGone, tagWords, writeArticle } from '../tagging.ts';
import { spanIds, Witness } from '../witness.ts';

const title = 'On a small disk';

/** The disk filled to the last byte at a random moment of work, a kill, perhaps a start while it is still full; then space again, and three starts. */
export const fullDisk: Scenario = {
  name: 'full-disk',
  async run(round) {
    const { random } = round;
    const disk = SmallDisk.mount(join(round.folder, 'disk'), 192);
    if (disk === undefined) {
      round.count('skipped: no small file system can be mounted here');
      return;
    }
    round.atEnd(() => disk.unmount());
    round.profile = join(disk.folder, 'profile');
    const witness = new Witness();
    const running = await round.start({ files: [writeArticle(round.folder, title, random)] });
    const { page } = running;
    await showArticle(page, title);
    await articleText(page).focus();
    await tagWords(page, random, 3 + Math.floor(random() * 10));
    await witness.watch(page);
    const tagging = tagUntilGone(page, round.branch(), 0);
    await delay(random() * 1_500);
    disk.fill();
    round.count('fills');
    await delay(random() * 3_000);
    const settled = await settlesIn(page);
    round.slowest('word on what became of a change on a full disk', settled);
    const isBack = random() < 0.3;
    if (isBack) {
      // The space comes back while the app runs: everything is saved after all.
      disk.free();
      await delay(500);
    }
    await running.kill();
    await tagging;
    if (!isBack && random() < 0.5) await startWhileFull(round);
    disk.free();
    for (let start = 1; start <= 3; start++) {
      const again = await round.start();
      await showArticle(again.page, title);
      witness.accept(
        await checkKept(again.page, witness.acknowledged, 0, `start ${start} after a full disk`),
      );
      await articleText(again.page).focus();
      await tagWords(again.page, random, 2);
      await expect(again.page.getByRole('status').filter({ hasText: /^All changes saved$/ })).toBeVisible();
      witness.accept(await spanIds(again.page));
      if (random() < 0.5) await again.kill();
      else await again.close();
    }
    round.count('acknowledgements', witness.acknowledged.times);
    await checkProfile(round.profile, witness.acknowledged, 'at the end');
  },
};

/** How long, in ms, a change may stay without a word on whether it is saved; asked in the page itself, while keys are pressed. */
async function settlesIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        let since = begun;
        let longest = 0;
        const timer = setInterval(() => {
          const words = [...document.querySelectorAll('[role=status]')].map(
            ({ textContent }) => textContent ?? '',
          );
          const now = performance.now();
          if (words.some((word) => /^(All changes saved|Not saved)/.test(word))) since = now;
          longest = Math.max(longest, now - since);
          if (now - begun < 8_000) return;
          clearInterval(timer);
          resolve(longest);
        }, 50);
      }),
  );
}

/** Whatever the app does then, it must not make things worse. */
async function startWhileFull(round: Parameters<Scenario['run']>[0]): Promise<void> {
  round.count('starts while full');
  try {
    const running = await round.start({ until: 'anything' });
    for (const words of await running.page.getByRole('alert').allTextContents())
      round.told.push(`while full: ${words}`);
    await delay(round.random() * 2_000);
    await running.kill();
  } catch (error) {
    round.count('starts while full that showed nothing');
    round.told.push(`while full: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
  }
}
