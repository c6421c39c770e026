import { joined, knownRows, told, type MachineFacts, type MachineRow, type MachineWords } from './machine-row.ts';

export type NetworkKey = 'bonds' | 'vlans' | 'bridges' | 'routes' | 'neighbours' | 'dns' | 'search' | 'time' | 'directory' | 'domains' | 'accountSources' | 'proxies' | 'virtualAddresses' | 'hosts';

export function networkRows(setup: MachineFacts['networkSetup'], words: MachineWords): MachineRow<NetworkKey>[] {
  if (setup === undefined) return [];
  return knownRows<NetworkKey>([
    ['bonds', setup.bonds?.map(({ name, mode, state, members }) => joined(name, mode, state, `(${members.join(', ')})`))],
    ['vlans', setup.vlans?.map(({ name, id, parent }) => joined(name, told(id, String), told(parent, (under) => `(${under})`)))],
    ['bridges', setup.bridges?.map(({ name, members }) => joined(name, `(${members.join(', ')})`))],
    ['routes', setup.routes?.map(({ destination, gateway, interface: nic }) => `${destination} → ${gateway} (${nic})`)],
    ['neighbours', [told(setup.neighbourCount, words.count)]],
    ['dns', setup.dnsServers], ['search', setup.searchDomains], ['time', setup.timeServers],
    ['directory', setup.directory?.servers], ['domains', setup.directory?.domains], ['accountSources', setup.directory?.accountSources],
    ['proxies', setup.proxies?.map(({ purpose, url }) => `${purpose}: ${url}`)],
    ['virtualAddresses', setup.virtualAddresses],
    ['hosts', setup.hostEntries?.map(({ address, names }) => `${address} ${names.join(' ')}`)],
  ]);
}
