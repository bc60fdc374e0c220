import type { EChartsCoreOption } from 'echarts/core';
import type { AttributionMark } from '../../../core/measure/attribution-tally.ts';
import type { Identifier } from '../../../core/model/identifier.ts';

/** Where a mark of a picture, or a row of its table, leads. */
export type FigureTarget =
  | { readonly kind: 'claims'; readonly title: string; readonly mark: AttributionMark }
  | { readonly kind: 'article'; readonly article: Identifier };

export interface FigureRow {
  readonly cells: readonly (string | number)[];
  readonly target: FigureTarget | null;
}

/** Colours of the window's theme, as the engine computes them. */
export interface FigureTheme {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  readonly accentWash: string;
  readonly ok: string;
  readonly warning: string;
  readonly font: string;
  readonly isDark: boolean;
}

/** A picture of the project and the table that says the same. */
export interface Figure {
  /** Also the name of its files. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what is to be seen. */
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** CSS pixels. */
  readonly height: number;
  option(theme: FigureTheme): EChartsCoreOption;
  /** Where the mark of that series and place leads. */
  targetAt(series: number, index: number): FigureTarget | null;
}

/** How many marks a picture has at most; its table has all. */
export const mostMarks = 20;
