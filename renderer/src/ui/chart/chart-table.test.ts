import { expect, test } from 'vitest';
import { chartOption } from './chart-option.ts';
import { chartTable } from './chart-table.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartTokens } from './chart-tokens.ts';

const percent = (value: number): string => `${Math.round(value * 100)}%`;
const tokens: ChartTokens = { text: '#111', muted: '#555', border: '#ddd', surface: '#fff', series: ['#1', '#2', '#3', '#4', '#5', '#6', '#7', '#8'], heat: ['#a', '#b'], blocked: '#c00', font: 'sans' };

const curve: ChartSpec = {
  kind: 'line',
  x: { kind: 'time', name: 'Date' },
  y: { name: 'Adoption', max: 1 },
  series: [
    { name: 'Plan', colour: 1, points: [['2026-02-01', 0.4], ['2026-03-01', 0.8]] },
    { name: 'Actual', colour: 2, points: [['2026-01-01', 0.1]], look: 'step' },
  ],
  marks: [{ axis: 'y', value: 0.8, label: '80 %' }],
};

test('a line chart as a table has every date once, in order, and says what is unknown', () => {
  expect(chartTable(curve, percent, '-')).toEqual({
    head: ['Date', 'Plan', 'Actual'],
    rows: [['2026-01-01', '-', '10%'], ['2026-02-01', '40%', '-'], ['2026-03-01', '80%', '-']],
  });
});

test('a heat map as a table keeps gaps', () => {
  const heat: ChartSpec = { kind: 'heat', columnName: 'Hour', columns: ['0', '1'], rowName: 'Day', rows: ['Mon'], cells: [[0, 0, 0.5], [1, 0, null]], max: 1, valueName: 'CPU' };
  expect(chartTable(heat, percent, '-').rows).toEqual([['Mon', '50%', '-']]);
  expect(chartOption({ spec: heat, tokens, format: percent })).toMatchObject({ series: [{ data: [[0, 0, 0.5]] }] });
});

test('series keep their colour and the marks are drawn once', () => {
  expect(chartOption({ spec: curve, tokens, format: percent })).toMatchObject({
    series: [{ color: '#1', markLine: { data: [{ name: '80 %', yAxis: 0.8 }] } }, { color: '#2', step: 'end' }],
    tooltip: { renderMode: 'richText' },
  });
});
