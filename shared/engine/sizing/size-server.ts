import { compareText } from '../../kernel/compare-text.ts';
import type { Catalogue, Flavour, Sizing, SizingPolicy } from '../../model/catalogue.ts';
import type { Metric, MetricProfile, ServerProfile } from '../../model/utilisation.ts';

/** What is known of a server when its size is chosen. */
export interface SizingInput {
  readonly architecture: string | null;
  readonly vcpuCount: number | null;
  readonly memBytes: number | null;
  readonly profile: ServerProfile | null;
}
type Reason = Sizing['reasons'][number];
interface Demand {
  readonly basis: Sizing['basis'];
  readonly vcpu: number;
  readonly memBytes: number;
  readonly reasons: readonly Reason[];
}

/** `uname -m` and other names of the same architecture. */
const ARCHITECTURES = new Map<string, Flavour['architecture']>([
  ['x86_64', 'x86_64'], ['amd64', 'x86_64'], ['x64', 'x86_64'], ['i386', 'x86_64'], ['i686', 'x86_64'],
  ['aarch64', 'aarch64'], ['arm64', 'aarch64'], ['loongarch64', 'loongarch64'],
]);

/**
 * The load that counts: the policy's percentile, moved up by the width of the interval around p95 (never above what was
 * ever seen). A short or restless window so asks for more room, not less.
 */
export function loadForSizing(profile: MetricProfile, percentile: SizingPolicy['percentile']): number {
  const { percentiles, p95UpperBound } = profile;
  const value = percentiles[percentile];
  if (p95UpperBound === null || percentiles.p95 <= 0) return value;
  return Math.min(percentiles.max, (value * p95UpperBound) / percentiles.p95);
}

function historyOf(profile: ServerProfile | null, metric: Metric): MetricProfile | undefined {
  return profile?.metrics.find((candidate) => candidate.metric === metric && candidate.source !== 'single-reading');
}

function demandOf(input: SizingInput, vcpuCount: number, memBytes: number, policy: SizingPolicy): Demand {
  const [cpu, mem] = [historyOf(input.profile, 'cpuRatio'), historyOf(input.profile, 'memRatio')];
  const asAllocated = (reason: Reason): Demand => ({ basis: 'as-allocated', vcpu: vcpuCount, memBytes, reasons: [reason] });
  if (input.profile === null || cpu === undefined || mem === undefined) return asAllocated({ key: 'noUtilisation', params: {} });
  const { score } = input.profile.confidence;
  if (score < policy.minConfidenceScore) return asAllocated({ key: 'lowConfidence', params: { score, minimum: policy.minConfidenceScore } });
  const [cpuRatio, memRatio] = [loadForSizing(cpu, policy.percentile), loadForSizing(mem, policy.percentile)];
  return {
    basis: 'measured',
    vcpu: Math.round(cpuRatio * vcpuCount * (1 + policy.cpuHeadroomRatio) * 1000) / 1000,
    memBytes: Math.ceil(memRatio * memBytes * (1 + policy.memHeadroomRatio)),
    reasons: [{ key: 'measuredLoad', params: { percentile: policy.percentile, cpuRatio, memRatio, sampleCount: cpu.sampleCount, cpuHeadroomRatio: policy.cpuHeadroomRatio, memHeadroomRatio: policy.memHeadroomRatio } }],
  };
}

function byPrice(left: Flavour, right: Flavour): number {
  return left.pricePerMonthMinor - right.pricePerMonthMinor || left.vcpuCount - right.vcpuCount || left.memBytes - right.memBytes || compareText(left.id, right.id);
}

const sortedOffers = new WeakMap<Catalogue, Map<string, Flavour[]>>();

/** The flavours of one architecture, cheapest first; sorted once per catalogue, which is never changed in place. */
function offersOf(catalogue: Catalogue, architecture: Flavour['architecture'] | undefined): readonly Flavour[] {
  if (architecture === undefined) return [];
  const known = sortedOffers.get(catalogue) ?? new Map<string, Flavour[]>();
  sortedOffers.set(catalogue, known);
  const offers = known.get(architecture) ?? catalogue.flavours.filter((flavour) => flavour.architecture === architecture).sort(byPrice);
  known.set(architecture, offers);
  return offers;
}

/** Why not the next cheaper one: the first of its two resources that is too small. */
function nextSmallerReason(offers: readonly Flavour[], chosen: Flavour, demand: Demand): Reason[] {
  const smaller = offers[offers.indexOf(chosen) - 1];
  if (smaller === undefined) return [];
  if (smaller.vcpuCount < demand.vcpu) return [{ key: 'nextSmallerCpu', params: { flavour: smaller.name, vcpuCount: smaller.vcpuCount, requiredVcpu: demand.vcpu } }];
  return [{ key: 'nextSmallerMemory', params: { flavour: smaller.name, memBytes: smaller.memBytes, requiredMemBytes: demand.memBytes } }];
}

/**
 * argmin price over the flavours of the server's own architecture with
 *   vcpu >= load(cpu) * vcpu_now * (1 + headroom)   and   memory >= load(mem) * mem_now * (1 + headroom);
 * below the policy's confidence, or without a history of both, what is allocated now is required instead. Without an
 * allocation or a known architecture there is no size: basis `none`.
 */
export function sizeServer(input: SizingInput, catalogue: Catalogue, policy: SizingPolicy): Sizing {
  const nothing = (reason: Reason): Sizing => ({ basis: 'none', flavourId: null, requiredVcpu: null, requiredMemBytes: null, reasons: [reason], pricePerMonthMinor: null });
  const { vcpuCount, memBytes } = input;
  if (vcpuCount === null || memBytes === null || vcpuCount <= 0 || memBytes <= 0) return nothing({ key: 'noAllocation', params: {} });
  const offers = offersOf(catalogue, ARCHITECTURES.get((input.architecture ?? '').toLowerCase()));
  if (offers.length === 0) return nothing({ key: 'noArchitecture', params: { architecture: input.architecture ?? '' } });
  const demand = demandOf(input, vcpuCount, memBytes, policy);
  const required = { basis: demand.basis, requiredVcpu: demand.vcpu, requiredMemBytes: demand.memBytes };
  const fitting = offers.filter((flavour) => flavour.vcpuCount >= demand.vcpu && flavour.memBytes >= demand.memBytes);
  const chosen = fitting[0];
  if (chosen === undefined) return { ...required, flavourId: null, reasons: [...demand.reasons, { key: 'noFlavourFits', params: { requiredVcpu: demand.vcpu, requiredMemBytes: demand.memBytes } }], pricePerMonthMinor: null };
  const cheapest: Reason = { key: 'cheapest', params: { flavour: chosen.name, fittingCount: fitting.length, offerCount: offers.length } };
  return { ...required, flavourId: chosen.id, reasons: [...demand.reasons, cheapest, ...nextSmallerReason(offers, chosen, demand)], pricePerMonthMinor: chosen.pricePerMonthMinor };
}
