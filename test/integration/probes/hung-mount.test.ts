import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import { tempDir } from '../../support/temp-dir.ts';

const nonce = '0123456789abcdef01234567';
const possible = process.getuid?.() === 0 && existsSync('/dev/fuse') && spawnSync('unshare', ['-m', 'true']).status === 0;

/** A mount of the kernel's own that nobody ever answers: descriptor 3 is its server, and reads nothing. */
const withHungMount = (folder: string): string => `mount --make-rprivate / && exec 3<>/dev/fuse && mount -i -t fuse.sshfs -o fd=3,rootmode=40000,user_id=0,group_id=0 backup@vault.example.org:/out ${folder} && /bin/sh -s 3<&-`;

function processesAsking(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(`df\0-kP\0${folder}`));
}

test.skipIf(!possible)('N20 a real mount that hangs costs two seconds and its own size, nothing else', () => {
  const folder = join(tempDir('hung'), 'mount');
  mkdirSync(folder);
  const { stdin } = buildProbe({ nonce, useSudo: false, sections: ['network', 'filesystems', 'mounts', 'utilisation'], windowSeconds: 1 });
  const started = Date.now();
  const done = spawnSync('unshare', ['-m', '/bin/sh', '-c', withHungMount(folder)], { input: stdin, encoding: 'utf8', maxBuffer: 8e6, timeout: 60_000 });
  const { facts } = parseProbe(done.stdout, { nonce, collectedAt: new Date().toISOString() });
  expect(done.stderr).toBe('');
  expect(Date.now() - started).toBeLessThan(12_000);
  const asked = facts.sections.filter(({ name }) => name === 'network' || name === 'filesystems' || name === 'mounts' || name === 'utilisation');
  expect(asked.map(({ state }) => state)).toEqual(['complete', 'complete', 'complete', 'complete']);
  expect(facts.mounts?.remote?.find(({ mountPoint }) => mountPoint === folder)).toEqual({ fsType: 'fuse.sshfs', servers: ['vault.example.org'], share: '/out', mountPoint: folder, mounted: true, configuredIn: [], answering: false });
  expect(facts.mounts?.inodes?.map(({ mountPoint }) => mountPoint)).toContain('/');
  expect(facts.filesystems?.find(({ mountPoint }) => mountPoint === '/')?.sizeBytes).toBeGreaterThan(0);
  expect(facts.utilisationNow).toBeDefined();
  expect(processesAsking(folder)).toEqual([]);
});
