import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCall } from '../api/use-call.ts';

export type Settings = OutputOf<'settings.get'>['settings'];

const BEFORE_READ: Settings = { language: null, theme: 'system', density: 'compact', userName: '' };

/** The person's settings; the standard ones until they are read. */
export function useSettings(): Settings {
  return useCall('settings.get', {}).data?.settings ?? BEFORE_READ;
}
