import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeProfile, removeProfiles } from '../harness/profile.ts';
import { waitSaved } from '../harness/saved.ts';
import { rootOption } from './app-root.ts';
import { checkKept } from './check-kept.ts';
import { launchSurely } from './launch-surely.ts';
import { seededRandom } from './random.ts';
import { damages, storeFolder } from './store-damage.ts';
import { tagWords, writeArticle } from './tagging.ts';
import { toldAtStart } from './told-at-start.ts';
import { spanIds, Witness } from './witness.ts';

const rounds = Number(process.env.ROUNDS ?? 3);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

for (const [name, damage] of Object.entries(damages)) {
  test(`nothing is lost: ${name}`, async () => {
    const random = seededRandom(seed);
    const profile = makeProfile();
    const articles = mkdtempSync(join(tmpdir(), 'ascribe-torture-'));
    const told: string[] = [];
    const witness = new Witness();
    for (let round = 0; round < rounds; round++) {
      const files = round === 0 ? [writeArticle(articles, 'Damaged', random)] : [];
      const running = await launchSurely({ profile, files, ...rootOption });
      const { page } = running;
      const text = page.getByRole('textbox', { name: 'Article text', exact: true });
      await expect(text).toContainText('Damaged');
      if (round > 0) {
        told.push(...(await toldAtStart(page)));
        await checkKept(page, witness.acknowledged, 0, `round ${round}, seed ${seed}`);
      }
      await text.focus();
      await tagWords(page, random, 15);
      await waitSaved(page);
      witness.accept(await spanIds(page));
      if (random() < 0.5) await running.kill();
      else await running.close();
      damage(storeFolder(profile), random);
    }
    const last = await launchSurely({ profile, ...rootOption });
    told.push(...(await toldAtStart(last.page)));
    await checkKept(last.page, witness.acknowledged, 0, `last start, seed ${seed}`);
    await last.close();
    console.log(`${name}: ${rounds} rounds, seed ${seed}, told: ${JSON.stringify(told)}`);
    removeProfiles();
  });
}
