import { BlockList, isIP } from 'node:net';
import { matchesPattern } from '../../../agents/ssh/host-pattern.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import type { CredentialScope } from '../../../shared/model/vault.ts';

function inBlock(pattern: string, host: string): boolean {
  const [address = '', prefix = ''] = pattern.split('/');
  const family = isIP(address);
  const size = Number(prefix);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix) || size > (family === 4 ? 32 : 128)) return false;
  const block = new BlockList();
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  block.addSubnet(address, size, kind);
  return block.check(host, kind);
}

function matchesOne(patterns: readonly string[], host: string): boolean {
  return patterns.some((pattern) => (pattern.includes('/') ? inBlock(pattern, host) : matchesPattern(pattern, host)));
}

/**
 * A department lends the credential to its hosts and the jump hosts before them; a host pattern has to name every host that would
 * see it, those on the way included.
 */
export function isCovered({ departments, hosts }: CredentialScope, target: Pick<ScanTarget, 'host' | 'departmentName'>, jumpHosts: readonly string[]): boolean {
  if (departments.length === 0 && hosts.length === 0) return true;
  if (target.departmentName !== null && departments.includes(target.departmentName)) return true;
  return [target.host, ...jumpHosts].every((host) => matchesOne(hosts, host));
}
