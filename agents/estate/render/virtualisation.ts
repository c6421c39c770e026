import { type HostView, hexOf } from '../host-view.ts';

const MODULES = { kvm: 'virtio_blk virtio_net virtio_pci', vmware: 'vmw_balloon vmw_pvscsi vmxnet3', xen: 'xen_blkfront xen_netfront', microsoft: 'hv_vmbus hv_netvsc', none: '' } as const;

/** agents/probes/virtualisation: detector, DMI strings, the telling modules. */
export function renderVirtualisation({ server, privilege }: HostView): string[] {
  const modules = MODULES[server.technology];
  return [
    ...(server.os.systemd ? [`detect ${server.technology}`] : []),
    `vendor ${server.vendor}`,
    `product ${server.product}`,
    ...(privilege === 'user' ? [] : [`serial ${hexOf(server, 'serial', server.kind === 'physical' ? 10 : 32).toUpperCase()}`]),
    ...(server.technology === 'xen' ? ['hypervisor-type xen'] : []),
    ...(server.kind === 'virtual' && server.architecture === 'x86_64' ? ['cpu-flag hypervisor'] : []),
    ...(modules === '' ? [] : [`modules ${modules}`]),
  ];
}
