import { listSshHosts, parseSshConfig, resolveSshHost, type SshConfigFile, type SshConfigHost } from '../../../../agents/ssh/ssh-config.ts';
import { formatEndpoint, isHost, isUser, parseEndpoint } from './endpoint.ts';
import { assertListSize, rejectLine, saidOnly, type DraftList, type RejectReason, type TargetDraft } from './target-draft.ts';

/** Line of the `Host` word that first names each alias. */
function linesOfAliases(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  text.split(/\r?\n/).forEach((raw, index) => {
    const [keyword, ...aliases] = raw.trim().split(/[\s=]+/);
    if (keyword?.toLowerCase() !== 'host') return;
    for (const alias of aliases) if (!lines.has(alias)) lines.set(alias, index + 1);
  });
  return lines;
}

/** A jump host is often an alias of the same file. Several hops are not supported. */
function readJump(file: SshConfigFile, aliases: ReadonlySet<string>, jump: string): string | undefined {
  const endpoint = parseEndpoint(jump);
  if ('reason' in endpoint) return undefined;
  if (!aliases.has(endpoint.host)) return formatEndpoint(endpoint);
  const resolved = resolveSshHost(file, endpoint.host);
  const user = endpoint.user ?? resolved.user;
  return isHost(resolved.host) ? formatEndpoint({ host: resolved.host, port: endpoint.port ?? resolved.port, ...saidOnly({ user }) }) : undefined;
}

/** `~`, `%d`, `%h`, `%p` and `%r` as OpenSSH means them; undefined when another token stays. */
function expandPath(path: string, host: SshConfigHost, homeDir: string): string | undefined {
  const tokens: Readonly<Record<string, string>> = { '%d': homeDir, '%h': host.host, '%p': String(host.port), '%r': host.user ?? '', '%%': '%' };
  const home = path.replace(/^~(?=[/\\]|$)/, '%d').replace(/^"(.*)"$/, '$1');
  const unknown = (home.match(/%./g) ?? []).some((token) => tokens[token] === undefined);
  return unknown || path.toLowerCase() === 'none' ? undefined : home.replace(/%./g, (token) => tokens[token] ?? token);
}

function readHost(file: SshConfigFile, aliases: ReadonlySet<string>, host: SshConfigHost, line: number, homeDir: string): TargetDraft | { reason: RejectReason } {
  if (!isHost(host.host)) return { reason: 'host' };
  if (host.user !== undefined && !isUser(host.user)) return { reason: 'user' };
  const jump = host.jump === undefined ? undefined : readJump(file, aliases, host.jump);
  if (host.jump !== undefined && jump === undefined) return { reason: 'jump' };
  const [firstIdentity] = host.identityFiles;
  const identityFile = firstIdentity === undefined ? undefined : expandPath(firstIdentity, host, homeDir);
  return { line, host: host.host, port: host.port, ...saidOnly({ name: host.alias === host.host ? undefined : host.alias, user: host.user, jump, identityFile }) };
}

/** The hosts a config names one by one. ProxyCommand, Match and Include are never honoured (see agents/ssh). */
export function readSshConfigTargets(text: string, homeDir: string): DraftList {
  const file = parseSshConfig(text);
  const hosts = listSshHosts(file);
  const aliases = new Set(hosts.map((host) => host.alias));
  const lines = linesOfAliases(text);
  const list: DraftList = { drafts: [], rejected: [] };
  for (const host of hosts) {
    const line = lines.get(host.alias) ?? 1;
    const draft = readHost(file, aliases, host, line, homeDir);
    if ('reason' in draft) list.rejected.push(rejectLine(line, host.alias, draft.reason));
    else list.drafts.push(draft);
    assertListSize(list);
  }
  return list;
}
