import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../agents/estate/build-city.ts';
import type { City, CityServer } from '../../../agents/estate/city.ts';
import { flowsByServer } from '../../../agents/estate/host-view.ts';
import { installedPackages } from '../../../agents/estate/installed-packages.ts';
import { readProbeRequest, renderHost } from '../../../agents/estate/render-host.ts';
import { dataFolderBytes } from '../../../agents/estate/render/software.ts';
import { runningProcesses } from '../../../agents/estate/running-processes.ts';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import type { HostFacts } from '../../../shared/model/host-facts.ts';

const NONCE = '0123456789abcdef01234567';
const NOW = '2026-10-28T02:34:56.000Z';
/** What the estate runs, by the names the rules give it, where they differ. */
const PRODUCT_OF = new Map([['apache', 'apache-httpd'], ['oracle', 'oracle-database'], ['nfs', 'nfs-server'], ['exchange-gateway', 'custom'], ['nothing', '']]);
/** Products a plain installation of the estate brings along as packages. */
const BESIDE = new Map([['postfix', 'postfix'], ['snmpd', 'snmpd'], ['open-vm-tools', 'vmware-tools'], ['rsync', '']]);

function facts(city: City, server: CityServer, privilege: 'sudo' | 'user'): HostFacts {
  const request = readProbeRequest(buildProbe({ nonce: NONCE, useSudo: true }).stdin);
  if (request === undefined) throw new Error('The estate does not recognise the probe');
  const view = { server, flows: flowsByServer(city)[server.index] ?? [], nowSeconds: Date.parse(NOW) / 1000, privilege, windowSeconds: 1 };
  return parseProbe(renderHost(view, request), { nonce: NONCE, collectedAt: NOW }).facts;
}

function truth(server: CityServer, privileged: boolean): string[] {
  const processes = runningProcesses(server);
  const main = PRODUCT_OF.get(server.software) ?? server.software;
  const packaged = installedPackages(server).flatMap(({ name }) => BESIDE.get(name) || []);
  return [
    // Which of the programs without a rule serves a port is seen by root alone.
    ...(main === '' || (main === 'custom' && !privileged) ? [] : [`${main} running`]), 'zabbix-agent running',
    ...(processes.some(({ name }) => name === 'java') ? ['java running'] : []),
    ...packaged.map((product) => `${product} ${product === 'postfix' && processes.some(({ command }) => command.endsWith('postfix/master')) ? 'running' : 'installed'}`),
  ].toSorted();
}

describe('software found on sample hosts', () => {
  const city = buildCity({ seed: 2026, servers: 400 });
  const linux = city.servers.filter(({ os }) => os.family === 'linux');
  /** 60 at random, and one of every kind of software and release. */
  const hosts = [...new Set([...linux.slice(0, 60), ...new Map(linux.map((server) => [`${server.software} ${server.os.key}`, server])).values()])];

  it('is what the estate runs: nothing missed, nothing invented', () => {
    expect(hosts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hosts.map(({ software }) => software)).size).toBeGreaterThan(20);
    for (const server of hosts) {
      for (const privilege of ['sudo', 'user'] as const) {
        const found = facts(city, server, privilege).software?.map(({ product, state }) => `${product} ${state}`).toSorted();
        expect(found, `${server.software} on ${server.os.key} as ${privilege}`).toEqual(truth(server, privilege !== 'user'));
      }
    }
  });

  it('has the size of its data folder, or an upper bound without root', () => {
    const databases = hosts.filter((server) => dataFolderBytes(server) !== undefined);
    expect(databases.length).toBeGreaterThan(5);
    for (const server of databases) {
      const [root, user] = (['sudo', 'user'] as const).map((privilege) => facts(city, server, privilege).software?.find(({ dataBytes }) => dataBytes !== undefined));
      expect(root).toMatchObject({ dataBytes: dataFolderBytes(server)?.folderBytes, dataBytesIsUpperBound: false });
      expect(user).toMatchObject({ dataBytes: dataFolderBytes(server)?.fileSystemBytes, dataBytesIsUpperBound: true });
    }
  });
});
