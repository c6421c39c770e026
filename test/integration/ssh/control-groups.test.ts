import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';

/** Real control groups of this kernel, named as systemd, docker, containerd, podman and cri-o name theirs. */
const HIERARCHY = ['/sys/fs/cgroup/systemd', '/sys/fs/cgroup'].find((folder) => existsSync(join(folder, 'cgroup.procs')));
const missing = process.platform !== 'linux' || process.getuid?.() !== 0 || HIERARCHY === undefined;
const BASE = `landfall-test-${process.pid}`;
const hex = (digit: string): string => digit.repeat(64);
const GROUPS = [
  ['system.slice/permits.service', 'unit permits'],
  ['system.slice/permits-worker@2.service', 'unit permits-worker@2'],
  [`docker/${hex('a')}`, `docker ${'a'.repeat(12)}`],
  [`system.slice/docker-${hex('b')}.scope`, `docker ${'b'.repeat(12)}`],
  [`machine.slice/libpod-${hex('c')}.scope/container`, `podman ${'c'.repeat(12)}`],
  [`kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1.slice/cri-containerd-${hex('d')}.scope`, `containerd ${'d'.repeat(12)}`],
  [`kubepods/besteffort/pod7/${hex('e')}`, `containerd ${'e'.repeat(12)}`],
  [`kubepods.slice/kubepods-pod2.slice/crio-${hex('f')}.scope`, `cri-o ${'f'.repeat(12)}`],
  ['lxc.payload.web1', 'lxc web1'],
  ['user.slice/user-1000.slice/session-3.scope', undefined],
] as const;

describe.skipIf(missing)('control groups of this kernel', () => {
  const children: ChildProcess[] = [];
  const made: string[] = [];
  beforeAll(() => {
    for (const [path] of GROUPS) {
      const parts = [BASE, ...path.split('/')];
      parts.forEach((_part, index) => {
        const folder = join(HIERARCHY ?? '', ...parts.slice(0, index + 1));
        if (existsSync(folder)) return;
        mkdirSync(folder);
        made.push(folder);
      });
      const child = spawn('sleep', ['600'], { stdio: 'ignore' });
      children.push(child);
      writeFileSync(join(HIERARCHY ?? '', ...parts, 'cgroup.procs'), String(child.pid));
    }
  });
  afterAll(async () => {
    await Promise.all(children.map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }));
    for (const folder of made.toReversed()) rmdirSync(folder);
  });

  test.each(['/bin/sh', '/bin/bash'])('units and containers are told from their groups (%s)', (shell) => {
    const nonce = '0123456789abcdef01234567';
    const text = execFileSync(shell, ['-s'], { input: buildProbe({ nonce, useSudo: false, sections: ['containers'] }).stdin, encoding: 'utf8' });
    const { containers } = parseProbe(text, { nonce, collectedAt: '2026-11-23T12:00:00.000Z' }).facts;
    GROUPS.forEach(([path, expected], index) => {
      const pid = children[index]?.pid ?? 0;
      const unit = containers?.units.find(({ pids }) => pids.includes(pid));
      const container = containers?.containers.find(({ pids }) => pids.includes(pid));
      expect(container ? `${container.runtime} ${container.id}` : unit && `unit ${unit.name}`, path).toBe(expected);
    });
  });
});
