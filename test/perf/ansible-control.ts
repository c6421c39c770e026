import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CpuGroup } from './cpu-group.ts';
import { runMeasured, type MeasuredRun } from './measured-process.ts';
import type { SshdFarm } from './sshd-farm.ts';

/** `setup` alone, or with what an inventory needs beside it: packages and services. */
export const ANSIBLE_SETS = ['setup', 'setup+package_facts+service_facts'] as const;
export type AnsibleSet = (typeof ANSIBLE_SETS)[number];

export interface AnsibleRun extends MeasuredRun {
  readonly answered: number;
}

export interface AnsibleOptions {
  readonly set: AnsibleSet;
  readonly hosts: number;
  readonly forks: number;
  /** Ansible's own faster way; off as shipped. */
  readonly pipelining: boolean;
}

const PLAYBOOK = `- hosts: all
  gather_facts: true
  tasks:
    - package_facts:
    - service_facts:
`;

export function ansibleMissing(): string | undefined {
  return existsSync('/usr/bin/ansible') ? undefined : 'needs the Debian package ansible-core';
}

/**
 * Ansible as Debian ships it, on the same servers, account and key; host keys are checked. The interpreter is named, which spares it
 * the search. The playbook keeps its facts in files, as they would be lost otherwise.
 */
export function createAnsible(farm: SshdFarm, group: CpuGroup): (options: AnsibleOptions) => Promise<AnsibleRun> {
  const folder = join(farm.folder, 'ansible');
  mkdirSync(folder, { recursive: true });
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const playbook = file('facts.yml', PLAYBOOK);
  const configuration = file('ansible.cfg', [
    '[defaults]', `remote_user = ${farm.user}`, `private_key_file = ${farm.keyFile}`, `local_tmp = ${folder}/tmp`, 'interpreter_python = /usr/bin/python3', 'fact_caching = jsonfile', `fact_caching_connection = ${folder}/facts`,
    '[ssh_connection]', `control_path_dir = ${folder}/cp`, `ssh_extra_args = -o UserKnownHostsFile=${farm.knownHostsFile} -o GlobalKnownHostsFile=/dev/null`, '',
  ].join('\n'));
  return async ({ set, hosts, forks, pipelining }) => {
    const inventory = file('inventory', farm.hosts.slice(0, hosts).map(({ host, port }) => `${host} ansible_port=${port}\n`).join(''));
    const words = set === 'setup' ? ['ansible', 'all', '-m', 'setup'] : ['ansible-playbook', playbook];
    const environment = { ...process.env, HOME: folder, ANSIBLE_CONFIG: configuration, ANSIBLE_PIPELINING: String(pipelining), LANG: 'C.UTF-8' };
    const run = await runMeasured('/bin/sh', ['-c', `${group.enter}; exec "$@"`, 'sh', ...words, '-i', inventory, '-f', String(forks)], environment);
    // The connections it would keep for a minute; each run starts cold.
    await group.empty();
    const answered = set === 'setup' ? run.stdout.match(/ \| SUCCESS => /g) : run.stdout.match(/ok=3 .*unreachable=0 +failed=0/g);
    return { ...run, answered: answered?.length ?? 0 };
  };
}
