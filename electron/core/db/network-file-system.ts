import { statfsSync } from 'node:fs';

/** f_type of Linux for file systems whose locks SQLite must not rely on (linux/magic.h). */
const NETWORK_TYPES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x73757245, 'coda'],
  [0x5346414f, 'afs'],
]);

/** The name of the network file system a folder lies on; undefined when it is local or cannot be told. */
export function networkFileSystemOf(folder: string): string | undefined {
  try {
    return NETWORK_TYPES.get(statfsSync(folder).type >>> 0);
  } catch {
    return undefined;
  }
}
