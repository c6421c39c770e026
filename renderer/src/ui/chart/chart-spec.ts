/** A series keeps its colour wherever it appears. */
export type SeriesColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface LineSeries {
  readonly name: string;
  readonly colour: SeriesColour;
  /** [x, y]; x is an ISO date or instant (time axis) or a category; null leaves a gap. */
  readonly points: readonly (readonly [string, number | null])[];
  readonly look?: 'line' | 'dashed' | 'step' | 'area';
}

/** A line across the chart: a target ratio, today, a deadline. */
export interface ChartMark {
  readonly axis: 'x' | 'y';
  readonly value: string | number;
  readonly label: string;
}

export interface LineSpec {
  readonly kind: 'line';
  readonly x: { readonly kind: 'time' | 'category'; readonly name: string };
  /** `max` fixes the axis, e.g. 1 for ratios. */
  readonly y: { readonly name: string; readonly max?: number };
  readonly series: readonly LineSeries[];
  readonly marks?: readonly ChartMark[];
}

export interface BarSpec {
  readonly kind: 'bar';
  readonly categoryName: string;
  readonly categories: readonly string[];
  readonly valueName: string;
  readonly series: readonly { readonly name: string; readonly colour: SeriesColour; readonly values: readonly (number | null)[] }[];
  readonly stacked?: boolean;
  /** Long names read better on the vertical axis. */
  readonly horizontal?: boolean;
}

export interface HeatSpec {
  readonly kind: 'heat';
  readonly columnName: string;
  readonly columns: readonly string[];
  readonly rowName: string;
  /** From top to bottom. */
  readonly rows: readonly string[];
  /** [column, row, value]; null = no sample. */
  readonly cells: readonly (readonly [number, number, number | null])[];
  readonly max: number;
  readonly valueName: string;
}

/** What a chart shows, as data; drawn by chart-option.ts and listed by chart-table.ts from the same values. */
export type ChartSpec = LineSpec | BarSpec | HeatSpec;
export type FormatValue = (value: number) => string;
