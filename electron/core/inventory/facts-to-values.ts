import type { HostFacts, SectionName } from '../../../shared/model/host-facts.ts';
import type { ServerProfile } from '../../../shared/model/utilisation.ts';
import { diskBytesOf, usedStorageBytesOf } from './storage-totals.ts';
import type { ObservedField, ObservedValue } from './observed-fields.ts';

/** One figure of a scan with the section it was read from. */
export interface FactValue {
  readonly field: ObservedField;
  readonly value: ObservedValue;
  readonly section: SectionName;
}

type Candidate = readonly [ObservedField, ObservedValue | undefined, SectionName];

function machineValues({ identity, os, virtualisation, cpu, memory }: HostFacts): readonly Candidate[] {
  return [
    ['hostname', identity?.hostname || undefined, 'identity'],
    ['kind', virtualisation?.kind, 'virtualisation'],
    ['technology', virtualisation?.technology, 'virtualisation'],
    ['osId', os?.id, 'os'],
    ['osName', os?.name, 'os'],
    ['osVersion', os?.version, 'os'],
    ['kernel', os?.kernel, 'os'],
    ['architecture', os?.architecture, 'os'],
    ['cpuModel', cpu?.model, 'cpu'],
    ['vcpuCount', cpu?.threads, 'cpu'],
    ['memBytes', memory?.memBytes, 'memory'],
  ];
}

function contentValues(facts: HostFacts): readonly Candidate[] {
  return [
    ['diskBytes', facts.blockDevices && diskBytesOf(facts.blockDevices), 'block-devices'],
    ['usedStorageBytes', facts.filesystems && usedStorageBytesOf(facts.filesystems), 'filesystems'],
    ['packageCount', facts.packages?.items.length, 'packages'],
    ['listenerCount', facts.listeners?.length, 'sockets'],
  ];
}

function known(candidates: readonly Candidate[]): FactValue[] {
  return candidates.flatMap(([field, value, section]) => (value === undefined ? [] : [{ field, value, section }]));
}

/** The columns that follow from a profile; none where it has no metric. */
export function loadValues(profile: ServerProfile, section: SectionName): FactValue[] {
  const p95 = (metric: 'cpuRatio' | 'memRatio') => profile.metrics.find((entry) => entry.metric === metric);
  return known([
    ['cpuP95Ratio', p95('cpuRatio')?.percentiles.p95, section],
    ['memP95Ratio', p95('memRatio')?.percentiles.p95, section],
    ['sampleCount', p95('cpuRatio')?.sampleCount, section],
    ['confidenceStars', profile.confidence.stars, section],
  ]);
}

/** The columns of the inventory that one contact yields, those of load left out; what was not seen is left out, never guessed. */
export function factsToValues(facts: HostFacts): FactValue[] {
  return known([...machineValues(facts), ...contentValues(facts)]);
}
