import { softwareByKey } from '../data/role-software.ts';
import type { HostView } from '../host-view.ts';
import { storageLayout } from '../storage-layout.ts';

const NFS_PORT = 2049;
const BYTES_PER_INODE = 16_384;
const SHARE_KILOBYTES = 2_147_483_648;

/** agents/probes/mounts: shares of the file servers it talks to, what a file server lends, inodes. */
export function renderMounts({ server, flows }: HostView): string[] {
  const remote = flows.filter(({ direction, port }) => direction === 'out' && port === NFS_PORT);
  const lends = softwareByKey(server.software).ports.includes(NFS_PORT);
  return [
    ...remote.map(({ peerAddress }, index) => `mount nfs4 ${peerAddress}:/data/share /mnt/share${index + 1}`),
    ...remote.map(({ peerAddress }, index) => `fstab nfs ${peerAddress}:/data/share /mnt/share${index + 1} auto`),
    ...(lends ? ['export /data/share 10.0.0.0/8'] : []),
    ...storageLayout(server).filesystems.map(({ mountPoint, sizeBytes, usedBytes }) => `inodes ${Math.floor(sizeBytes / BYTES_PER_INODE)} ${Math.floor(usedBytes / BYTES_PER_INODE / 4)} ${mountPoint}`),
    ...remote.map((_each, index) => `space ${SHARE_KILOBYTES} ${SHARE_KILOBYTES / 2} ${SHARE_KILOBYTES / 2} /mnt/share${index + 1}`),
  ];
}
