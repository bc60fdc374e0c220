import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { killTree } from '../../harness/process-tree.ts';
import { drawnQuotes } from '../article-text.ts';
import { bareStart, ended } from '../bare-start.ts';
import { checkProfile } from '../check-profile.ts';
import { plantProfile } from '../plant.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';
import { storeFolder } from '../store-damage.ts';
import { sorted } from './damaged-journal.ts';

const kills = 6;

/** Killed while a start makes the working store anew from the journal, as after an update that changes the data: old or new, never mixed. */
export const killedStarts: Scenario = {
  name: 'killed-starts',
  async run(round) {
    const { random } = round;
    const planted = await plantProfile(round.profile, random);
    for (let i = 0; i < kills; i++) {
      const child = bareStart(round.profile, []);
      await delay(300 + random() * 3_500);
      if (child.pid !== undefined) await killTree(child.pid);
      await ended(child);
      round.count('kills');
      const store = storeOf(round.profile);
      if (store !== undefined && random() < 0.5) rmSync(store, { recursive: true });
    }
    // Which article a start that was killed would have shown is not to matter here.
    const running = await round.start({ until: 'shell' });
    await showArticle(running.page, planted.title);
    await expect
      .poll(async () => sorted(await drawnQuotes(running.page)), { timeout: 20_000 })
      .toEqual(sorted(planted.quotes));
    await running.close();
    await checkProfile(
      round.profile,
      { present: new Set(planted.quotes.keys()), gone: new Set() },
      'at the end',
    );
  },
};

/** The store's folder; undefined when no start came so far. */
function storeOf(profile: string): string | undefined {
  try {
    return storeFolder(profile);
  } catch {
    return undefined;
  }
}
