import { expect, test } from 'vitest';
import { parseContainers } from './parse.ts';

test('units and containers with their processes; docker tells names and images', () => {
  expect(parseContainers([
    'unit nginx.service 10 11', 'group docker 4f5a6b7c8d9e 20 21', 'group podman 0a1b2c3d4e5f 30', 'docker 4f5a6b7c8d9e|redis:7|Up 2 days|cache', 'docker 9e8d7c6b5a4f|busybox|Exited (0) 3 weeks ago|old', 'docker not an id|x|y|z',
  ])).toEqual({
    units: [{ name: 'nginx', pids: [10, 11] }],
    containers: [{ id: '4f5a6b7c8d9e', runtime: 'docker', image: 'redis:7', status: 'Up 2 days', name: 'cache', pids: [20, 21] }, { id: '0a1b2c3d4e5f', runtime: 'podman', pids: [30] }, { id: '9e8d7c6b5a4f', runtime: 'docker', image: 'busybox', status: 'Exited (0) 3 weeks ago', name: 'old', pids: [] }],
  });
});

test('a node of Kubernetes; the table of crictl by its columns (from documentation, not from a machine)', () => {
  const table = [
    'CONTAINER           IMAGE               CREATED             STATE               NAME                ATTEMPT             POD ID',
    '3e025dd50a72d       da86e6ba6ca19       10 minutes ago      Running             nginx               0                   4fccea6bb2b4c',
  ];
  expect(parseContainers(['node kubernetes', ...table.map((line) => `crictl ${line}`)])).toEqual({ units: [], nodeOf: 'kubernetes', containers: [{ id: '3e025dd50a72', runtime: 'containerd', image: 'da86e6ba6ca19', status: 'Running', name: 'nginx', pids: [] }] });
});

test.each([
  [['cpu 150000 100000', 'memory 536870912'], { cpuLimitCores: 1.5, memLimitBytes: 536_870_912 }],
  [['unit a.service 1', 'cpu max 100000', 'memory max'], { cpuLimitCores: undefined, memLimitBytes: undefined }],
  [['unit a.service 1', 'cpu -1 100000', 'memory 9223372036854771712'], { cpuLimitCores: undefined, memLimitBytes: undefined }],
])('H22 limits of a host that is a container itself: %j', (lines, expected) => {
  const { cpuLimitCores, memLimitBytes } = parseContainers(lines) ?? {};
  expect({ cpuLimitCores, memLimitBytes }).toEqual(expected);
});

test('a host without any of it says nothing', () => {
  expect(parseContainers([])).toBeUndefined();
  expect(parseContainers(['', 'memory 9223372036854771712', 'group docker'])).toBeUndefined();
});
