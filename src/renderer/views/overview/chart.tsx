import { BarChart, HeatmapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Figure, FigureTarget, FigureTheme } from './figure.ts';

use([BarChart, HeatmapChart, AriaComponent, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer]);

export interface ChartHandle {
  /** The picture as a file, with sizes of its own. */
  svg(): string;
}

interface ChartProps {
  readonly figure: Figure;
  readonly theme: FigureTheme;
  readonly onChoose: (target: FigureTarget) => void;
  readonly ref?: Ref<ChartHandle>;
}

/** A picture of a figure. Its table says the same and is what keys and readers use. */
export function Chart({ figure, theme, onChoose, ref }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useImperativeHandle(ref, () => ({ svg: () => chart.current?.renderToSVGString() ?? '' }), []);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const made = init(element, null, { renderer: 'svg' });
    for (const drawn of [element, ...element.querySelectorAll('svg')]) emptyWithoutMarkup(drawn);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(figure.option(theme), { notMerge: true });
    chart.current?.resize();
  }, [figure, theme]);

  useEffect(() => {
    const made = chart.current;
    if (made === null) return;
    const choose = ({ seriesIndex, dataIndex }: { seriesIndex?: number; dataIndex?: number }) => {
      const target = figure.targetAt(seriesIndex ?? 0, dataIndex ?? 0);
      if (target !== null) onChoose(target);
    };
    made.on('click', choose);
    return () => {
      made.off('click', choose);
    };
  }, [figure, onChoose]);

  return (
    <div
      ref={frame}
      className="chart"
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
      style={{ height: figure.height }}
    />
  );
}

/**
 * The renderer clears its elements by `innerHTML`, which Trusted Types refuse even for nothing. These elements take it as what it means.
 */
function emptyWithoutMarkup(element: Element): void {
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set: () => element.replaceChildren(),
  });
}
