import type { Progress } from '../../../../../shared/model/tracking.ts';
import type { LineSpec } from '../../../ui/chart/chart-spec.ts';

export interface AdoptionNames {
  readonly date: string;
  readonly share: string;
  readonly plan: string;
  readonly actual: string;
  readonly proven: string;
  readonly today: string;
  readonly target: (ratio: number) => string;
}

/** Plan, actual and proven adoption over time, with the targets and today. */
export function adoptionSpec(progress: Progress, names: AdoptionNames): LineSpec {
  const points = (curve: Progress['plan']) => curve.map(({ date, ratio }) => [date, ratio] as const);
  return {
    kind: 'line',
    x: { kind: 'time', name: names.date },
    y: { name: names.share, max: 1 },
    series: [
      { name: names.plan, colour: 1, points: points(progress.plan), look: 'step' },
      { name: names.actual, colour: 2, points: points(progress.actual), look: 'step' },
      { name: names.proven, colour: 3, points: points(progress.proven), look: 'step' },
    ],
    marks: [...progress.targets.map(({ ratio }) => ({ axis: 'y' as const, value: ratio, label: names.target(ratio) })), { axis: 'x', value: progress.asOf, label: names.today }],
  };
}
