import type { EChartsCoreOption } from 'echarts/core';
import type { FigureTheme } from '../figure.ts';

export interface BarSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

/** Bars that lie on their side, one a name, the first on top; several series are stacked. */
export function lyingBars(
  theme: FigureTheme,
  names: readonly string[],
  series: readonly BarSeries[],
): EChartsCoreOption {
  return {
    ...common(theme, series.length > 1),
    grid: { left: 8, right: 36, top: series.length > 1 ? 30 : 6, bottom: 4, containLabel: true },
    xAxis: valueAxis(theme),
    yAxis: {
      type: 'category',
      data: names.map((name) => shortened(name, 36)),
      inverse: true,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { color: theme.ink, fontFamily: theme.font, fontSize: 12 },
    },
    series: barSeries(theme, series, 'right'),
  };
}

/** Bars that stand in a row, as in a timeline. */
export function standingBars(
  theme: FigureTheme,
  names: readonly string[],
  series: readonly BarSeries[],
): EChartsCoreOption {
  return {
    ...common(theme, series.length > 1),
    grid: { left: 8, right: 12, top: 22, bottom: 4, containLabel: true },
    yAxis: valueAxis(theme),
    xAxis: {
      type: 'category',
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { color: theme.soft, fontFamily: theme.font, fontSize: 11, hideOverlap: true },
    },
    series: barSeries(theme, series, 'top'),
  };
}

/** What all pictures have in common. No animation: a picture is read, not watched. */
export function common(theme: FigureTheme, hasLegend: boolean): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.ink },
    legend: hasLegend
      ? { top: 0, left: 8, icon: 'roundRect', textStyle: { color: theme.soft, fontFamily: theme.font } }
      : { show: false },
  };
}

/** Names give way at their end, between two characters. */
export function shortened(name: string, most: number): string {
  const characters = Array.from(name);
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`;
}

function valueAxis(theme: FigureTheme) {
  return {
    type: 'value',
    minInterval: 1,
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: { color: theme.soft, fontFamily: theme.font, fontSize: 11 },
  };
}

/** Patterns beside colours, so that stacked series can be told apart without them. */
const decals = [
  undefined,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -Math.PI / 4 },
] as const;

function barSeries(theme: FigureTheme, series: readonly BarSeries[], labelAt: 'right' | 'top') {
  const decalColour = theme.isDark ? 'rgba(0,0,0,0.35)' : 'rgba(255,255,255,0.45)';
  return series.map(({ name, colour, values }, i) => {
    const decal = decals[i % decals.length];
    return {
      type: 'bar',
      name,
      data: [...values],
      barMaxWidth: 22,
      cursor: 'pointer',
      ...(series.length > 1
        ? { stack: 'all' }
        : { label: { show: true, position: labelAt, color: theme.soft, fontSize: 11 } }),
      itemStyle: {
        color: colour,
        ...(decal === undefined ? {} : { decal: { ...decal, color: decalColour } }),
      },
      emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } },
    };
  });
}
