import { describe, expect, test } from 'vitest';
import busybox from '../fixtures/debian-12-machine-busybox/capture.txt?raw';
import root from '../fixtures/debian-12-machine-root/capture.txt?raw';
import user from '../fixtures/debian-12-machine-user/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseMounts } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };

describe.each([['root, dash', root], ['user, bash', user], ['root, busybox', busybox]])('%s', (_label, text) => {
  const { mounts } = parseProbe(text, options).facts;

  test('each share of another machine is a dependency, mounted or not', () => {
    expect(mounts?.remote?.map(({ fsType, servers, share, mountPoint, mounted, configuredIn }) => [fsType, servers.join(), share, mountPoint, mounted, configuredIn.join()])).toEqual([
      ['fuse.sshfs', '10.1.0.21', '/srv/vault', '/mnt/ok', true, ''],
      ['fuse.sshfs', 'hung.example.org', '/vault', '/mnt/hung', true, ''],
      ['nfs4', 'nas01.example.org', '/export/home', '/home', false, 'fstab'],
      ['nfs', 'fd00:1::5', '/export/v6', '/srv/v6', false, 'fstab'],
      ['cifs', 'files.example.org', '/pub lic', '/mnt/pub', false, 'fstab'],
      ['glusterfs', 'gl1.example.org,gl2.example.org', '/vol0', '/mnt/gluster', false, 'fstab'],
      ['nfs', 'nas02.example.org', '/export/projects', undefined, false, 'automount'],
      ['cifs', 'scan.example.org', '/out', undefined, false, 'automount'],
      ['nfs', 'nas03.example.org', '/archive', '/srv/archive', false, 'unit'],
    ]);
  });

  test('what it lends, and to whom', () => {
    expect(mounts?.exports).toEqual([
      { protocol: 'nfs', path: '/srv/data', clients: ['10.1.0.0/16', 'backup.example.org'] }, { protocol: 'nfs', path: '/srv/open', clients: ['*'] }, { protocol: 'smb', name: 'data', path: '/srv/data', clients: [] },
    ]);
  });

  test('no password of fstab or a map leaves the machine', () => {
    expect(text).not.toContain('hunter2');
  });
});

test('N20 a mount whose server does not answer is named and has no size; the one beside it has, the sections after it are whole', () => {
  const { facts } = parseProbe(root, options);
  expect(facts.mounts?.remote?.[0]).toMatchObject({ mountPoint: '/mnt/ok', answering: true, sizeBytes: 921_600 * 1024, usedBytes: 136_044 * 1024, availableBytes: 785_556 * 1024 });
  expect(facts.mounts?.remote?.[1]).toMatchObject({ mountPoint: '/mnt/hung', answering: false });
  expect(facts.mounts?.remote?.[1]?.sizeBytes).toBeUndefined();
  expect(facts.mounts?.inodes).toEqual([{ mountPoint: '/', total: 3_085_511, used: expect.any(Number) }]);
  expect(facts.sections.filter(({ name }) => name === 'mounts' || name === 'firewall').map(({ state }) => state)).toEqual(['complete', 'complete']);
});

test('a mount of now that fstab lists too is one, with its size', () => {
  expect(parseMounts(['mount nfs4 nas:/a\\040b /srv/a\\040b', 'fstab nfs nas:/a\\040b /srv/a\\040b auto', 'space 1000 400 600 /srv/a b'])?.remote).toEqual([
    { fsType: 'nfs4', servers: ['nas'], share: '/a b', mountPoint: '/srv/a b', mounted: true, configuredIn: ['fstab'], answering: true, sizeBytes: 1_024_000, usedBytes: 409_600, availableBytes: 614_400 },
  ]);
});

test.each([
  ['ceph', '10.0.0.1:6789,10.0.0.2:6789:/dir', ['10.0.0.1', '10.0.0.2'], '/dir'], ['lustre', '10.1.1.1@tcp:10.1.1.2@tcp:/fs', ['10.1.1.1', '10.1.1.2'], '/fs'], ['nfs', '[fe80::1]:/x', ['fe80::1'], '/x'],
  ['fuse.sshfs', 'u@h:/p', ['h'], '/p'], ['fuse.s3fs', 'bucket', [], 'bucket'], ['fuse.davfs', 'https://u:x@dav.example.org/share', ['dav.example.org'], '/share'], ['cifs', '//srv/a/b', ['srv'], '/a/b'], ['nfs', ':', [], ':'],
])('%s %s', (fsType, source, servers, share) => {
  expect(parseMounts([`mount ${fsType} ${source} /m`])?.remote?.[0]).toMatchObject({ servers, share });
});

test('H20 more inodes in use than there are, and sizes that are none, are dropped', () => {
  expect(parseMounts(['inodes 5 9 /', 'inodes -1 0 /', 'space a b c /', 'hung /nowhere', 'export', 'mount nfs'])).toBeUndefined();
});
