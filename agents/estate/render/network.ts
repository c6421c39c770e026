import type { CityServer } from '../city.ts';
import { type HostView, hexOf } from '../host-view.ts';

/** Locally used prefixes of the makers: what the first half of a MAC address tells. */
const MAC_PREFIX = { none: '6c:92:bf', vmware: '00:50:56', kvm: '52:54:00', xen: '00:16:3e', microsoft: '00:15:5d' } as const;

/** The name of the first interface, by age of the system and kind of machine. */
export function nicName(server: CityServer): string {
  if (!server.os.systemd || server.os.key === 'sles-12' || server.technology === 'xen' || server.technology === 'microsoft') return 'eth0';
  return server.technology === 'none' ? 'eno1' : server.technology === 'vmware' ? 'ens192' : 'ens3';
}

/** agents/probes/network: links from sysfs, addresses from ip. Metal has a second, unused port. */
export function renderNetwork({ server }: HostView): string[] {
  const name = nicName(server);
  const speed = server.technology === 'kvm' || server.technology === 'xen' ? '-' : server.technology === 'none' ? '1000' : '10000';
  const spare = server.kind === 'physical' ? [`link ${spareName(name)} ${mac(server, 'spare')} down -1 1500 device`] : [];
  return [
    `link ${name} ${mac(server, 'nic')} up ${speed} 1500 device`,
    ...spare,
    'link lo 00:00:00:00:00:00 unknown - 65536 virtual',
    'addr lo inet 127.0.0.1/8',
    `addr ${name} inet ${server.address}/24`,
  ];
}

function spareName(name: string): string {
  return name.replace(/\d+$/, (digits) => String(Number(digits) + 1));
}

function mac(server: CityServer, what: string): string {
  const hex = hexOf(server, what, 6);
  return `${MAC_PREFIX[server.technology]}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}
