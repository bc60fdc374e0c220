import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { drawnQuotes } from '../article-text.ts';
import { checkProfile } from '../check-profile.ts';
import { damageFile } from '../file-damage.ts';
import { missedStarts } from '../launch-surely.ts';
import { plantProfile } from '../plant.ts';
import { pick } from '../random.ts';
import type { Scenario } from '../round.ts';
import { damages, storeFolder } from '../store-damage.ts';
import { ownFiles } from './damaged-journal.ts';

/** Both homes damaged at once: something may be lost, but never in silence, and nothing stands on a wrong text. */
export const damagedHomes: Scenario = {
  name: 'damaged-homes',
  async run(round) {
    const { random } = round;
    const planted = await plantProfile(round.profile, random);
    const first = await round.start();
    await first.close();
    const done: string[] = [];
    const [name, damage] = pick(random, Object.entries(damages));
    damage(storeFolder(round.profile), random);
    done.push(name);
    for (let i = 1 + Math.floor(random() * 4); i > 0; i--) {
      const path = pick(random, ownFiles(round.profile, planted.project).filter(existsSync));
      done.push(`${path}: ${damageFile(path, random)}`);
    }
    round.count('damages', done.length);
    const which = done.join('\n');
    const told = round.told.length;
    const missed = missedStarts.count;
    const running = await round.start({ until: 'shell' });
    const list = running.page.getByRole('navigation', { name: 'Articles', exact: true });
    const entry = list.getByText(planted.title, { exact: true });
    await expect.poll(() => running.page.getByText('Opening the project…').count()).toBe(0);
    if ((await entry.count()) > 0) await entry.click();
    await running.page.waitForTimeout(500);
    const drawn = await drawnQuotes(running.page);
    for (const [id, quote] of drawn)
      expect(quote, `${which}: ${id} stands on another text`).toBe(planted.quotes.get(id) ?? quote);
    const missing = [...planted.quotes.keys()].filter((id) => !drawn.has(id)).length;
    const back = [...drawn.keys()].filter((id) => !planted.quotes.has(id)).length;
    round.count('annotations', planted.quotes.size);
    round.count('annotations lost, and told', missing);
    // A start that the driver missed said what there was to say, and nobody heard it.
    if (missedStarts.count !== missed) round.count('not judged: a start was missed');
    else if (missing > 0 || back > 0) {
      const admits = round.told.slice(told).some((words) => !words.endsWith('nothing is missing.'));
      expect(admits, `${which}: ${missing} are missing, ${back} came back, and nobody says so`).toBe(true);
    }
    await running.close();
    const again = await round.start({ until: 'shell' });
    await again.close();
    await checkProfile(round.profile, { present: new Set(drawn.keys()), gone: new Set() }, which, {
      repaired: true,
    });
  },
};
