import { type HostView, hexOf } from '../host-view.ts';
import { storageLayout } from '../storage-layout.ts';

/** agents/probes/storage: the RAID adapter of metal, swap, volume groups for root. */
export function renderStorage({ server, privilege }: HostView): string[] {
  const { volumes } = storageLayout(server);
  const swapVolume = volumes.find(({ mapName }) => mapName.endsWith('-swap'));
  const swap = server.swapBytes === 0 ? [] : [`swap ${swapVolume === undefined ? '/swapfile file' : `/dev/${swapVolume.name} partition`} ${server.swapBytes / 1024 - 4} 0 -2`];
  return [
    ...(server.kind === 'physical' ? ['controller 0104 1000 005d megaraid_sas', 'controller 0106 8086 8d02 ahci'] : []),
    ...(server.technology === 'vmware' ? ['controller 0107 15ad 07c0 vmw_pvscsi'] : []),
    ...(server.kind === 'physical' && server.role === 'db' ? [`fc host1 0x21000024ff${hexOf(server, 'fc', 6)} Online 16 Gbit`, 'fc-targets 4'] : []),
    ...swap,
    ...(privilege === 'user' ? [] : volumeGroups(volumes)),
  ];
}

/** Groups are filled to the end, as the layout has it. */
function volumeGroups(volumes: ReturnType<typeof storageLayout>['volumes']): string[] {
  const groups = Map.groupBy(volumes, ({ mapName }) => mapName.slice(0, mapName.indexOf('-')));
  return [...groups].flatMap(([group, members]) => {
    const sizeBytes = members.reduce((sum, volume) => sum + volume.sizeBytes, 0);
    const devices = new Set(members.flatMap(({ parents }) => parents));
    return [`vg ${group}|${sizeBytes}|0|${devices.size}|${members.length}`, ...members.map((volume) => `lv ${volume.mapName.slice(group.length + 1)}|${group}|${volume.sizeBytes}|linear|`)];
  });
}
