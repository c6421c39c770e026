import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIB } from '../../kernel/quantities.ts';
import { calendarDateSchema } from '../../kernel/calendar-date.ts';
import type { Catalogue, Flavour, SizingPolicy } from '../../model/catalogue.ts';
import type { Metric, MetricProfile, ServerProfile } from '../../model/utilisation.ts';
import { loadForSizing, sizeServer } from './size-server.ts';

const POLICY: SizingPolicy = { percentile: 'p95', cpuHeadroomRatio: 0.2, memHeadroomRatio: 0.2, minConfidenceScore: 60 };

function flavour(id: string, vcpuCount: number, gib: number, price: number, architecture: Flavour['architecture'] = 'x86_64'): Flavour {
  return { id, name: id, family: '', vcpuCount, memBytes: gib * GIB, architecture, pricePerMonthMinor: price };
}
const FLAVOURS = [flavour('s', 2, 4, 100), flavour('m', 4, 8, 200), flavour('l', 8, 16, 400), flavour('big-mem', 4, 32, 350), flavour('arm', 8, 16, 300, 'aarch64')];
const CATALOGUE: Catalogue = { schema: 1, name: 'c', version: '1', validFrom: calendarDateSchema.parse('2026-01-01'), validTo: null, currency: 'CNY', flavours: FLAVOURS, services: [], storagePerGibMonthMinor: 1 };

function metric(name: Metric, p95: number, upper: number | null = p95): MetricProfile {
  const percentiles = { p50: p95 / 2, p90: p95 * 0.9, p95, p99: p95, max: Math.max(p95, upper ?? 0), mean: p95 / 2 };
  return { metric: name, percentiles, p95UpperBound: upper, sampleCount: 5000, source: 'sysstat', statistic: 'interval-mean', intervalSeconds: 600, from: '2026-09-01T00:00:00Z', to: '2026-10-01T00:00:00Z' };
}
function profile(cpu: number, mem: number, score = 90): ServerProfile {
  return { metrics: [metric('cpuRatio', cpu), metric('memRatio', mem)], confidence: { score, stars: 5, reasons: ['good'] } };
}
const server = (load: ServerProfile | null, architecture: string | null = 'x86_64') => ({ architecture, vcpuCount: 8, memBytes: 16 * GIB, profile: load });

describe('sizeServer', () => {
  it('takes the cheapest flavour that holds the load with its headroom, and says why not the next smaller', () => {
    const sizing = sizeServer(server(profile(0.3, 0.3)), CATALOGUE, POLICY);
    expect(sizing).toMatchObject({ basis: 'measured', flavourId: 'm', requiredVcpu: 2.88, pricePerMonthMinor: 200 });
    expect(sizing.reasons.map((reason) => reason.key)).toEqual(['measuredLoad', 'cheapest', 'nextSmallerCpu']);
  });

  it('rejects for memory where the processor would do', () => {
    const sizing = sizeServer(server(profile(0.1, 0.8)), CATALOGUE, POLICY);
    expect(sizing.flavourId).toBe('big-mem');
    expect(sizing.reasons.at(-1)).toMatchObject({ key: 'nextSmallerMemory', params: { flavour: 'm' } });
  });

  it.each([
    ['below the confidence asked for', profile(0.05, 0.05, 59), 'lowConfidence'],
    ['without utilisation', null, 'noUtilisation'],
    ['with a single reading only', { ...profile(0.05, 0.05), metrics: [{ ...metric('cpuRatio', 0.05), source: 'single-reading' as const }] }, 'noUtilisation'],
  ])('H21 P01 keeps what is allocated %s', (_, load, key) => {
    const sizing = sizeServer(server(load), CATALOGUE, POLICY);
    expect(sizing).toMatchObject({ basis: 'as-allocated', flavourId: 'l', requiredVcpu: 8 });
    expect(sizing.reasons[0]?.key).toBe(key);
  });

  it('never changes the architecture', () => {
    expect(sizeServer(server(profile(0.05, 0.05), 'aarch64'), CATALOGUE, POLICY).flavourId).toBe('arm');
    expect(sizeServer(server(profile(0.05, 0.05), 'amd64'), CATALOGUE, POLICY).flavourId).toBe('s');
    expect(sizeServer(server(profile(0.05, 0.05), 'loongarch64'), CATALOGUE, POLICY)).toMatchObject({ basis: 'none', flavourId: null, reasons: [{ key: 'noArchitecture' }] });
    expect(sizeServer(server(profile(0.05, 0.05), null), CATALOGUE, POLICY).reasons[0]?.key).toBe('noArchitecture');
  });

  it('says so where no flavour is large enough or nothing is known', () => {
    expect(sizeServer({ ...server(null), vcpuCount: 96 }, CATALOGUE, POLICY)).toMatchObject({ flavourId: null, basis: 'as-allocated', pricePerMonthMinor: null });
    expect(sizeServer({ ...server(null), memBytes: null }, CATALOGUE, POLICY)).toMatchObject({ basis: 'none', reasons: [{ key: 'noAllocation' }] });
  });

  it('sizes by the upper end of the interval, never above what was seen', () => {
    expect(loadForSizing(metric('cpuRatio', 0.4, 0.5), 'p95')).toBe(0.5);
    expect(loadForSizing(metric('cpuRatio', 0.4, 0.5), 'p90')).toBeCloseTo(0.45);
    expect(loadForSizing(metric('cpuRatio', 0.4, null), 'p95')).toBe(0.4);
    expect(loadForSizing(metric('cpuRatio', 0.4, 0.5), 'max')).toBe(0.5);
  });

  it('is never too small, and no cheaper flavour would do', () => {
    const ratio = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, fc.integer({ min: 0, max: 100 }), (cpu, mem, score) => {
        const sizing = sizeServer(server(profile(cpu, mem, score)), CATALOGUE, POLICY);
        const holds = (candidate: Flavour) => candidate.architecture === 'x86_64' && candidate.vcpuCount >= (sizing.requiredVcpu ?? 0) && candidate.memBytes >= (sizing.requiredMemBytes ?? 0);
        const cheapest = Math.min(...FLAVOURS.filter(holds).map((candidate) => candidate.pricePerMonthMinor));
        expect(sizing.pricePerMonthMinor ?? Number.POSITIVE_INFINITY).toBe(cheapest);
        if (score < POLICY.minConfidenceScore) expect(sizing.requiredVcpu).toBe(8);
      }),
    );
  });
});
