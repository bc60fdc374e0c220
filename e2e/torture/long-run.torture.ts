import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { appRoot } from '../harness/electron-executable.ts';
import { missedStarts } from './launch-surely.ts';
import { seededRandom } from './random.ts';
import { Round } from './round.ts';
import { scenarios } from './scenarios.ts';

const minutes = Number(process.env.TORTURE_MINUTES ?? 10);
const only = process.env.TORTURE_ONLY?.split(',');
const replay = process.env.TORTURE_REPLAY;
const seed = Number(process.env.TORTURE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const outcome = join(appRoot, 'test-results', 'torture');

interface Tally {
  rounds: number;
  failed: number;
  seconds: number;
  readonly figures: Record<string, number>;
  readonly told: Record<string, number>;
}

test('the long run', async () => {
  const chosen = scenarios.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length === 0)
    throw new Error(`no scenario is called ${only}; there are ${scenarios.map(({ name }) => name)}`);
  mkdirSync(outcome, { recursive: true });
  console.log(
    replay === undefined
      ? `torture: seed ${seed}, ${minutes} minutes, ${chosen.map(({ name }) => name).join(', ')}`
      : `torture: once more round ${replay} of ${chosen.map(({ name }) => name).join(', ')}`,
  );
  const seeds = seededRandom(seed);
  const tallies: Record<string, Tally> = {};
  const failures: string[] = [];
  const end = Date.now() + minutes * 60_000;
  for (let number = 0; replay === undefined ? Date.now() < end : number < chosen.length; number++) {
    const scenario = chosen[number % chosen.length];
    if (scenario === undefined) break;
    const round = new Round(replay === undefined ? Math.floor(seeds() * 2 ** 31) : Number(replay));
    const begun = performance.now();
    let fault: unknown;
    try {
      await scenario.run(round);
    } catch (error) {
      fault = error;
    }
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    const again = `npm run torture -- --only ${scenario.name} --replay ${round.seed}`;
    console.log(
      `${fault === undefined ? 'ok    ' : 'FAILED'} ${number + 1} ${scenario.name} ${round.seed} ${seconds} s ${JSON.stringify(Object.fromEntries(round.figures))}`,
    );
    if (fault !== undefined) {
      console.log(`${String(fault)}\n  again: ${again}`);
      failures.push(`${again}\n${fault instanceof Error ? fault.stack : String(fault)}`);
      try {
        cpSync(round.profile, join(outcome, `${scenario.name}-${round.seed}`), {
          recursive: true,
          filter: (path) => !/Singleton/.test(path),
        });
      } catch (error) {
        console.log(`its profile could not be kept: ${error}`);
      }
    }
    add(tallies, scenario.name, round, seconds, fault !== undefined);
    await round.end(false).catch((error) => console.log(`round ${round.seed} left something: ${error}`));
    writeFileSync(
      join(outcome, 'figures.json'),
      `${JSON.stringify({ seed, minutes, missedStarts: missedStarts.count, scenarios: tallies, failures }, null, 2)}\n`,
    );
  }
  for (const [name, { rounds, failed, seconds, figures, told }] of Object.entries(tallies)) {
    console.log(
      `${name}: ${rounds} rounds, ${failed} failed, ${Math.round(seconds)} s ${JSON.stringify(figures)} told ${JSON.stringify(told)}`,
    );
  }
  console.log(`seed ${seed}, ${missedStarts.count} starts that the driver missed`);
  if (failures.length > 0) throw new Error(`${failures.length} rounds failed:\n${failures.join('\n\n')}`);
});

function add(
  tallies: Record<string, Tally>,
  name: string,
  round: Round,
  seconds: number,
  failed: boolean,
): void {
  tallies[name] ??= { rounds: 0, failed: 0, seconds: 0, figures: {}, told: {} };
  const tally = tallies[name];
  tally.rounds += 1;
  tally.seconds += seconds;
  if (failed) tally.failed += 1;
  for (const [figure, value] of round.figures) {
    const known = tally.figures[figure] ?? 0;
    tally.figures[figure] = figure.startsWith('slowest') ? Math.max(known, value) : known + value;
  }
  // Numbers left out, so that what is the same is counted together.
  for (const words of round.told) {
    const kind = words.replace(/\d+/g, 'n');
    tally.told[kind] = (tally.told[kind] ?? 0) + 1;
  }
}
