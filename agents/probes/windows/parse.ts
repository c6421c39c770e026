import type { Filesystem, HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';
import { readCount } from '../read-number.ts';

const ARCHITECTURES = new Map([['AMD64', 'x86_64'], ['ARM64', 'aarch64'], ['x86', 'i686'], ['IA64', 'ia64']]);

/** `version` is that of the kernel (10.0.17763) with the update revision after it, where the registry tells one. */
export function parseWindowsOs(lines: readonly string[]): HostFacts['os'] {
  const values = keyValues(lines);
  const architecture = values.get('architecture');
  const caption = values.get('caption')?.slice(0, 200);
  if (values.get('system') !== 'Windows' || architecture === undefined || caption === undefined) return undefined;
  const version = /^\d{1,3}\.\d{1,3}\.\d{1,6}$/.exec(values.get('version') ?? '')?.[0];
  const revision = readCount(values.get('release'));
  const boot = values.get('boot');
  return {
    family: 'windows', id: 'windows', name: caption, architecture: ARCHITECTURES.get(architecture) ?? architecture.slice(0, 64),
    ...defined({ version, kernel: version === undefined || revision === undefined ? version : `${version}.${revision}`, bootMode: boot === 'uefi' || boot === 'bios' ? boot : undefined }),
  };
}

/** `volume C: NTFS <bytes> <free bytes>` */
export function parseWindowsFilesystems(lines: readonly string[]): Filesystem[] | undefined {
  const found = lines.flatMap((line): Filesystem[] => {
    const [word, drive = '', fsType = '', size, free] = line.split(' ');
    const [sizeBytes, availableBytes] = [readCount(size), readCount(free)];
    if (word !== 'volume' || !/^[A-Z]:$/.test(drive) || sizeBytes === undefined || sizeBytes === 0 || availableBytes === undefined || availableBytes > sizeBytes) return [];
    return [{ mountPoint: `${drive}\\`, source: drive, fsType: fsType.toLowerCase().slice(0, 32), sizeBytes, usedBytes: sizeBytes - availableBytes, availableBytes, remote: false }];
  });
  return found.length === 0 ? undefined : found;
}
