import { listSshHosts, parseSshConfig, resolveSshHost, type SshConfigFile, type SshConfigHost } from '../../../../agents/ssh/ssh-config.ts';
import { isHost, isUser, type Endpoint } from './endpoint.ts';
import { formatJumpChain, parseJumpChain } from './jump-chain.ts';
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

/** How deep aliases may lead to each other; OpenSSH would recurse without end. */
const MAX_ALIAS_DEPTH = 4;

/** One hop: an alias of the same file stands for its host, behind the jump hosts of its own. */
function readHop(file: SshConfigFile, aliases: ReadonlySet<string>, hop: Endpoint, depth: number): readonly Endpoint[] | undefined {
  if (!aliases.has(hop.host)) return [hop];
  const resolved = resolveSshHost(file, hop.host);
  if (!isHost(resolved.host)) return undefined;
  const before = resolved.jump === undefined ? [] : readChain(file, aliases, resolved.jump, depth + 1);
  return before && [...before, { host: resolved.host, port: hop.port ?? resolved.port, ...saidOnly({ user: hop.user ?? resolved.user }) }];
}

/** ProxyJump's list. As in OpenSSH only the first hop's own jump hosts count: the others are reached from the hop before them. */
function readChain(file: SshConfigFile, aliases: ReadonlySet<string>, jump: string, depth: number): readonly Endpoint[] | undefined {
  const hops = depth > MAX_ALIAS_DEPTH ? undefined : parseJumpChain(jump);
  if (!hops) return undefined;
  const chain: Endpoint[] = [];
  for (const [index, hop] of hops.entries()) {
    const found = readHop(file, aliases, hop, depth);
    if (!found) return undefined;
    chain.push(...(index === 0 ? found : found.slice(-1)));
  }
  return chain;
}

function readJump(file: SshConfigFile, aliases: ReadonlySet<string>, jump: string): string | undefined {
  const chain = readChain(file, aliases, jump, 0);
  return chain && parseJumpChain(formatJumpChain(chain)) ? formatJumpChain(chain) : undefined;
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
