import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { drawnQuotes } from '../article-text.ts';
import { checkProfile } from '../check-profile.ts';
import { damageFile } from '../file-damage.ts';
import { plantProfile } from '../plant.ts';
import { pick } from '../random.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';

const title = 'A planted article';

/** Journal, snapshots and the small files beside them damaged while the working store is whole: nothing is lost. */
export const damagedJournal: Scenario = {
  name: 'damaged-journal',
  async run(round) {
    const { random } = round;
    const planted = await plantProfile(round.profile, random);
    const first = await round.start();
    await showArticle(first.page, title);
    await first.close();
    const done: string[] = [];
    for (let life = 0; life < 2; life++) {
      for (let i = 1 + Math.floor(random() * 3); i > 0; i--) {
        const path = pick(random, ownFiles(round.profile, planted.project));
        done.push(`${path}: ${damageFile(path, random)}`);
        round.count('damages');
      }
      const running = await round.start();
      await showArticle(running.page, title);
      await expect
        .poll(async () => sorted(await drawnQuotes(running.page)), {
          message: done.join('\n'),
          timeout: 20_000,
        })
        .toEqual(sorted(planted.quotes));
      await running.close();
    }
    const present = new Set(planted.quotes.keys());
    // What the journal lost, it has again from the store.
    await checkProfile(round.profile, { present, gone: new Set() }, done.join('\n'), { repaired: true });
  },
};

/** The files that a start reads, but for Chromium's. */
export function ownFiles(profile: string, project: string): string[] {
  const isOwn = (name: string) => /^(settings|window|ascribe-profile)\.json$/.test(name);
  const isOfProject = (name: string) => /\.(jsonl|json)$/.test(name);
  return [
    ...readdirSync(project)
      .filter(isOfProject)
      .map((name) => join(project, name)),
    ...readdirSync(profile)
      .filter(isOwn)
      .map((name) => join(profile, name)),
  ];
}

export function sorted(quotes: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...quotes].sort(([one], [other]) => (one < other ? -1 : 1));
}
