import type { ProjectDatabase } from '../db/index.ts';
import { ensureDepartment, settleServer } from '../organisation/index.ts';
import { insertServer, replaceAddresses, serverExists, updateFailedContact } from './facts/store.ts';
import { sharedAddress } from './host-addresses.ts';
import { deriveServer, observe } from './observations/store.ts';
import { TARGET_LIST, targetValues, type ListedHost } from './target-values.ts';
import { findListedServer } from './unread/store.ts';

/** A contact that brought nothing. */
export interface FailedHost {
  readonly target: ListedHost;
  /** The server the same host and port led to before. */
  readonly serverId?: string | undefined;
  readonly errorCode: string;
  readonly runId: string;
  /** ISO instant. */
  readonly at: string;
  readonly newId: () => string;
}

function insertListed(database: ProjectDatabase, { target, runId, at, newId }: FailedHost, address: string | undefined): string {
  const serverId = `srv-${newId()}`;
  insertServer(database, serverId, target.name || target.host, at);
  if (target.departmentName) ensureDepartment(database, target.departmentName, newId);
  const place = address === undefined ? [] : [{ field: 'address', value: address } as const];
  observe(database, serverId, [...targetValues(target), ...place], { source: 'imported', by: TARGET_LIST, at, runId });
  replaceAddresses(database, serverId, address === undefined ? [] : [address]);
  deriveServer(database, serverId);
  settleServer(database, serverId);
  return serverId;
}

/**
 * Inside a transaction: a listed host that could not be read is a server of the city all the same. It is the server
 * known from before, from a register, or a new row that becomes the real one once it is read. Returns its id.
 */
export function recordFailedHost(database: ProjectDatabase, failed: FailedHost): string {
  const { target, serverId: asked } = failed;
  const address = sharedAddress(target.host);
  const known = asked !== undefined && serverExists(database, asked) ? asked : findListedServer(database, { name: target.name || target.host, host: target.host, address });
  const serverId = known ?? insertListed(database, failed, address);
  updateFailedContact(database, serverId, failed.errorCode);
  return serverId;
}
