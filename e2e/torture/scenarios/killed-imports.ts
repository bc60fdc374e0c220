import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { examineProfile } from '../../../src/cli/doctor/examine-profile.ts';
import { killTree } from '../../harness/process-tree.ts';
import { waitSaved } from '../../harness/saved.ts';
import { bareStart, ended } from '../bare-start.ts';
import { checkProfile } from '../check-profile.ts';
import type { Scenario } from '../round.ts';
import { writeArticle } from '../tagging.ts';

const files = 25;

/** Killed while many files are opened: each article is there whole or not at all, and both homes say the same. */
export const killedImports: Scenario = {
  name: 'killed-imports',
  async run(round) {
    const { random } = round;
    const paths = Array.from({ length: files }, (_, i) =>
      writeArticle(round.folder, `Imported ${i}`, random),
    );
    for (let i = 0; i < 3; i++) {
      const child = bareStart(round.profile, paths);
      await delay(1_000 + random() * 4_000);
      if (child.pid !== undefined) await killTree(child.pid);
      await ended(child);
      round.count('kills');
    }
    const running = await round.start({ until: 'shell' });
    await waitSaved(running.page);
    await running.close();
    await checkProfile(round.profile, { present: new Set(), gone: new Set() }, 'after the kills');
    const { projects } = await examineProfile(round.profile, new Date(), () => undefined);
    for (const { rescue } of projects) {
      for (const { record, body } of rescue.state.articles.values()) {
        expect(body.text.length, `${record.title} is whole`).toBe(record.textLength);
        round.count('articles');
      }
    }
  },
};
