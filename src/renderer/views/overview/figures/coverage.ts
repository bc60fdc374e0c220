import type { AttributionMark, AttributionStatistics } from '../../../../core/measure/attribution-tally.ts';
import { count } from '../../../../core/text/number-words.ts';
import type { Figure, FigureTarget } from '../figure.ts';
import { lyingBars } from './bars.ts';

/** How many claims have a speaker, are said to have none, or wait. */
export function coverageFigure(statistics: AttributionStatistics): Figure {
  const { claims, attributed, speakerless, unattributed } = statistics;
  const parts = [
    { name: 'with a speaker', status: 'attributed', claims: attributed },
    { name: 'no speaker named', status: 'speakerless', claims: speakerless },
    { name: 'no speaker yet', status: 'unattributed', claims: unattributed },
  ] as const;
  const targets = parts.map(({ name, status }) => target(name, status));
  const settled = claims === 0 ? 0 : Math.round(((attributed + speakerless) / claims) * 100);
  return {
    id: 'attribution-coverage',
    title: 'Attribution coverage',
    summary: `${settled} % of ${count(claims, 'claim')} settled.`,
    columns: ['Claims', 'Number', 'Share'],
    rows: parts.map(({ name, claims: number }, i) => ({
      cells: [name, number, claims === 0 ? '–' : `${Math.round((number / claims) * 1000) / 10} %`],
      target: targets[i] ?? null,
    })),
    height: 96,
    option: (theme) =>
      lyingBars(
        theme,
        [''],
        parts.map(({ name, claims: number }, i) => ({
          name,
          colour: [theme.ok, theme.accent, theme.warning][i] ?? theme.accent,
          values: [number],
        })),
      ),
    targetAt: (series) => targets[series] ?? null,
  };
}

function target(name: string, status: NonNullable<AttributionMark['status']>): FigureTarget {
  return { kind: 'claims', title: `Claims ${name}`, mark: { status } };
}
