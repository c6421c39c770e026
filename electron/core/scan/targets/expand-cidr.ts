import { isIP } from 'node:net';

/** The most addresses one block may stand for: an IPv4 /20. */
export const MAX_CIDR_HOSTS = 4096;

export type CidrResult = { readonly hosts: readonly string[] } | { readonly reason: 'host' | 'cidrTooLarge' };

function toNumber(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail = ''] = expandEmbeddedIpv4(address).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const middle = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  return [...left, ...middle, ...right].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** `::ffff:10.0.0.1` ends in dotted form; two hexadecimal groups say the same. */
function expandEmbeddedIpv4(address: string): string {
  const match = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (!match) return address;
  const [a, b, c, d] = match.slice(2).map(Number) as [number, number, number, number];
  return `${match[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function toAddress(value: bigint, family: 4 | 6): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 65_535n).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/**
 * All host addresses of a block. An IPv4 block leaves out its network and broadcast address (except /31 and /32);
 * the given address may lie anywhere in the block.
 */
export function expandCidr(address: string, prefixLength: number): CidrResult {
  const family = isIP(address);
  if (family !== 4 && family !== 6) return { reason: 'host' };
  const bits = family === 4 ? 32 : 128;
  if (prefixLength > bits) return { reason: 'host' };
  const hostBits = bits - prefixLength;
  if (hostBits > 12) return { reason: 'cidrTooLarge' };
  const size = 1 << hostBits;
  const first = (toNumber(address) >> BigInt(hostBits)) << BigInt(hostBits);
  const edge = family === 4 && size > 2 ? 1 : 0;
  return { hosts: Array.from({ length: size - 2 * edge }, (_, index) => toAddress(first + BigInt(index + edge), family)) };
}
