import type { HostProcess } from '../../../shared/model/host-facts.ts';
import { BY_MAIN, BY_PATH_END, BY_PROGRAM, BY_SCRIPT, NAME_STARTS, rankOf, type SoftwareRule } from './rule-index.ts';

export interface ProcessMatch {
  readonly rule: SoftwareRule;
  /** `program:postgres`, `main:kafka.Kafka`, `script:pm2`. */
  readonly evidence: string;
}

const INTERPRETERS = ['java', 'node', 'python', 'php', 'perl', 'ruby', 'dotnet', 'beam.smp', 'erl', 'sh', 'bash', 'dash', 'mono'];

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.exe$/i, '');
/** The first word; titles a process gives itself end it with a colon ("nginx: master process"). */
export function firstWord(commandLine: string | undefined): string {
  const word = commandLine?.slice(0, 400).split(' ', 1)[0] ?? '';
  return word.endsWith(':') ? word.slice(0, -1) : word;
}

/** Python3.11, php8.2 and the like count by the name before the number. */
export function isInterpreter(path: string): boolean {
  const name = lastName(path);
  return INTERPRETERS.some((each) => name === each || (name.startsWith(each) && /^[\d.]+$/.test(name.slice(each.length))));
}

function byPath(path: string): ProcessMatch | undefined {
  if (path === '') return undefined;
  const name = lastName(path);
  const end = BY_PATH_END.get(name)?.find(([tail]) => path.endsWith(tail));
  const rule = end?.[1] ?? BY_PROGRAM.get(name);
  return rule && { rule, evidence: `program:${end?.[0].slice(1) ?? name}` };
}

/** `nacos-server-2.0.3.jar` → `nacos-server.jar` */
function jarWithoutVersion(name: string): string {
  const dash = name.search(/-\d/);
  return dash < 0 ? name : `${name.slice(0, dash)}${name.slice(name.lastIndexOf('.'))}`;
}

function ruleOfWord(word: string): readonly [SoftwareRule, string] | undefined {
  const cut = word.startsWith('-') ? word.indexOf('=') : -1;
  const key = cut < 0 ? word : word.slice(0, cut);
  const rule = BY_MAIN.get(key);
  if (rule) return [rule, key];
  if (!key.endsWith('.jar') && !key.endsWith('.war')) return undefined;
  const jar = jarWithoutVersion(lastName(key));
  const ofJar = BY_MAIN.get(jar);
  return ofJar && [ofJar, jar];
}

/** What an interpreter runs: the best-ranked word of its arguments. */
function byArguments(words: readonly string[]): ProcessMatch | undefined {
  let best: readonly [SoftwareRule, string] | undefined;
  for (const word of words) {
    const found = ruleOfWord(word);
    if (found && (best === undefined || rankOf(found[0]) < rankOf(best[0]))) best = found;
  }
  if (best) return { rule: best[0], evidence: `main:${best[1]}` };
  const script = words.slice(1).find((word) => !word.startsWith('-'));
  const rule = script === undefined ? undefined : BY_SCRIPT.get(lastName(script));
  return rule && script !== undefined ? { rule, evidence: `script:${lastName(script)}` } : undefined;
}

/** `program`: the resolved program, where it is known. */
export function matchProcess(process: HostProcess, program: string | undefined): ProcessMatch | undefined {
  const first = firstWord(process.commandLine);
  const own = byPath(program ?? '') ?? byPath(first);
  if (own) return own;
  if (isInterpreter(program ?? first) || isInterpreter(process.name)) {
    const inside = byArguments(process.commandLine?.split(' ') ?? []);
    if (inside) return inside;
  }
  const rule = BY_PROGRAM.get(lastName(process.name)) ?? NAME_STARTS.find(([start]) => process.name.startsWith(start) || process.commandLine?.startsWith(start) === true)?.[1];
  return rule && { rule, evidence: `program:${process.name}` };
}
