import type { AttributionStatistics } from '../../../../core/measure/attribution-tally.ts';
import { fittingGrain, timeBucket } from '../../../../core/measure/time-bucket.ts';
import { count } from '../../../../core/text/number-words.ts';
import type { Figure, FigureTarget } from '../figure.ts';
import { standingBars } from './bars.ts';

const grains = { day: 'Day', month: 'Month', year: 'Year' } as const;

/** Claims by the dates that they are linked to, as far as those are normalised. */
export function timelineFigure({ dates, undated, claims: total }: AttributionStatistics): Figure {
  const grain = fittingGrain(dates.map(({ value }) => value));
  const buckets = new Map<string, { claims: number; values: string[] }>();
  for (const { value, claims } of dates) {
    const name = timeBucket(value, grain);
    if (name === undefined) continue;
    const bucket = buckets.get(name) ?? { claims: 0, values: [] };
    buckets.set(name, { claims: bucket.claims + claims, values: [...bucket.values, value] });
  }
  const entries = [...buckets].sort(([a], [b]) => (a < b ? -1 : 1));
  const targets = entries.map(
    ([name, { values }]): FigureTarget => ({
      kind: 'claims',
      title: `Claims dated ${name}`,
      mark: { dates: values },
    }),
  );
  return {
    id: 'claims-by-date',
    title: 'Timeline of claims',
    summary: `${total - undated} of ${count(total, 'claim')} with a date that has a calendar value.`,
    columns: [grains[grain], 'Claims'],
    rows: entries.map(([name, { claims }], i) => ({ cells: [name, claims], target: targets[i] ?? null })),
    height: 220,
    option: (theme) =>
      standingBars(
        theme,
        entries.map(([name]) => name),
        [{ name: 'Claims', colour: theme.accent, values: entries.map(([, { claims }]) => claims) }],
      ),
    targetAt: (_series, index) => targets[index] ?? null,
  };
}
