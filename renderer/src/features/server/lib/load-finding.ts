import type { MetricProfile } from '../../../../../shared/model/utilisation.ts';

/** `profile:finding` of a ratio metric: how much of what is allocated the p95 takes. */
export interface LoadFinding {
  readonly p95Ratio: number;
  /** In units of the allocation (cores or bytes); null when the allocation is unknown. */
  readonly p95Amount: number | null;
  readonly allocated: number | null;
}

export function loadFinding(profile: Pick<MetricProfile, 'percentiles'>, allocated: number | null): LoadFinding {
  const p95Ratio = profile.percentiles.p95;
  return { p95Ratio, allocated, p95Amount: allocated === null ? null : p95Ratio * allocated };
}

/** Whole days of the window a profile was computed from; a part of a day counts as one. */
export function windowDays(profile: Pick<MetricProfile, 'from' | 'to'>): number {
  return Math.max(1, Math.ceil((Date.parse(profile.to) - Date.parse(profile.from)) / 86_400_000));
}
