import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { chartOption } from './chart-option.ts';
import type { ChartSpec, FormatValue } from './chart-spec.ts';
import { readChartTokens } from './chart-tokens.ts';
import { useLanguage } from '../use-language.ts';
import { PRINT_WIDTH_PX, usePrinting } from '../use-printing.ts';

register([LineChart, BarChart, HeatmapChart, GridComponent, LegendComponent, TooltipComponent, MarkLineComponent, VisualMapComponent, AriaComponent, SVGRenderer]);

export interface ChartCanvasProps {
  readonly spec: ChartSpec;
  readonly format: FormatValue;
  readonly label: string;
}

/** Draws with ECharts as SVG (sharp in print); follows size and theme. Loaded lazily by chart.tsx. */
export function ChartCanvas({ spec, format, label }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const printing = usePrinting();
  const locale = useLanguage() === 'en' ? 'EN' : 'ZH';
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = init(box.current, null, { renderer: 'svg', locale });
    chart.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [locale]);
  useEffect(() => {
    const draw = (): void => {
      if (box.current !== null) chart.current?.setOption(chartOption({ spec, tokens: readChartTokens(box.current), format }), true);
    };
    draw();
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    return () => theme.disconnect();
  }, [spec, format]);
  // The paper is not observed: its width is given.
  useLayoutEffect(() => chart.current?.resize(printing ? { width: Math.min(PRINT_WIDTH_PX, box.current?.clientWidth ?? PRINT_WIDTH_PX) } : {}), [printing]);
  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height: '100%' }} />;
}
