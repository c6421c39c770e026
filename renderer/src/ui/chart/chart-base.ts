import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec, FormatValue } from './chart-spec.ts';
import type { ChartTokens } from './chart-tokens.ts';

export interface ChartOptionInput<Spec extends ChartSpec = ChartSpec> {
  readonly spec: Spec;
  readonly tokens: ChartTokens;
  readonly format: FormatValue;
}

/** What all charts share. */
export function baseOption({ text, muted, border, surface, font }: ChartTokens): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: font, fontSize: 12, color: text },
    legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: text, fontSize: 12 }, icon: 'roundRect' },
    // Rich text, not HTML: names come from scanned machines.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: surface, borderColor: border, textStyle: { color: text, fontSize: 12 }, axisPointer: { lineStyle: { color: muted } } },
    grid: { top: 32, left: 8, right: 16, bottom: 8, containLabel: true },
    aria: { enabled: true },
  };
}

/** Quiet axes: labels and hairlines only. */
export function axisLook({ muted, border }: ChartTokens) {
  return {
    axisLine: { lineStyle: { color: border } },
    axisTick: { show: false },
    axisLabel: { color: muted, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: border, opacity: 0.6 } },
    nameTextStyle: { color: muted, fontSize: 12, align: 'left' as const },
  };
}
