import type { Nic } from '../../../shared/model/host-facts.ts';
import { defined } from '../key-values.ts';
import { readCount } from '../read-number.ts';
import { canonicalAddress, isIpv4 } from './ip-address.ts';

/** 24 or 255.255.255.0 → 24 */
function prefixOf(text: string): number | undefined {
  if (!isIpv4(text)) return readCount(text);
  const bits = text.split('.').map((part) => Number(part).toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.indexOf('0') + (bits.includes('0') ? 0 : 33) : undefined;
}

function parseLink([, name = '', mac, state, speed, mtu]: readonly string[]): Nic {
  const given = (text: string | undefined): string | undefined => (text === undefined || text === '-' ? undefined : text);
  return { name, ...defined({ mac: given(mac)?.toLowerCase(), state: given(state), speedMbps: readCount(speed), mtu: readCount(mtu) }), addresses: [] };
}

/** All interfaces but loopback, with their addresses; an alias (`eth0:1`) counts to its interface. */
export function parseNetwork(lines: readonly string[]): Nic[] {
  const nics = new Map<string, Nic>();
  for (const line of lines) {
    const fields = line.split(' ');
    if (fields[0] === 'link' && fields.length >= 7 && fields[1] !== 'lo') {
      const nic = parseLink(fields);
      nics.set(nic.name, nic);
    }
    if (fields[0] !== 'addr' || fields.length !== 4) continue;
    const name = (fields[1] ?? '').split(/[@:]/)[0] ?? '';
    const [text = '', prefix = ''] = (fields[3] ?? '').split('/');
    const address = canonicalAddress(text);
    const prefixLength = prefixOf(prefix);
    if (name === 'lo' || name === '' || address === undefined || prefixLength === undefined || prefixLength > 128) continue;
    const nic = nics.get(name) ?? { name, addresses: [] };
    nic.addresses.push({ address, prefixLength, family: address.includes(':') ? 'ipv6' : 'ipv4' });
    nics.set(name, nic);
  }
  return [...nics.values()];
}
