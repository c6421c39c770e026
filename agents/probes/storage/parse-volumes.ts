import type { StorageFacts } from '../../../shared/model/storage-facts.ts';
import { defined } from '../key-values.ts';
import { readField } from '../read-field.ts';
import { readCount } from '../read-number.ts';

type Volumes = Pick<StorageFacts, 'volumeGroups' | 'physicalVolumes' | 'logicalVolumes'>;

/** What vgs, pvs and lvs print with `--units b --nosuffix --separator '|'`, fields in the order the script asks for. */
export function parseVolumes({ groups, physical, logical }: { readonly groups: readonly string[]; readonly physical: readonly string[]; readonly logical: readonly string[] }): Volumes {
  const volumeGroups = groups.flatMap((line) => {
    const [name = '', size, free, physicals, logicals] = line.split('|');
    const [sizeBytes, freeBytes, physicalVolumes, logicalVolumes] = [readCount(size), readCount(free), readCount(physicals), readCount(logicals)];
    if (name === '' || sizeBytes === undefined || freeBytes === undefined || physicalVolumes === undefined || logicalVolumes === undefined) return [];
    return [{ name: name.slice(0, 200), sizeBytes, freeBytes, physicalVolumes, logicalVolumes }];
  });
  const physicalVolumes = physical.flatMap((line) => {
    const [device = '', group, size, free] = line.split('|');
    const [sizeBytes, freeBytes] = [readCount(size), readCount(free)];
    if (device === '' || sizeBytes === undefined || freeBytes === undefined) return [];
    return [{ device: device.slice(0, 200), ...defined({ group: readField(group) }), sizeBytes, freeBytes }];
  });
  const logicalVolumes = logical.flatMap((line) => {
    const [name = '', group = '', size, kind = '', pool] = line.split('|');
    const sizeBytes = readCount(size);
    if (name === '' || sizeBytes === undefined) return [];
    return [{ name: name.slice(0, 200), group: group.slice(0, 200), sizeBytes, kind: kind.slice(0, 40), ...defined({ pool: readField(pool) }) }];
  });
  return defined({
    volumeGroups: volumeGroups.length > 0 ? volumeGroups : undefined,
    physicalVolumes: physicalVolumes.length > 0 ? physicalVolumes : undefined,
    logicalVolumes: logicalVolumes.length > 0 ? logicalVolumes : undefined,
  });
}
