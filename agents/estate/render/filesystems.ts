import type { HostView } from '../host-view.ts';
import { storageLayout } from '../storage-layout.ts';

const NFS_PORT = 2049;
const DISK_MAJOR = { none: 8, vmware: 8, microsoft: 8, kvm: 252, xen: 202 } as const;

/** agents/probes/filesystems: mounts, `--`, `df -kP`; NFS mounts follow from the flows to NFS servers. */
export function renderFilesystems({ server, flows }: HostView): string[] {
  const { filesystems } = storageLayout(server);
  const remote = flows.filter(({ direction, port }) => direction === 'out' && port === NFS_PORT);
  return [
    ...filesystems.map(({ mountPoint, source, device, fsType }, index) => `mount ${device.startsWith('dm-') ? `253:${device.slice(3)}` : `${DISK_MAJOR[server.technology]}:${index + 1}`} / ${mountPoint} ${fsType} ${source}`),
    ...remote.map(({ peerAddress }, index) => `mount 0:${40 + index} / /mnt/share${index + 1} nfs4 ${peerAddress}:/data/share`),
    '--',
    'Filesystem     1024-blocks      Used Available Capacity Mounted on',
    ...filesystems.map(({ source, sizeBytes, usedBytes, availableBytes, mountPoint }) => `${source} ${sizeBytes / 1024} ${usedBytes / 1024} ${availableBytes / 1024} ${Math.ceil((usedBytes / (usedBytes + availableBytes)) * 100)}% ${mountPoint}`),
  ];
}
