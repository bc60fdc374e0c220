import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { test } from '@playwright/test';
import type { RunningApp } from '../harness/launch.ts';
import { makeProfile, removeProfiles } from '../harness/profile.ts';
import { rootOption } from './app-root.ts';
import { checkKept } from './check-kept.ts';
import { launchSurely, missedStarts } from './launch-surely.ts';
import { pick, seededRandom } from './random.ts';
import { rendererPid } from './renderer-pid.ts';
import { showArticle } from './show-article.ts';
import { tagUntilGone, writeArticle } from './tagging.ts';
import { toldAtStart } from './told-at-start.ts';
import { Witness } from './witness.ts';

const rounds = Number(process.env.ROUNDS ?? 200);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
/** A new article every so many rounds, so that there are always untagged words. */
const roundsAnArticle = 8;
const victims = ['renderer', 'main', 'all'] as const;

test('acknowledged spans outlive a kill at any instant', async () => {
  console.log(`seed ${seed}, ${rounds} rounds`);
  const random = seededRandom(seed);
  const profile = makeProfile();
  const articles = mkdtempSync(join(tmpdir(), 'ascribe-torture-'));
  let witness = new Witness();
  let perhapsUndone = 0;
  const figures = { tagged: 0, undone: 0, acknowledgements: 0, acknowledged: 0, slowestStart: 0 };
  const told: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round - (round % roundsAnArticle);
    const files = round === first ? [writeArticle(articles, `Round ${round}`, random)] : [];
    const begun = performance.now();
    const running = await launchSurely({ profile, files, ...rootOption });
    figures.slowestStart = Math.max(figures.slowestStart, Math.round(performance.now() - begun));
    const { page } = running;
    const text = page.getByRole('textbox', { name: 'Article text', exact: true });
    await showArticle(page, `Round ${first}`);
    told.push(...(await toldAtStart(page)));
    if (round === first) witness = new Witness();
    else {
      witness.accept(
        await checkKept(page, witness.acknowledged, perhapsUndone, `round ${round}, seed ${seed}`),
      );
    }
    const before = witness.acknowledged.times;
    await witness.watch(page);
    await text.focus();
    const tagging = tagUntilGone(page, random, round % 4 === 3 ? 0.15 : 0);
    await delay(random() * 1500);
    await kill(running, pick(random, victims));
    const { tagged, undone } = await tagging;
    perhapsUndone = undone;
    figures.tagged += tagged;
    figures.undone += undone;
    figures.acknowledgements += witness.acknowledged.times - before;
    figures.acknowledged = Math.max(figures.acknowledged, witness.acknowledged.present.size);
    if (round % 20 === 19) console.log(`round ${round + 1}`, JSON.stringify(figures));
  }
  console.log(JSON.stringify({ seed, rounds, ...figures, missedStarts: missedStarts.count, told }));
  removeProfiles();
});

/** A dead renderer or main takes a moment to be noticed by the others, which go on meanwhile. */
async function kill(running: RunningApp, victim: (typeof victims)[number]): Promise<void> {
  if (victim === 'renderer') process.kill(await rendererPid(running.app), 'SIGKILL');
  if (victim === 'main') process.kill(running.app.process().pid ?? 0, 'SIGKILL');
  if (victim !== 'all') await delay(200);
  await running.kill();
}
