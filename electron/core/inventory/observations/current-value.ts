import { SOURCES_BY_TRUST, type Source } from '../../../../shared/model/provenance.ts';
import type { ObservedValue } from '../observed-fields.ts';

/** The latest word of one source on one field. */
export interface Latest {
  readonly source: Source;
  readonly value: ObservedValue;
}

/** The value in force: the most trusted source that has one; undefined when none has. */
export function currentValue(latest: readonly Latest[]): Latest | undefined {
  for (const source of SOURCES_BY_TRUST) {
    const found = latest.find((entry) => entry.source === source && entry.value !== null);
    if (found) return found;
  }
  return undefined;
}
