import { isIP } from 'node:net';
import { expandCidr } from './expand-cidr.ts';
import { isUser, parseEndpoint, parsePort } from './endpoint.ts';
import { readSshCommand } from './read-ssh-command.ts';
import { assertListSize, rejectLine, saidOnly, type DraftList, type RejectReason, type TargetDraft } from './target-draft.ts';

type Fields = Omit<TargetDraft, 'line'>;
interface LineResult {
  readonly found: Fields[];
  readonly rejected: { readonly text: string; readonly reason: RejectReason }[];
}

/** `10.0.0.0/24`, `root@10.0.0.0/28:2222`. */
function readBlock(token: string): { found: Fields[] } | { reason: RejectReason } | undefined {
  const match = /^(?:([^@]{1,64})@)?\[?([0-9A-Fa-f:.]{2,45})\/(\d{1,3})\]?(?::(\d{1,6}))?$/.exec(token);
  if (!match) return undefined;
  const [, user, address = '', prefix = '', portText] = match;
  const port = portText === undefined ? undefined : parsePort(portText);
  if (portText !== undefined && port === undefined) return { reason: 'port' };
  if (user !== undefined && !isUser(user)) return { reason: 'user' };
  const block = expandCidr(address, Number(prefix));
  if ('reason' in block) return { reason: block.reason };
  return { found: block.hosts.map((host) => ({ host, fromBlock: true, ...saidOnly({ port, user }) })) };
}

function readCommand(words: readonly string[]): LineResult {
  const command = readSshCommand(words);
  return 'reason' in command ? { found: [], rejected: [command] } : { found: [command], rejected: [] };
}

/** A number after a host is its port, a word after an address is its name (as in a hosts file), anything else a host. */
function readTokens(tokens: readonly string[]): LineResult {
  const result: LineResult = { found: [], rejected: [] };
  for (const token of tokens) {
    const previous = result.found.at(-1);
    const port = parsePort(token);
    const endpoint = parseEndpoint(token);
    const block = readBlock(token);
    if (previous && previous.port === undefined && port !== undefined) result.found[result.found.length - 1] = { ...previous, port };
    else if (block && 'found' in block) result.found.push(...block.found);
    else if (block) result.rejected.push({ text: token, reason: block.reason });
    else if ('reason' in endpoint) result.rejected.push({ text: token, reason: endpoint.reason });
    else if (previous && previous.name === undefined && isIP(previous.host) !== 0 && isWord(token, endpoint.host)) result.found[result.found.length - 1] = { ...previous, name: token };
    else result.found.push(endpoint);
  }
  return result;
}

function isWord(token: string, host: string): boolean {
  return token === host && isIP(host) === 0;
}

/** Reads a list as people paste it: one or more hosts a line, comments, commas, blocks, hosts-file lines, ssh commands. */
export function parseList(text: string): DraftList {
  const list: DraftList = { drafts: [], rejected: [] };
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const content = raw.slice(0, 4000).normalize('NFKC').replace(/(?:^|\s)(?:#|\/\/).*$/, '');
    const tokens = content.split(/[\s,;、。"'|<>]+/).filter((token) => token !== '' && token !== '-');
    if (tokens.length === 0) return;
    const { found, rejected } = tokens[0] === 'ssh' && tokens.length > 1 ? readCommand(tokens.slice(1)) : readTokens(tokens);
    // One by one: a spread of many thousands of elements could exceed the stack.
    for (const fields of found) list.drafts.push({ line: index + 1, ...fields });
    for (const bad of rejected) list.rejected.push(rejectLine(index + 1, bad.text, bad.reason));
    assertListSize(list);
  });
  return list;
}
