import type { Scenario } from './round.ts';
import { damagedHomes } from './scenarios/damaged-homes.ts';
import { damagedJournal } from './scenarios/damaged-journal.ts';
import { damagedStore } from './scenarios/damaged-store.ts';
import { fullDisk } from './scenarios/full-disk.ts';
import { jumpingClock } from './scenarios/jumping-clock.ts';
import { kill } from './scenarios/kill.ts';
import { killedImports } from './scenarios/killed-imports.ts';
import { killedStarts } from './scenarios/killed-starts.ts';
import { rendererKills } from './scenarios/renderer-kills.ts';
import { simultaneousStarts } from './scenarios/simultaneous-starts.ts';

/** All of them, in the order of a long run, which begins again at its end. */
export const scenarios: readonly Scenario[] = [
  kill,
  fullDisk,
  damagedStore,
  damagedJournal,
  damagedHomes,
  killedStarts,
  killedImports,
  rendererKills,
  jumpingClock,
  simultaneousStarts(Number(process.env.TORTURE_STARTS ?? 50)),
];
