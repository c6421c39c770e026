import type { SectionDeclaration } from '../section-declaration.ts';
import { parseContainers } from './parse.ts';
import script from './collect.sh?raw';

export const containersSection: SectionDeclaration = {
  name: 'containers',
  costRank: 3,
  seconds: 9,
  bytes: 131_072,
  programs: [{ words: 'head -n 20000' }, { words: 'xargs {text} {files}' }, { words: 'grep -H -E {text} {files}' }, { words: 'awk {text}' }, { words: 'docker -H unix:///var/run/docker.sock ps -a --format {text}', asRoot: true }, { words: 'crictl ps', asRoot: true }],
  reads: ['/proc', '/sys/fs/cgroup', '/var/lib/kubelet', '/var/lib/rancher/k3s/agent', '/var/run/docker.sock'],
  columns: [
    { name: 'units', type: 'text', from: '/proc/<pid>/cgroup' },
    { name: 'containers.id', type: 'text', from: '/proc/<pid>/cgroup; docker ps; crictl ps' },
    { name: 'containers.image', type: 'text', from: 'docker ps; crictl ps', needsRoot: { lost: 'containerNames', isLost: (facts) => facts.containers?.containers.some(({ image, runtime }) => image === undefined && runtime !== 'lxc') === true } },
    { name: 'nodeOf', type: 'choice', from: '/var/lib/kubelet; /var/lib/rancher/k3s/agent' },
    { name: 'cpuLimitCores', type: 'number', from: '/sys/fs/cgroup/cpu.max; cpu.cfs_quota_us' },
    { name: 'memLimitBytes', type: 'integer', unit: 'bytes', from: '/sys/fs/cgroup/memory.max; memory.limit_in_bytes' },
  ],
  fact: 'containers',
  mayBeAbsent: true,
  read: (lines) => ({ containers: parseContainers(lines) }),
  script,
};
