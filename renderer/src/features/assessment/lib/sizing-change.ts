import type { Flavour } from '../../../../../shared/model/catalogue.ts';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';

export type ServerAssessment = OutputOf<'assessment.listServers'>['rows'][number];
export type SystemAssessment = OutputOf<'assessment.listSystems'>['rows'][number];

/** How the chosen flavour compares with what the server has now. */
export type SizingChange = 'smaller' | 'same' | 'larger' | 'mixed' | 'undecided';

/** Compares vCPU and memory apart: smaller in one and larger in the other is `mixed`. */
export function sizingChange(assessment: Pick<ServerAssessment, 'vcpuCount' | 'memBytes'>, flavour: Pick<Flavour, 'vcpuCount' | 'memBytes'> | undefined): SizingChange {
  if (!flavour || assessment.vcpuCount === null || assessment.memBytes === null) return 'undecided';
  const cpu = Math.sign(flavour.vcpuCount - assessment.vcpuCount);
  const mem = Math.sign(flavour.memBytes - assessment.memBytes);
  if (cpu === 0 && mem === 0) return 'same';
  if (cpu <= 0 && mem <= 0) return 'smaller';
  return cpu >= 0 && mem >= 0 ? 'larger' : 'mixed';
}
