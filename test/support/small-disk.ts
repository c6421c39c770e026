import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { tempDir } from './temp-dir.ts';

export interface SmallDisk {
  readonly folder: string;
  remountReadOnly(): void;
}

/** A file system in memory of the given size, gone when the test ends; undefined where mounting is not allowed. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = tempDir('disk');
  const mount = (...options: string[]) => spawnSync('mount', [...options, folder], { encoding: 'utf8' }).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs')) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return { folder, remountReadOnly: () => void mount('-o', 'remount,ro') };
}
