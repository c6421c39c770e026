import type { BlockDevice } from '../../../shared/model/host-facts.ts';
import { readBytes } from '../read-number.ts';

const SECTOR = 512;
const given = (text: string | undefined): string | undefined => (text === undefined || text === '-' || text === '' ? undefined : text);

function kindOf(device: string, mapperUuid: string | undefined, raidLevel: string | undefined): BlockDevice['kind'] {
  if (device.startsWith('loop')) return 'loop';
  if (device.startsWith('sr')) return 'optical';
  if (raidLevel !== undefined || device.startsWith('md')) return 'raid';
  if (mapperUuid !== undefined) {
    if (mapperUuid.startsWith('LVM-')) return 'lvm';
    if (mapperUuid.startsWith('mpath-')) return 'multipath';
    if (mapperUuid.startsWith('CRYPT-')) return 'crypt';
    if (/^part\d/.test(mapperUuid)) return 'partition';
  }
  return device.startsWith('dm-') ? 'other' : 'disk';
}

function parseDevice(fields: readonly string[]): { device: string; block: BlockDevice } | undefined {
  const [, device = '', sectors, rotational, slaves, mapperName, mapperUuid, raidLevel, ...model] = fields;
  const sizeBytes = readBytes(sectors, SECTOR);
  if (device === '' || sizeBytes === undefined || model.length === 0) return undefined;
  const modelName = given(model.join(' ').trim());
  return {
    device,
    block: {
      name: given(mapperName) ?? device,
      kind: kindOf(device, given(mapperUuid), given(raidLevel)),
      sizeBytes,
      ...(rotational === '0' || rotational === '1' ? { rotational: rotational === '1' } : {}),
      ...(modelName === undefined ? {} : { model: modelName.slice(0, 120) }),
      parents: given(slaves)?.split(',').filter((name) => name !== '') ?? [],
    },
  };
}

/** Device-mapper devices go by the name of the mapper (`vg-root`), in `parents` too. */
export function parseBlockDevices(lines: readonly string[]): BlockDevice[] {
  const devices: BlockDevice[] = [];
  const shownAs = new Map<string, string>();
  for (const line of lines) {
    const fields = line.split(' ');
    if (fields[0] === 'dev') {
      const parsed = parseDevice(fields);
      if (!parsed) continue;
      shownAs.set(parsed.device, parsed.block.name);
      devices.push(parsed.block);
    } else if (fields[0] === 'part' && fields.length === 4) {
      const [, name = '', sectors, parent = ''] = fields;
      const sizeBytes = readBytes(sectors, SECTOR);
      if (sizeBytes !== undefined && name !== '') devices.push({ name, kind: 'partition', sizeBytes, parents: [parent] });
    }
  }
  return devices.map((device) => ({ ...device, parents: device.parents.map((parent) => shownAs.get(parent) ?? parent) }));
}
