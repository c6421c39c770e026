import { createHash } from 'node:crypto';
import type { AdoptionMeasure, Plan, PlanItem } from '../../../shared/model/plan.ts';
import type { Case, Check, Finding } from './finding.ts';

/** Units of a measure that count as adopted at the end of `date`, counted from scratch for that one day. */
function adoptedOn({ problem, plan }: Case, measure: AdoptionMeasure, date: string): { adopted: number; total: number } {
  const counted = problem.items.filter((item) => item.counts !== 'excluded');
  const cutOver = new Map(plan.assignments.map((assignment) => [assignment.itemId, assignment.cutOverDate as string]));
  const isAdopted = (item: PlanItem): boolean => item.counts === 'already-adopted' || (cutOver.get(item.id) ?? '9999') <= date;
  if (measure === 'departments') {
    const departments = [...new Set(counted.map((item) => item.departmentId))];
    return { adopted: departments.filter((id) => counted.every((item) => item.departmentId !== id || isAdopted(item))).length, total: departments.length };
  }
  const weight = (item: PlanItem): number => (measure === 'servers' ? item.serverCount : measure === 'vcpu' ? item.vcpuCount : 1);
  const sum = (items: readonly PlanItem[]): number => items.reduce((total, item) => total + weight(item), 0);
  return { adopted: sum(counted.filter(isAdopted)), total: sum(counted) };
}

/** Every point of every curve, and that no change of the adoption is left out. */
export const checkCurves: Check = (subject) => {
  const findings: Finding[] = [];
  const { plan, problem } = subject;
  for (const [measure, curve] of Object.entries(plan.adoption) as [AdoptionMeasure, Plan['adoption'][AdoptionMeasure]][]) {
    for (const point of curve) {
      const { adopted, total } = adoptedOn(subject, measure, point.date);
      if (point.adopted !== adopted || point.total !== total || Math.abs(point.ratio - (total === 0 ? 0 : adopted / total)) > 1e-12) findings.push({ rule: 'adoption', about: `${measure} on ${point.date}` });
    }
    if (curve[0]?.date !== problem.settings.startDate) findings.push({ rule: 'adoption', about: `${measure} start` });
    const dates = [...new Set(plan.assignments.map((assignment) => assignment.cutOverDate as string))].sort();
    for (const date of dates) {
      const last = curve.findLast((point) => point.date <= date);
      if (last?.adopted !== adoptedOn(subject, measure, date).adopted) findings.push({ rule: 'adoption', about: `${measure} misses ${date}` });
    }
  }
  return findings;
};

/** Targets judged on their own dates. */
export const checkTargets: Check = (subject) => {
  const { problem: { settings }, plan } = subject;
  const findings: Finding[] = [];
  for (const target of settings.targets) {
    const { adopted, total } = adoptedOn(subject, settings.measure, target.date);
    const needed = Math.ceil(target.ratio * total - 1e-9);
    const met = total > 0 && adopted >= needed;
    const told = plan.targets.find((outcome) => outcome.date === target.date && outcome.ratio === target.ratio);
    if (!told || told.met !== met || told.shortfall !== Math.max(0, needed - adopted)) findings.push({ rule: 'adoption', about: `target ${target.ratio} on ${target.date}` });
    if (!met) findings.push({ rule: 'target-missed', about: `${target.ratio} ${target.date}` });
  }
  return findings;
};

/** The canonical text, written anew: sorted members, sorted lists. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry)).sort((left, right) => (left < right ? -1 : left > right ? 1 : 0)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record).filter((key) => record[key] !== undefined).sort((left, right) => (left < right ? -1 : 1));
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Both hashes with another implementation of SHA-256. */
export const checkHashes: Check = ({ problem, plan }) => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const { planHash, ...content } = plan;
  const findings: Finding[] = [];
  if (plan.problemHash !== sha256(canonical(problem))) findings.push({ rule: 'hash', about: 'problem' });
  if (planHash !== sha256(canonical(content))) findings.push({ rule: 'hash', about: 'plan' });
  return findings;
};
