import { expect } from '@playwright/test';
import { examineProfile } from '../../../src/cli/doctor/examine-profile.ts';
import { killTree } from '../../harness/process-tree.ts';
import { bareStart, ended } from '../bare-start.ts';
import { checkProfile } from '../check-profile.ts';
import type { Round, Scenario } from '../round.ts';
import { writeArticle } from '../tagging.ts';

/** Many starts at once on one profile, each with a file to open: one of them owns it, the others hand over what they were given and end. */
export function simultaneousStarts(starts: number): Scenario {
  return { name: 'simultaneous-starts', run: (round) => run(round, starts) };
}

async function run(round: Round, starts: number): Promise<void> {
  const { random } = round;
  const children = Array.from({ length: starts }, (_, i) =>
    bareStart(round.profile, [writeArticle(round.folder, `Given to start ${i}`, random)]),
  );
  try {
    const codes: (number | null)[] = [];
    for (const child of children) void ended(child).then((code) => codes.push(code));
    await expect.poll(() => codes.length, { timeout: 150_000, intervals: [500] }).toBe(starts - 1);
    expect(
      codes.filter((code) => code !== 0),
      'those that do not own it end well',
    ).toEqual([]);
    round.count('starts at once', starts);
    // Two looks at the journal, from outside, that show the same: what was handed over has come in.
    await expect
      .poll(() => titlesIn(round.profile), { timeout: 120_000, intervals: [1_000] })
      .toHaveLength(starts);
  } finally {
    // One of them at the end of a good round; all that hang after a bad one.
    for (const { pid, exitCode, signalCode } of children)
      if (pid !== undefined && exitCode === null && signalCode === null) await killTree(pid);
  }
  const running = await round.start({ until: 'shell' });
  await running.close();
  await checkProfile(round.profile, { present: new Set(), gone: new Set() }, 'at the end');
  expect(await titlesIn(round.profile)).toHaveLength(starts);
}

/** Titles of the articles that were given to a start, each once. */
async function titlesIn(profile: string): Promise<string[]> {
  const { projects } = await examineProfile(profile, new Date(), () => undefined);
  const titles = projects.flatMap(({ rescue }) =>
    [...rescue.state.articles.values()].map(({ record }) => record.title),
  );
  return titles.filter((title) => title.startsWith('Given to start')).sort();
}
