import type { HostView } from '../host-view.ts';
import { nicName } from './network.ts';

/** The government network's own servers: none of them is in the estate, so that no plan hangs on them. */
const RESOLVERS = ['10.255.0.53', '10.255.1.53'];
const CLOCKS = ['10.255.0.123', '10.255.1.123'];

/** agents/probes/network-detail: the default route of its /24, resolvers, clocks. */
export function renderNetworkDetail({ server, flows }: HostView): string[] {
  const name = nicName(server);
  const [a = '10', b = '0', c = '0'] = server.address.split('.');
  const hex = (last: string): string => [last, c, b, a].map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0')).join('');
  const clock = server.os.systemd ? '/etc/chrony.conf' : '/etc/ntp.conf';
  return [
    `route ${name} 00000000 ${hex('1')} 00000000 100`,
    'routes 2',
    `neighbours ${1 + new Set(flows.map(({ peerAddress }) => peerAddress).filter((peer) => peer.startsWith(`${a}.${b}.${c}.`))).size}`,
    ...RESOLVERS.map((address) => `conf /etc/resolv.conf nameserver ${address}`),
    ...CLOCKS.map((address) => `conf ${clock} server ${address}`),
    'conf /etc/nsswitch.conf passwd files',
  ];
}
