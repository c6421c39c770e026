import type { NetworkSetupFacts } from '../../../shared/model/network-setup-facts.ts';
import { canonicalAddress } from '../network/ip-address.ts';

type Route = NonNullable<NetworkSetupFacts['routes']>[number];

const HEX8 = /^[0-9A-Fa-f]{8}$/;
const HEX32 = /^[0-9A-Fa-f]{32}$/;
const BIG_ENDIAN = /^(s390x?|ppc|ppc64|sparc|sparc64|mips|mips64)$/;

/** The kernel prints an IPv4 address as one word of the processor: byte order is that of the machine. */
function ipv4(hex: string, bigEndian: boolean): string {
  const bytes = [0, 2, 4, 6].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return (bigEndian ? bytes : bytes.toReversed()).join('.');
}

function ipv6(hex: string): string {
  return canonicalAddress(Array.from({ length: 8 }, (_each, index) => hex.slice(index * 4, index * 4 + 4)).join(':')) ?? '::';
}

/** Bits set from the left, or undefined when the mask has a hole. */
function prefixLength(dotted: string): number | undefined {
  const bits = dotted.split('.').map((part) => Number(part).toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined;
}

function parseIpv4([, name = '', destination = '', gateway = '', mask = '']: readonly string[], bigEndian: boolean): Route | undefined {
  if (!HEX8.test(destination) || !HEX8.test(gateway) || !HEX8.test(mask)) return undefined;
  const length = prefixLength(ipv4(mask, bigEndian));
  return length === undefined ? undefined : { destination: `${ipv4(destination, bigEndian)}/${length}`, gateway: ipv4(gateway, bigEndian), interface: name.slice(0, 60) };
}

function parseIpv6([, name = '', network = '', gateway = '']: readonly string[]): Route | undefined {
  const [destination = '', length = ''] = network.split('/');
  if (!HEX32.test(destination) || !HEX32.test(gateway) || !/^[0-9a-fA-F]{2}$/.test(length)) return undefined;
  const bits = Number.parseInt(length, 16);
  return bits > 128 ? undefined : { destination: `${ipv6(destination)}/${bits}`, gateway: ipv6(gateway), interface: name.slice(0, 60) };
}

/** A line `route …` or `route6 …`; undefined for any other. `architecture`: as uname -m says. */
export function parseRoute(fields: readonly string[], architecture: string | undefined): Route | undefined {
  if (fields[0] === 'route') return parseIpv4(fields, BIG_ENDIAN.test(architecture ?? ''));
  return fields[0] === 'route6' ? parseIpv6(fields) : undefined;
}
