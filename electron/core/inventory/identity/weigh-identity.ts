import type { IdentityEvidence, IdentityKind } from '../../../../shared/model/identity.ts';
import type { IdentityReading } from './sighting.ts';

/** Points for a comparison that agrees, and for one that does not. A template copies machine id, host key and name, never card and UUID. */
const WEIGHTS: Readonly<Record<IdentityKind, { readonly agrees: number; readonly differs: number }>> = {
  'machine-id': { agrees: 4, differs: -8 },
  'product-uuid': { agrees: 4, differs: -8 },
  mac: { agrees: 3, differs: -4 },
  'host-key': { agrees: 2, differs: -3 },
  hostname: { agrees: 2, differs: -1 },
  address: { agrees: 2, differs: 0 },
  place: { agrees: 2, differs: 0 },
};
/** What a pair needs to be one machine; a machine without an id has less to show. */
const ENOUGH = 6;
const ENOUGH_WITHOUT_ID = 4;
/** UUIDs makers print into thousands of boards. */
const NO_UUID = /^(0+|f+|03000200-0400-0500-0006-000700080009|12345678-1234-5678-90ab-cddeefaabbcc)$/;

export interface Weighing {
  readonly score: number;
  readonly isSame: boolean;
  /** These two are two machines, whatever a third contact says. */
  readonly isOther: boolean;
  readonly evidence: readonly IdentityEvidence[];
}

function shared(left: readonly string[], right: readonly string[]): string | undefined {
  return left.filter((each) => right.includes(each)).sort()[0];
}

function uuidOf({ productUuid }: IdentityReading): string | null {
  return productUuid === null || NO_UUID.test(productUuid) || /^[0-]+$|^[f-]+$/.test(productUuid) ? null : productUuid;
}

/** Undefined where one of the two does not know. */
function compared(left: string | null, right: string | null): { agrees: boolean; value: string } | undefined {
  return left === null || right === null ? undefined : { agrees: left === right, value: left === right ? left : `${left} / ${right}` };
}

function compareKeys(left: string | null, right: string | null): ReturnType<typeof compared> {
  // A server has a key of each type and shows one of them.
  return left?.split(' ')[0] === right?.split(' ')[0] ? compared(left, right) : undefined;
}

function compareLists(left: readonly string[], right: readonly string[]): ReturnType<typeof compared> {
  if (left.length === 0 || right.length === 0) return undefined;
  const value = shared(left, right);
  return { agrees: value !== undefined, value: value ?? `${left[0]} / ${right[0]}` };
}

/** Other cards alone are an exchange of cards when the UUID is the same. */
function contradicts(evidence: readonly IdentityEvidence[]): boolean {
  const says = (kind: IdentityKind): number => evidence.find((each) => each.kind === kind)?.weight ?? 0;
  return says('machine-id') < 0 || says('product-uuid') < 0 || (says('mac') < 0 && says('product-uuid') === 0);
}

/** Do two readings tell of one machine? Symmetric; the evidence in a fixed order, silent comparisons left out. */
export function weighIdentity(first: IdentityReading, second: IdentityReading): Weighing {
  const [left, right] = [first, second].sort((a, b) => (a.place + a.hostname < b.place + b.hostname ? -1 : 1)) as [IdentityReading, IdentityReading];
  const comparisons: readonly (readonly [IdentityKind, ReturnType<typeof compared>])[] = [
    ['machine-id', compared(left.machineId, right.machineId)],
    ['product-uuid', compared(uuidOf(left), uuidOf(right))],
    ['mac', compareLists(left.macs, right.macs)],
    ['host-key', compareKeys(left.hostKey, right.hostKey)],
    ['hostname', compared(left.hostname.toLowerCase(), right.hostname.toLowerCase())],
    ['address', compareLists(left.addresses, right.addresses)],
    ['place', compared(left.place, right.place)],
  ];
  const evidence = comparisons.flatMap(([kind, result]) => {
    const weight = result === undefined ? 0 : WEIGHTS[kind][result.agrees ? 'agrees' : 'differs'];
    return result === undefined || weight === 0 ? [] : [{ kind, weight, value: result.value }];
  });
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const bothHaveId = left.machineId !== null && right.machineId !== null;
  const isSame = score >= (bothHaveId ? ENOUGH : ENOUGH_WITHOUT_ID);
  return { score, isSame, isOther: !isSame && contradicts(evidence), evidence };
}
