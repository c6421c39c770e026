import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCall } from '../api/use-call.ts';

export type ProjectStatus = OutputOf<'project.getStatus'>;

/** The open project, or undefined before the first answer. */
export function useProject(): ProjectStatus | undefined {
  return useCall('project.getStatus', {}).data;
}
