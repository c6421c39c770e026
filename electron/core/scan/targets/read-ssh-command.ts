import { isUser, parseEndpoint, parsePort } from './endpoint.ts';
import { formatJumpChain, parseJumpChain } from './jump-chain.ts';
import { saidOnly, type RejectReason, type TargetDraft } from './target-draft.ts';

export type SshCommand = Omit<TargetDraft, 'line'> | { readonly text: string; readonly reason: RejectReason };

/** Options with a value that say where to; of all others with a value only that they have one matters. */
const WITH_VALUE = /^-[BbcDEeFIiJLlmOopQRSWw]$/;

function splitWords(words: readonly string[]): { readonly options: ReadonlyMap<string, string>; readonly target: string } {
  const options = new Map<string, string>();
  let target = '';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (WITH_VALUE.test(word)) {
      options.set(word, words[index + 1] ?? '');
      index += 1;
    } else if (target === '' && !word.startsWith('-')) target = word;
  }
  return { options, target };
}

/** A line copied from a terminal, without its `ssh`: `-p 2222 -l root -J jump 10.0.0.1`. */
export function readSshCommand(words: readonly string[]): SshCommand {
  const { options, target } = splitWords(words);
  const endpoint = parseEndpoint(target);
  if ('reason' in endpoint) return { text: target || words.join(' '), reason: endpoint.reason };
  const [portText, user, jumpText] = ['-p', '-l', '-J'].map((name) => options.get(name));
  const port = portText === undefined ? undefined : parsePort(portText);
  if (portText !== undefined && port === undefined) return { text: portText, reason: 'port' };
  if (user !== undefined && !isUser(user)) return { text: user, reason: 'user' };
  const jump = jumpText === undefined ? undefined : parseJumpChain(jumpText);
  if (jumpText !== undefined && !jump) return { text: jumpText, reason: 'jump' };
  return { ...saidOnly({ port, user, jump: jump && formatJumpChain(jump) }), ...endpoint };
}
