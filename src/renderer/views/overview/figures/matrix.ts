import type { AttributionStatistics } from '../../../../core/measure/attribution-tally.ts';
import type { Entity } from '../../../../core/model/entity.ts';
import { count } from '../../../../core/text/number-words.ts';
import type { Figure, FigureTarget } from '../figure.ts';
import { common, shortened } from './bars.ts';
import { partyName } from './speakers.ts';

/** So many speakers, and so many places, are in the picture. */
const mostOnASide = 12;

/** Who speaks where: claims by speaker and place. */
export function matrixFigure(statistics: AttributionStatistics, cast: readonly Entity[]): Figure {
  const { pairs } = statistics;
  const names = new Map(statistics.speakers.map((speaker) => [speaker.key, partyName(speaker, cast)]));
  const placeNames = new Map(statistics.places.map(({ key, words }) => [key, words]));
  const speakers = firstOf(pairs.map(({ speaker }) => speaker));
  const places = firstOf(pairs.map(({ place }) => place));
  const shown = pairs.filter(({ speaker, place }) => speakers.includes(speaker) && places.includes(place));
  const nameOf = (speaker: string) => names.get(speaker) ?? speaker;
  const placeOf = (place: string) => placeNames.get(place) ?? place;
  const targetOf = ({
    speaker,
    place,
  }: {
    readonly speaker: string;
    readonly place: string;
  }): FigureTarget => ({
    kind: 'claims',
    title: `Claims by ${nameOf(speaker)}, ${placeOf(place)}`,
    mark: { speaker, place },
  });
  return {
    id: 'speakers-by-place',
    title: 'Speaker × place',
    summary: `${count(pairs.length, 'pair')} of a speaker and a place with a claim.`,
    columns: ['Speaker', 'Place', 'Claims'],
    rows: pairs.map((pair) => ({
      cells: [nameOf(pair.speaker), placeOf(pair.place), pair.claims],
      target: targetOf(pair),
    })),
    height: 90 + speakers.length * 28,
    option: (theme) => {
      const axis = {
        type: 'category',
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.line } },
        splitArea: { show: false },
      };
      const label = { color: theme.ink, fontFamily: theme.font, fontSize: 12 };
      return {
        ...common(theme, false),
        grid: { left: 8, right: 12, top: 6, bottom: 4, containLabel: true },
        xAxis: {
          ...axis,
          data: places.map((place) => shortened(placeOf(place), 18)),
          axisLabel: { ...label, rotate: 30 },
        },
        yAxis: {
          ...axis,
          inverse: true,
          data: speakers.map((speaker) => shortened(nameOf(speaker), 30)),
          axisLabel: label,
        },
        visualMap: {
          show: false,
          min: 0,
          max: Math.max(1, ...shown.map(({ claims }) => claims)),
          inRange: { color: [theme.accentWash, theme.accent] },
        },
        series: [
          {
            type: 'heatmap',
            cursor: 'pointer',
            data: shown.map(({ speaker, place, claims }) => [
              places.indexOf(place),
              speakers.indexOf(speaker),
              claims,
            ]),
            label: { show: true, color: theme.ink, textBorderColor: theme.paper, textBorderWidth: 3 },
            itemStyle: { borderColor: theme.paper, borderWidth: 2 },
          },
        ],
      };
    },
    targetAt: (_series, index) => {
      const pair = shown[index];
      return pair === undefined ? null : targetOf(pair);
    },
  };
}

/** The keys that come first, each once. */
function firstOf(keys: readonly string[]): string[] {
  return [...new Set(keys)].slice(0, mostOnASide);
}
