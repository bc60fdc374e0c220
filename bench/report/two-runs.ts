import { spreadIn } from './comparison.ts';
import type { Reading } from './reading.ts';
import { markdownTable } from './table.ts';

/** What an earlier run found beside this one, and how many times as much it is now: medians, as the rounds of two runs have nothing in common. */
export function twoRuns(earlier: readonly Reading[], now: readonly Reading[]): string {
  const keys = new Map(
    now.map(({ measure, size, contender }) => [
      `${measure}\n${size}\n${contender}`,
      { measure, size, contender },
    ]),
  );
  const rows = [...keys.values()].flatMap((choice) => {
    const [before, after] = [spreadIn(earlier, choice), spreadIn(now, choice)];
    if (before === undefined || after === undefined) return [];
    const ratio = before.median === 0 ? '–' : (after.median / before.median).toFixed(2);
    return [
      [
        choice.measure,
        choice.size,
        choice.contender,
        before.median.toFixed(1),
        after.median.toFixed(1),
        ratio,
      ],
    ];
  });
  return markdownTable(['measure', 'size', 'of', 'then', 'now', 'now ÷ then'], rows);
}
