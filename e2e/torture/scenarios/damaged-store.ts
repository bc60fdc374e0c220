import { waitSaved } from '../../harness/saved.ts';
import { articleText } from '../article-text.ts';
import { checkKept } from '../check-kept.ts';
import { checkProfile } from '../check-profile.ts';
import { pick } from '../random.ts';
import type { Scenario } from '../round.ts';
import { showArticle } from '../show-article.ts';
import { damages, storeFolder } from '../store-damage.ts';
import { tagWords, writeArticle } from '../tagging.ts';
import { spanIds, Witness } from '../witness.ts';

const lives = 3;
const title = 'Damaged';

/** The working store damaged between two starts, in any of its ways. */
export const damagedStore: Scenario = {
  name: 'damaged-store',
  async run(round) {
    const { random } = round;
    const witness = new Witness();
    const done: string[] = [];
    for (let life = 0; life <= lives; life++) {
      const files = life === 0 ? [writeArticle(round.folder, title, random)] : [];
      const running = await round.start({ files });
      await showArticle(running.page, title);
      if (life > 0) await checkKept(running.page, witness.acknowledged, 0, done.join(', '));
      if (life === lives) {
        await running.close();
        break;
      }
      await articleText(running.page).focus();
      await tagWords(running.page, random, 10);
      await waitSaved(running.page);
      witness.accept(await spanIds(running.page));
      if (random() < 0.5) await running.kill();
      else await running.close();
      const [name, damage] = pick(random, Object.entries(damages));
      damage(storeFolder(round.profile), random);
      done.push(name);
      round.count('damages');
    }
    await checkProfile(round.profile, witness.acknowledged, done.join(', '));
  },
};
