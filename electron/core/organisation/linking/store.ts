import type { ProjectDatabase } from '../../db/index.ts';
import { compileRules, firstMatch, type CompiledRule } from './match-rule.ts';

interface RuleRow {
  readonly rank: number;
  readonly system_id: string;
  readonly hostname_glob: string | null;
  readonly cidr: string | null;
  readonly tag: string | null;
}

interface ServerRow {
  readonly id: string;
  readonly hostname: string;
  readonly address: string | null;
  readonly tag: string | null;
  readonly system_id: string | null;
  readonly addresses: string;
}

const RULE_COLUMNS = 'SELECT rank, system_id, hostname_glob, cidr, tag FROM link_rule';
/** `[` would start a class in SQLite's GLOB; in our rules it is itself. */
const FITTING_RULES = `${RULE_COLUMNS} WHERE (hostname_glob IS NULL OR lower(?) GLOB replace(lower(hostname_glob), '[', '[[]')) AND (tag IS NULL OR tag = ?) ORDER BY rank`;
const LINKABLE = `SELECT v.id, v.hostname, v.address, v.tag, v.system_id, coalesce((SELECT json_group_array(address) FROM server_address a WHERE a.server_id = v.id), '[]') AS addresses
  FROM server v WHERE (v.link_origin IS NULL OR v.link_origin = 'rule')`;

/** A tag that is exactly the name or the code of one system needs no rule. */
const NAMED_BY_TAG = 'SELECT id FROM system WHERE name = ? OR code = ? LIMIT 2';

function systemNamedBy(database: ProjectDatabase, tag: string | null): string | undefined {
  if (tag === null || tag === '') return undefined;
  const found = database.allRaw<{ id: string }>(NAMED_BY_TAG, tag, tag);
  return found.length === 1 ? found[0]?.id : undefined;
}

function compile(rows: readonly RuleRow[]): CompiledRule[] {
  return compileRules(rows.map((row) => ({ rank: row.rank, systemId: row.system_id as never, hostnameGlob: row.hostname_glob, cidr: row.cidr, tag: row.tag })));
}

function linkOne(database: ProjectDatabase, server: ServerRow, rules: readonly CompiledRule[]): boolean {
  const known = JSON.parse(server.addresses) as string[];
  const addresses = server.address === null ? known : [server.address, ...known];
  const systemId = firstMatch(rules, { hostname: server.hostname, addresses, tag: server.tag }) ?? systemNamedBy(database, server.tag) ?? null;
  if (systemId === server.system_id) return false;
  database.runRaw('UPDATE server SET system_id = ?, link_origin = ? WHERE id = ?', systemId, systemId === null ? null : 'rule', server.id);
  return true;
}

/** A server belongs to the department of its system, else to the one its target list or register named. */
const DEPARTMENT = `coalesce(
  (SELECT s.department_id FROM system s WHERE s.id = server.system_id),
  (SELECT d.id FROM department d WHERE d.name = (SELECT json_extract(o.value, '$') FROM observation o WHERE o.server_id = server.id AND o.field = 'departmentName' ORDER BY o.id DESC LIMIT 1)),
  server.department_id)`;

/** Inside a transaction: links one server by the rules and settles its department. */
export function settleServer(database: ProjectDatabase, serverId: string): void {
  const [server] = database.allRaw<ServerRow>(`${LINKABLE} AND v.id = ?`, serverId);
  if (server) linkOne(database, server, compile(database.allRaw<RuleRow>(FITTING_RULES, server.hostname, server.tag ?? '')));
  database.runRaw(`UPDATE server SET department_id = ${DEPARTMENT} WHERE id = ? AND department_id IS NOT ${DEPARTMENT}`, serverId);
}

/** Inside a transaction: the same for all servers, after rules, systems or departments changed. Returns how many links changed. */
export function settleAllServers(database: ProjectDatabase): number {
  const rules = compile(database.allRaw<RuleRow>(`${RULE_COLUMNS} ORDER BY rank`));
  const changed = database.allRaw<ServerRow>(LINKABLE).filter((server) => linkOne(database, server, rules)).length;
  database.runRaw(`UPDATE server SET department_id = ${DEPARTMENT} WHERE department_id IS NOT ${DEPARTMENT}`);
  return changed;
}

/** Inside a transaction whose foreign keys are deferred: servers of departments that are gone belong to none. */
export function forgetRemovedDepartments(database: ProjectDatabase): void {
  database.runRaw('UPDATE server SET department_id = NULL WHERE department_id NOT IN (SELECT id FROM department)');
}

/** Inside a transaction: links servers by hand; null gives them back to the rules. Returns how many there were. */
export function linkByHand(database: ProjectDatabase, serverIds: readonly string[], systemId: string | null): number {
  let changed = 0;
  for (const serverId of serverIds) {
    changed += database.runRaw('UPDATE server SET system_id = ?, link_origin = ? WHERE id = ?', systemId, systemId === null ? null : 'hand', serverId);
    settleServer(database, serverId);
  }
  return changed;
}
