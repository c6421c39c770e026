import type { EChartsCoreOption } from 'echarts/core';
import { axisLook, baseOption, type ChartOptionInput } from './chart-base.ts';
import type { HeatSpec } from './chart-spec.ts';

/** Cells get their value printed while there is room for it. */
const PRINTED_CELLS = 12;

/** A sequential scale from pale to deep; cells without a sample stay empty. */
export function heatOption({ spec, tokens, format }: ChartOptionInput<HeatSpec>): EChartsCoreOption {
  const axis = axisLook(tokens);
  return {
    ...baseOption(tokens),
    legend: { show: false },
    grid: { top: 8, left: 8, right: 16, bottom: 44, containLabel: true },
    tooltip: {
      ...(baseOption(tokens)['tooltip'] as object),
      trigger: 'item',
      formatter: ({ value }: { readonly value: readonly [number, number, number] }) => `${spec.rows[value[1]] ?? ''} ${spec.columns[value[0]] ?? ''}\n${spec.valueName}: ${format(value[2])}`,
    },
    visualMap: { min: 0, max: spec.max, calculable: false, orient: 'horizontal', left: 0, bottom: 0, itemWidth: 10, itemHeight: 160, inRange: { color: tokens.heat }, text: [format(spec.max), format(0)], textStyle: { color: tokens.muted, fontSize: 12 } },
    xAxis: { type: 'category', data: spec.columns, ...axis, splitLine: { show: false } },
    yAxis: { type: 'category', data: spec.rows, inverse: true, ...axis, splitLine: { show: false } },
    series: [
      {
        type: 'heatmap',
        name: spec.valueName,
        data: spec.cells.filter(([, , value]) => value !== null),
        itemStyle: { borderColor: tokens.surface, borderWidth: 1 },
        label: { show: spec.columns.length <= PRINTED_CELLS, fontSize: 12, formatter: ({ value }: { readonly value: readonly [number, number, number] }) => format(value[2]) },
        emphasis: { itemStyle: { borderColor: tokens.text, borderWidth: 1 } },
      },
    ],
  };
}
