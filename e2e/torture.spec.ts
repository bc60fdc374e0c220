import { test } from '@playwright/test';
import { Round, type Scenario } from './torture/round.ts';
import { damagedHomes } from './torture/scenarios/damaged-homes.ts';
import { damagedJournal } from './torture/scenarios/damaged-journal.ts';
import { fullDisk } from './torture/scenarios/full-disk.ts';
import { simultaneousStarts } from './torture/scenarios/simultaneous-starts.ts';

/** A taste of `npm run torture`: what no other test does, once each, with seeds that stay. */
const rounds: readonly (readonly [Scenario, seed: number])[] = [
  [fullDisk, 773],
  [damagedJournal, 12_345],
  [damagedHomes, 12_345],
  [simultaneousStarts(4), 12_345],
];

for (const [scenario, seed] of rounds) {
  test(`${scenario.name}: nothing that was acknowledged is lost`, async () => {
    test.setTimeout(180_000);
    const round = new Round(seed);
    try {
      await scenario.run(round);
    } finally {
      await round.end(false);
    }
  });
}
