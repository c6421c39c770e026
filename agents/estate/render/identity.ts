import { type HostView, hexOf, uptimeOf, uuidOf } from '../host-view.ts';

/** agents/probes/identity: hostname, ids, clock, fqdn. */
export function renderIdentity({ server, nowSeconds, privilege }: HostView): string[] {
  const clock = `clock ${Math.floor(nowSeconds) + server.clockSkewSeconds} +0800`;
  if (server.os.family === 'aix') return [`hostname ${server.hostname}`, clock];
  return [
    `hostname ${server.hostname}`,
    `machine-id ${hexOf(server, 'machine', 32)}`,
    `boot-id ${uuidOf(server, `boot/${uptimeOf(server, nowSeconds).boots}`)}`,
    ...(privilege === 'user' ? [] : [`product-uuid ${uuidOf(server, 'product')}`]),
    clock,
    `fqdn ${server.hostname.toLowerCase()}.gov.test`,
  ];
}
