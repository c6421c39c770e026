import type { Nic } from '../../../shared/model/host-facts.ts';
import { defined } from '../key-values.ts';
import { canonicalAddress } from '../network/ip-address.ts';
import { readCount } from '../read-number.ts';
import { CommandBlocks, words } from './command-blocks.ts';

/** `0xffffff00`, `ffffff00` or `255.255.255.0` → 24 */
function prefixOf(mask: string | undefined): number | undefined {
  if (mask === undefined) return undefined;
  const hex = /^(?:0x)?([0-9a-f]{8})$/i.exec(mask)?.[1];
  const bits = hex === undefined ? (mask.split('.').length === 4 ? mask.split('.').map((part) => Number(part).toString(2).padStart(8, '0')).join('') : '') : Number.parseInt(hex, 16).toString(2).padStart(32, '0');
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll('0', '').length : undefined;
}

/** `a.c6.24.39.41.3`, `0:50:56:9a:45:1c`, `0x001A4B06E24C` → six pairs parted by colons. */
function macOf(text: string | undefined): string | undefined {
  const parts = /^0x([0-9a-f]{12})$/i.exec(text ?? '')?.[1]?.match(/../g) ?? text?.split(/[.:]/) ?? [];
  return parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part)) ? parts.map((part) => part.padStart(2, '0').toLowerCase()).join(':') : undefined;
}

type Address = Nic['addresses'][number];
function addressOf(fields: readonly string[]): Address | undefined {
  const after = (word: string): string | undefined => (fields.includes(word) ? fields[fields.indexOf(word) + 1] : undefined);
  const [text = '', slash] = (fields[1] ?? '').split('/');
  const address = canonicalAddress(text.split('%')[0] ?? '');
  if (address === undefined) return undefined;
  const six = address.includes(':');
  const prefixLength = readCount(slash ?? fields[1]?.split('/')[1]) ?? readCount(after('prefixlen')) ?? (six ? 64 : (prefixOf(after('netmask')) ?? 32));
  return prefixLength > 128 ? undefined : { address, prefixLength, family: six ? 'ipv6' : 'ipv4' };
}

/** A line `name: flags=…` opens an interface (an alias `net0:1` goes on with it); undefined for loopback. */
function openNic(line: string, nics: Map<string, Nic>): Nic | undefined {
  const fields = words(line);
  const name = (fields[0] ?? '').split(':')[0] ?? '';
  if (name.startsWith('lo') || name === '') return undefined;
  const isUp = /[<,]UP[,>]/.test(line.slice(0, 600));
  const mtu = fields.includes('mtu') ? readCount(fields[fields.indexOf('mtu') + 1]) : undefined;
  const nic = nics.get(name) ?? { name, addresses: [], state: isUp ? 'up' : 'down', ...defined({ mtu }) };
  nics.set(name, nic);
  return nic;
}

function addDetail(nic: Nic, fields: readonly string[]): void {
  const address = fields[0] === 'inet' || fields[0] === 'inet6' ? addressOf(fields) : undefined;
  if (address && address.address !== '::1' && !nic.addresses.some((each) => each.address === address.address)) nic.addresses.push(address);
  const mac = fields[0] === 'ether' ? macOf(fields[1]) : undefined;
  if (mac !== undefined) nic.mac = mac;
}

/** `en0 1500 link#2 fa.16.3e…` of AIX; `0/4/2/0 0x001A… 0 UP lan0 …` of HP-UX. */
function addHardware(nics: ReadonlyMap<string, Nic>, fields: readonly string[]): void {
  const isLink = fields[2]?.startsWith('link#') === true;
  const nic = isLink ? nics.get((fields[0] ?? '').replace(/\*$/, '')) : fields.map((field) => nics.get(field)).find((each) => each !== undefined);
  const mac = isLink ? macOf(fields[3]) : fields[1]?.startsWith('0x') === true ? macOf(fields[1]) : undefined;
  if (!nic) return;
  if (nic.mac === undefined && mac !== undefined) nic.mac = mac;
  if (isLink && nic.mtu === undefined) Object.assign(nic, defined({ mtu: readCount(fields[1]) }));
}

/** `ifconfig` of all four systems; the hardware addresses of AIX come from `netstat -in`, those of HP-UX from `lanscan`. */
export function parseUnixNetwork(lines: readonly string[]): Nic[] | undefined {
  const blocks = new CommandBlocks(lines);
  const nics = new Map<string, Nic>();
  let current: Nic | undefined;
  for (const line of blocks.all('ifconfig').flatMap(([, text]) => text)) {
    if (/^\S{1,64}: flags=/.test(line)) current = openNic(line, nics);
    else if (current) addDetail(current, words(line));
  }
  for (const line of [...blocks.of('netstat'), ...blocks.of('lanscan')]) addHardware(nics, words(line));
  return nics.size === 0 ? undefined : [...nics.values()];
}
