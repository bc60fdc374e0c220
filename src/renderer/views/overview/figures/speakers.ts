import type { AttributionStatistics, PartyCount } from '../../../../core/measure/attribution-tally.ts';
import type { Entity } from '../../../../core/model/entity.ts';
import { count } from '../../../../core/text/number-words.ts';
import { type Figure, type FigureTarget, mostMarks } from '../figure.ts';
import { lyingBars } from './bars.ts';

/** Who says how much. */
export function speakersFigure({ speakers }: AttributionStatistics, cast: readonly Entity[]): Figure {
  const names = speakers.map((speaker) => partyName(speaker, cast));
  const targets = speakers.map(
    ({ key }, i): FigureTarget => ({
      kind: 'claims',
      title: `Claims by ${names[i] ?? ''}`,
      mark: { speaker: key },
    }),
  );
  const shown = speakers.slice(0, mostMarks);
  return {
    id: 'claims-per-speaker',
    title: 'Claims per speaker',
    summary:
      speakers.length > shown.length
        ? `The ${shown.length} of ${speakers.length} speakers with the most claims.`
        : `${count(speakers.length, 'speaker')}.`,
    columns: ['Speaker', 'In the cast', 'Claims'],
    rows: speakers.map(({ entity, claims }, i) => ({
      cells: [names[i] ?? '', entity === null ? 'no' : 'yes', claims],
      target: targets[i] ?? null,
    })),
    height: 30 + shown.length * 26,
    option: (theme) =>
      lyingBars(theme, names.slice(0, mostMarks), [
        { name: 'Claims', colour: theme.accent, values: shown.map(({ claims }) => claims) },
      ]),
    targetAt: (_series, index) => targets[index] ?? null,
  };
}

/** The name that the cast has for a speaker, else the words of a mention. */
export function partyName(
  { entity, words }: Pick<PartyCount, 'entity' | 'words'>,
  cast: readonly Entity[],
): string {
  return cast.find(({ id }) => id === entity)?.name ?? words;
}
