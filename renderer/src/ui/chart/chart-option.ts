import type { EChartsCoreOption } from 'echarts/core';
import { axisLook, baseOption, type ChartOptionInput } from './chart-base.ts';
import type { BarSpec, ChartMark, LineSpec } from './chart-spec.ts';
import { heatOption } from './heat-option.ts';
import type { ChartTokens } from './chart-tokens.ts';

/** ECharts' options for a spec; pure, so that it can be tested without a canvas. */
export function chartOption({ spec, ...rest }: ChartOptionInput): EChartsCoreOption {
  switch (spec.kind) {
    case 'line': return lineOption({ spec, ...rest });
    case 'bar': return barOption({ spec, ...rest });
    case 'heat': return heatOption({ spec, ...rest });
  }
}

function markLine(marks: readonly ChartMark[], tokens: ChartTokens) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: tokens.muted, type: 'dashed' as const, width: 1 },
    label: { color: tokens.text, fontSize: 12, formatter: '{b}', position: 'insideEndTop' as const },
    data: marks.map((mark) => (mark.axis === 'x' ? { name: mark.label, xAxis: mark.value, label: { position: 'end' as const } } : { name: mark.label, yAxis: mark.value })),
  };
}

function lineOption({ spec, tokens, format }: ChartOptionInput<LineSpec>): EChartsCoreOption {
  const marks = spec.marks ?? [];
  return {
    ...baseOption(tokens),
    tooltip: { ...(baseOption(tokens)['tooltip'] as object), valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '-') },
    xAxis: { type: spec.x.kind, ...axisLook(tokens), splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, ...(spec.y.max === undefined ? {} : { max: spec.y.max }), ...axisLook(tokens), axisLabel: { color: tokens.muted, fontSize: 12, formatter: (value: number) => format(value) } },
    series: spec.series.map((series, index) => ({
      type: 'line',
      name: series.name,
      data: series.points,
      showSymbol: series.points.length < 2,
      sampling: 'lttb',
      step: series.look === 'step' ? 'end' : false,
      color: tokens.series[series.colour - 1],
      lineStyle: { width: 2, type: series.look === 'dashed' ? 'dashed' : 'solid' },
      ...(series.look === 'area' ? { areaStyle: { opacity: 0.12 } } : {}),
      ...(index === 0 && marks.length > 0 ? { markLine: markLine(marks, tokens) } : {}),
    })),
  };
}

function barOption({ spec, tokens, format }: ChartOptionInput<BarSpec>): EChartsCoreOption {
  const category = { type: 'category', data: spec.categories, ...axisLook(tokens), splitLine: { show: false }, ...(spec.horizontal === true ? { inverse: true } : {}) };
  const value = { type: 'value', ...axisLook(tokens), axisLabel: { color: tokens.muted, fontSize: 12, formatter: (amount: number) => format(amount) } };
  return {
    ...baseOption(tokens),
    tooltip: { ...(baseOption(tokens)['tooltip'] as object), valueFormatter: (amount: unknown) => (typeof amount === 'number' ? format(amount) : '-') },
    xAxis: spec.horizontal === true ? value : category,
    yAxis: spec.horizontal === true ? category : value,
    series: spec.series.map((series) => ({ type: 'bar', name: series.name, data: series.values, color: tokens.series[series.colour - 1], barMaxWidth: 20, ...(spec.stacked === true ? { stack: 'all' } : {}) })),
  };
}
