import { parse } from 'ssh-config';
import { matchesPatternList } from './host-pattern.ts';

export type SshConfigWarning = 'proxyCommand' | 'match' | 'include';

/** What ~/.ssh/config says of one host, as far as it is honoured. */
export interface SshConfigHost {
  /** The word after `Host`. */
  readonly alias: string;
  readonly host: string;
  readonly port: number;
  readonly user: string | undefined;
  /** As written: `~` and `%` tokens are the caller's. */
  readonly identityFiles: readonly string[];
  readonly identitiesOnly: boolean;
  /** `user@host:port`, several hops parted by commas; undefined for none. */
  readonly jump: string | undefined;
  readonly warnings: readonly SshConfigWarning[];
}

interface Rule { readonly patterns: readonly string[]; readonly values: readonly (readonly [name: string, value: string])[] }

export interface SshConfigFile {
  readonly rules: readonly Rule[];
  /** Parts that are never honoured, as they run commands or read other files. */
  readonly warnings: readonly SshConfigWarning[];
}

type Line = ReturnType<typeof parse>[number];

const words = (value: string | readonly { val: string }[]): string[] => (typeof value === 'string' ? [value] : value.map((each) => each.val));

function directives(lines: readonly Line[]): [string, string][] {
  return lines.flatMap((line): [string, string][] => ('param' in line && !('config' in line) ? [[line.param.toLowerCase(), words(line.value).join(' ')]] : []));
}

/**
 * Reads the text once. The library's own `compute` is not used: it would run what `Match exec` says.
 * `Match` blocks, `Include` and ProxyCommand are left out with a warning. Throws nothing: text that is no config has no rules.
 */
export function parseSshConfig(text: string): SshConfigFile {
  let lines: Line[];
  try {
    lines = [...parse(text)];
  } catch {
    return { rules: [], warnings: [] };
  }
  const warnings = new Set<SshConfigWarning>();
  const rules: Rule[] = [];
  const top = directives(lines);
  if (top.some(([name]) => name === 'include')) warnings.add('include');
  if (top.length > 0) rules.push({ patterns: ['*'], values: top });
  for (const line of lines) {
    if (!('config' in line)) continue;
    if (line.param.toLowerCase() === 'match') warnings.add('match');
    else rules.push({ patterns: words(line.value).flatMap((word) => word.split(/\s+/)), values: directives([...line.config]) });
  }
  return { rules, warnings: [...warnings] };
}

/** What applies to one alias: of each word the first value counts, but identity files add up, as in OpenSSH. */
export function resolveSshHost(file: SshConfigFile, alias: string): SshConfigHost {
  const first = new Map<string, string>();
  const identityFiles: string[] = [];
  for (const rule of file.rules) {
    if (!matchesPatternList(rule.patterns, alias)) continue;
    for (const [name, value] of rule.values) {
      if (name === 'identityfile') identityFiles.push(value);
      else if (!first.has(name)) first.set(name, value);
    }
  }
  const port = Number(first.get('port') ?? '22');
  const jump = first.get('proxyjump');
  const proxyCommand = first.get('proxycommand');
  return {
    alias,
    host: (first.get('hostname') ?? alias).replaceAll('%h', alias),
    port: Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : 22,
    user: first.get('user'),
    identityFiles,
    identitiesOnly: first.get('identitiesonly')?.toLowerCase() === 'yes',
    jump: jump === undefined || jump.toLowerCase() === 'none' ? undefined : jump,
    warnings: [...file.warnings, ...(proxyCommand !== undefined && proxyCommand.toLowerCase() !== 'none' ? (['proxyCommand'] as const) : [])],
  };
}

/** The hosts a config names one by one; patterns with wildcards only lend their values. */
export function listSshHosts(file: SshConfigFile): SshConfigHost[] {
  const aliases = new Set(file.rules.flatMap((rule) => rule.patterns).filter((pattern) => pattern !== '' && !/[*?!]/.test(pattern)));
  return [...aliases].map((alias) => resolveSshHost(file, alias));
}
