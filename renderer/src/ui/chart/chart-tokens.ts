/** Colours and font of tokens.css as values, because a chart cannot read CSS variables. */
export interface ChartTokens {
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly surface: string;
  readonly series: readonly string[];
  readonly heat: readonly string[];
  readonly blocked: string;
  readonly font: string;
}

export function readChartTokens(element: Element): ChartTokens {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    text: token('text'),
    muted: token('text-muted'),
    border: token('border'),
    surface: token('surface'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => token(`series-${index}`)),
    heat: [0, 1, 2, 3, 4, 5].map((index) => token(`heat-${index}`)),
    blocked: token('blocked'),
    font: token('font'),
  };
}
