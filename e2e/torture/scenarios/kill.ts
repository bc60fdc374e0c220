import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { RunningApp } from '../../harness/launch.ts';
import { articleText } from '../article-text.ts';
import { checkKept } from '../check-kept.ts';
import { checkProfile } from '../check-profile.ts';
import { pick } from '../random.ts';
import { rendererPid } from '../renderer-pid.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';
import { tagUntilGone, writeArticle } from '../tagging.ts';
import { Witness } from '../witness.ts';

const victims = ['renderer', 'main', 'all'] as const;
const lives = 4;
const title = 'Killed';

/** SIGKILL at any instant while words are tagged and steps taken back: to the window's process, to the main one, to all. */
export const kill: Scenario = {
  name: 'kill',
  async run(round) {
    const { random } = round;
    const witness = new Witness();
    let perhapsUndone = 0;
    for (let life = 0; life <= lives; life++) {
      const files = life === 0 ? [writeArticle(round.folder, title, random)] : [];
      const running = await round.start({ files });
      const { page } = running;
      await showArticle(page, title);
      if (life > 0)
        witness.accept(await checkKept(page, witness.acknowledged, perhapsUndone, `life ${life}`));
      if (life === lives) {
        await running.close();
        break;
      }
      const before = witness.acknowledged.times;
      await witness.watch(page);
      await articleText(page).focus();
      const tagging = tagUntilGone(page, round.branch(), life % 4 === 3 ? 0.15 : 0);
      await delay(random() * 1_500);
      await killSome(running, pick(random, victims));
      const done = await tagging;
      perhapsUndone = done.undone;
      round.count('kills');
      round.count('tagged', done.tagged);
      round.count('undone', done.undone);
      round.count('acknowledgements', witness.acknowledged.times - before);
    }
    await checkProfile(round.profile, witness.acknowledged, 'at the end');
    expect(round.told, 'a kill is no damage').toEqual([]);
  },
};

/** A dead renderer or main takes a moment to be noticed by the others, which go on meanwhile. */
async function killSome(running: RunningApp, victim: (typeof victims)[number]): Promise<void> {
  if (victim === 'renderer') process.kill(await rendererPid(running.app), 'SIGKILL');
  if (victim === 'main') process.kill(running.app.process().pid ?? 0, 'SIGKILL');
  if (victim !== 'all') await delay(200);
  await running.kill();
}
