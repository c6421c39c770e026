import type { Nic } from '../../../shared/model/host-facts.ts';

/** Addresses that move between machines: a /32 beside an address of a wider network on the same interface, as VRRP sets it. */
export function floatingAddresses(nics: readonly Nic[] | undefined): string[] {
  return nics?.flatMap(({ addresses }) => {
    const ipv4 = addresses.filter(({ family }) => family === 'ipv4');
    return ipv4.some(({ prefixLength }) => prefixLength < 32) ? ipv4.filter(({ prefixLength }) => prefixLength === 32).map(({ address }) => address) : [];
  }) ?? [];
}
