import type { Dial } from '../../../../agents/ssh/dial.ts';
import type { Endpoint } from '../targets/endpoint.ts';
import { parseJumpChain } from '../targets/jump-chain.ts';

/** One machine on the way to a target, the target itself last. */
export interface HopPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The hops before it, `10.0.0.1:22,10.1.0.1:22`; empty for one that is reached directly. */
  readonly path: string;
}

const SSH_PORT = 22;

function placeText({ host, port = SSH_PORT }: Endpoint): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`.toLowerCase();
}

/** The way a chain of jump hosts makes, as keys are kept by it; accounts do not matter. */
export function pathOf(jump: string | null): string {
  return (jump === null ? [] : (parseJumpChain(jump) ?? [])).map(placeText).join(',');
}

/** The way to a target: its jump hosts in order, each with the way to itself, and then the target. A hop without an account takes the target's. */
export function planHops(target: Omit<HopPlace, 'path'>, chain: readonly Endpoint[]): readonly HopPlace[] {
  const hops: HopPlace[] = [];
  for (const { host, port = SSH_PORT, user = target.user } of chain) hops.push({ host, port, user, path: hops.map(placeText).join(',') });
  return [...hops, { ...target, path: hops.map(placeText).join(',') }];
}

/** The dials of a way joined, so that each goes through the one before it. */
export function joinDials(dials: readonly Omit<Dial, 'jump'>[]): Dial | undefined {
  return dials.reduce<Dial | undefined>((before, dial) => (before ? { ...dial, jump: before } : dial), undefined);
}
