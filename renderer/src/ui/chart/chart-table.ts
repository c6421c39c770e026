import type { ChartSpec, FormatValue } from './chart-spec.ts';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The same values as a table: for those who read rather than look, and for copying. */
export function chartTable(spec: ChartSpec, format: FormatValue, unknown: string): ChartTable {
  const show = (value: number | null | undefined): string => (value === null || value === undefined ? unknown : format(value));
  switch (spec.kind) {
    case 'line': {
      const places = [...new Set(spec.series.flatMap((series) => series.points.map(([x]) => x)))];
      if (spec.x.kind === 'time') places.sort();
      const bySeries = spec.series.map((series) => new Map(series.points));
      return { head: [spec.x.name, ...spec.series.map(({ name }) => name)], rows: places.map((x) => [x, ...bySeries.map((points) => show(points.get(x)))]) };
    }
    case 'bar':
      return { head: [spec.categoryName, ...spec.series.map(({ name }) => name)], rows: spec.categories.map((category, index) => [category, ...spec.series.map(({ values }) => show(values[index]))]) };
    case 'heat': {
      const byPlace = new Map(spec.cells.map(([column, row, value]) => [`${column}/${row}`, value]));
      return { head: [`${spec.rowName} / ${spec.columnName}`, ...spec.columns], rows: spec.rows.map((name, row) => [name, ...spec.columns.map((_, column) => show(byPlace.get(`${column}/${row}`)))]) };
    }
  }
}
