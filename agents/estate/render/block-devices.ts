import { type HostView, hexOf } from '../host-view.ts';
import { storageLayout } from '../storage-layout.ts';

/** agents/probes/block-devices: `dev` and `part` lines in 512-byte sectors. */
export function renderBlockDevices({ server }: HostView): string[] {
  const { partitions, volumes } = storageLayout(server);
  return [
    ...volumes.map(({ name, mapName, sizeBytes, parents }) => `dev ${name} ${sizeBytes / 512} 1 ${parents.join(',')} ${mapName} LVM-${hexOf(server, mapName, 32)} - -`),
    ...server.disks.flatMap(({ name, sizeBytes, rotational, model }) => [
      `dev ${name} ${sizeBytes / 512} ${rotational ? 1 : 0} - - - - ${model ?? '-'}`,
      ...partitions.filter(({ disk }) => disk === name).map((part) => `part ${part.name} ${part.sizeBytes / 512} ${name}`),
    ]),
  ];
}
