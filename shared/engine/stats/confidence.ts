import { dateFromDayNumber } from '../../kernel/calendar-date.ts';
import { instantMs } from '../../kernel/instant.ts';
import type { Confidence, Metric, MetricProfile, UtilisationHistory } from '../../model/utilisation.ts';
import { HOURS_OF_WEEK } from '../../model/utilisation.ts';

type Reason = Confidence['reasons'][number];
const DAY_MS = 86_400_000;

/** Five readings are needed to size a machine: processor, memory, disk operations, disk bytes, network. */
const NEEDED: readonly (readonly Metric[])[] = [
  ['cpuRatio'],
  ['memRatio'],
  ['diskOpsPerSecond'],
  ['diskReadBytesPerSecond', 'diskWriteBytesPerSecond'],
  ['netInBytesPerSecond', 'netOutBytesPerSecond'],
];

/** Trust in the kind of sample: minutes 1, ten minutes 0.95, an hour 0.6; instants and maxima tell less. */
function resolutionFactor(statistic: UtilisationHistory['statistic'], intervalSeconds: number): number {
  if (statistic === 'instant') return intervalSeconds <= 60 ? 0.6 : 0.4;
  const byInterval = intervalSeconds <= 60 ? 1 : intervalSeconds <= 600 ? 0.95 : intervalSeconds <= 3600 ? 0.6 : 0.4;
  return statistic === 'interval-max' ? Math.min(0.6, byInterval) : byInterval;
}

/** Does a month's last day lie in the window (salary, statistics and closing runs load a city's systems then)? */
function coversMonthEnd(fromMs: number, toMs: number): boolean {
  const lastDay = Math.min(Math.floor(toMs / DAY_MS), Math.floor(fromMs / DAY_MS) + 31);
  for (let day = Math.floor(fromMs / DAY_MS); day <= lastDay; day += 1) if (dateFromDayNumber(day + 1).endsWith('-01')) return true;
  return false;
}

function starsOf(score: number): number {
  return Math.min(5, Math.max(1, Math.ceil(score / 20)));
}

/** Only one reading: 15 % trust in the resolution, one of 168 hours seen, one of 30 days. */
export function singleReadingConfidence(present: boolean, implausible: boolean): Confidence {
  const score = present ? Math.round(100 * Math.sqrt((1 / HOURS_OF_WEEK) * (1 / 30) * 0.15 * 0.5)) : 0;
  return { score, stars: 1, reasons: implausible ? ['implausible', 'noHistory'] : ['noHistory'] };
}

/**
 * C = 100 * sqrt(m * h * w * r * s): m share of needed metrics, h share of the week's hours with two samples or more,
 * w = days / 30 (0.9 of it without a month end), r resolution, s = 1 - min(0.5, relative half-width of the interval
 * around p95). An implausible metric caps the score at 20. `profiles` are those metrics that came from the history.
 */
export function historyConfidence(history: UtilisationHistory, profiles: readonly MetricProfile[], implausible: boolean): Confidence {
  const usable = new Set(profiles.map((profile) => profile.metric));
  const present = NEEDED.filter((alternatives) => alternatives.every((metric) => usable.has(metric))).length / NEEDED.length;
  const cpu = history.metrics.find((metric) => metric.metric === 'cpuRatio' && usable.has('cpuRatio'));
  const hours = (cpu?.hourOfWeekCount.filter((count) => count >= 2).length ?? 0) / HOURS_OF_WEEK;
  const [fromMs, toMs] = [instantMs(history.from), instantMs(history.to)];
  const days = Math.min((toMs - fromMs) / DAY_MS, cpu?.daily.length ?? 0);
  const monthEnd = coversMonthEnd(fromMs, toMs);
  const window = Math.min(1, days / 30) * (monthEnd ? 1 : 0.9);
  const resolution = resolutionFactor(history.statistic, history.intervalSeconds);
  const cpuProfile = profiles.find((profile) => profile.metric === 'cpuRatio');
  const halfWidth = relativeHalfWidth(cpuProfile);
  const steadiness = 1 - Math.min(0.5, halfWidth);
  const raw = Math.round(100 * Math.sqrt(present * hours * window * resolution * steadiness));
  const score = Math.max(0, Math.min(implausible ? 20 : 100, raw));
  const checks: readonly (readonly [Reason, boolean])[] = [
    ['implausible', implausible],
    ['missingMetric', present < 1],
    ['fewHours', hours < 0.9],
    ['shortWindow', days < 28],
    ['noMonthEnd', !monthEnd],
    ['coarseInterval', resolution < 0.95],
    ['wideInterval', halfWidth > 0.1],
  ];
  const reasons = checks.filter(([, holds]) => holds).map(([reason]) => reason);
  return { score, stars: starsOf(score), reasons: reasons.length > 0 ? reasons : ['good'] };
}

function relativeHalfWidth(profile: MetricProfile | undefined): number {
  if (profile === undefined || profile.p95UpperBound === null) return 0.5;
  return profile.percentiles.p95 > 0 ? profile.p95UpperBound / profile.percentiles.p95 - 1 : 0;
}
