/** What tells machines apart. Clones share the machine id, so it counts only together with the product's UUID or the name. */
export interface MachineIdentity {
  readonly machineId: string | null;
  readonly productUuid: string | null;
  readonly hostname: string;
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Are these two readings of one machine? */
export function isSameMachine(known: MachineIdentity, seen: MachineIdentity): boolean {
  if (known.machineId !== null && seen.machineId !== null && known.machineId !== seen.machineId) return false;
  if (known.machineId !== null && known.machineId === seen.machineId) {
    if (known.productUuid !== null && seen.productUuid !== null) return known.productUuid === seen.productUuid;
    return sameName(known.hostname, seen.hostname);
  }
  return sameName(known.hostname, seen.hostname);
}
