import { isIP } from 'node:net';
import type { Nic } from '../../../shared/model/host-facts.ts';

/** Bridges of container engines have the same address on every host and would join strangers. */
const SHARED_BY_ALL = /^(lo|docker|br-|veth|virbr|cni|flannel|cali|lxc|podman|kube)/;
const LOCAL_ONLY = /^(127\.|169\.254\.|::1$|fe80:)/i;

/** Addresses a peer could know this machine by, IPv4 first. */
export function reachableAddresses(nics: readonly Nic[]): string[] {
  const all = nics.filter((nic) => !SHARED_BY_ALL.test(nic.name)).flatMap((nic) => nic.addresses);
  const usable = all.filter(({ address }) => isIP(address) !== 0 && !LOCAL_ONLY.test(address));
  const ordered = [...usable.filter(({ family }) => family === 'ipv4'), ...usable.filter(({ family }) => family === 'ipv6')];
  return [...new Set(ordered.map(({ address }) => address))];
}

/** The address of a target as others may know it: undefined for names and for what means something on this computer only. */
export function sharedAddress(targetHost: string): string | undefined {
  return isIP(targetHost) !== 0 && !LOCAL_ONLY.test(targetHost) ? targetHost : undefined;
}

/** The address shown: the one it was reached at, unless that only means something on this computer. */
export function mainAddress(targetHost: string, addresses: readonly string[]): string | undefined {
  return sharedAddress(targetHost) ?? addresses[0] ?? (isIP(targetHost) === 0 ? undefined : targetHost);
}

const NO_CARD = /^(00:00:00:00:00:00|ff:ff:ff:ff:ff:ff|00:00:5e:00:0[12]:.*)$/;
const WITHOUT_CARD = /^(dummy|tun|tap|wg|ppp|sit|gre|ip6tnl|vnet)/;

/** What tells one machine's network cards from another's: those of bridges and of floating addresses do not. */
export function cardAddresses(nics: readonly Nic[]): string[] {
  const cards = nics.filter((nic) => !SHARED_BY_ALL.test(nic.name) && !WITHOUT_CARD.test(nic.name));
  return [...new Set(cards.flatMap(({ mac }) => (mac === undefined || NO_CARD.test(mac.toLowerCase()) ? [] : [mac.toLowerCase()])))].sort().slice(0, 64);
}
