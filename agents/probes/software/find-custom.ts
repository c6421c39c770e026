import type { HostFacts, HostProcess } from '../../../shared/model/host-facts.ts';
import type { SoftwareItem } from '../../../shared/model/software.ts';
import { defined } from '../key-values.ts';
import { firstWord, isInterpreter } from './match-process.ts';
import type { SoftwareClues } from './read-clues.ts';

const DISTRIBUTION = /^\/(usr\/(s?bin|lib|lib64|libexec|share)|s?bin|lib|lib64)\//;
const MAX_DEPTH = 50;

/** What an interpreter runs: the jar, the script, the module or main class. */
function runBy(commandLine: string): string | undefined {
  const words = commandLine.split(' ').slice(1);
  const jar = words.indexOf('-jar');
  if (jar >= 0) return words[jar + 1];
  const module = words.indexOf('-m');
  if (module >= 0) return words[module + 1];
  return words.find((word, index) => word !== '' && !word.startsWith('-') && words[index - 1] !== '-cp' && words[index - 1] !== '-classpath');
}

/**
 * What a program without a rule is; undefined when it came with the distribution. Whoever may see that a process owns a port may
 * also see its program: one that is not among the clues lies in the distribution's folders.
 */
function ownProgram(process: HostProcess, clues: SoftwareClues): string | undefined {
  const first = firstWord(process.commandLine);
  const program = clues.programs.get(process.pid);
  if (isInterpreter(program ?? first) || isInterpreter(process.name)) {
    const run = runBy(process.commandLine ?? '');
    return run === undefined || DISTRIBUTION.test(run) ? undefined : run;
  }
  return program === undefined || DISTRIBUTION.test(program) ? undefined : program;
}

/** Programs no rule knows that serve a port and came with no package: what somebody has to be asked about. */
export function findCustom(facts: Partial<HostFacts>, clues: SoftwareClues, isKnown: (pid: number) => boolean): SoftwareItem[] {
  const processes = new Map((facts.processes ?? []).map((each) => [each.pid, each]));
  const units = new Map((facts.containers?.units ?? []).flatMap(({ name, pids }) => pids.map((pid) => [pid, name] as const)));
  const containers = new Map((facts.containers?.containers ?? []).flatMap(({ id, pids }) => pids.map((pid) => [pid, id] as const)));
  const ports = new Map<HostProcess, Set<number>>();
  for (const { pid, port } of facts.listeners ?? []) {
    let top = pid === undefined || isKnown(pid) ? undefined : processes.get(pid);
    for (let depth = 0; top !== undefined && depth < MAX_DEPTH; depth += 1) {
      const parent = processes.get(top.ppid);
      if (parent === undefined || parent === top || parent.name !== top.name) break;
      top = parent;
    }
    if (top !== undefined) ports.set(top, (ports.get(top) ?? new Set()).add(port));
  }
  return [...ports].flatMap(([process, served]): SoftwareItem[] => {
    const program = ownProgram(process, clues);
    if (program === undefined) return [];
    const listed = [...served].toSorted((left, right) => left - right);
    return [{
      product: 'custom', title: process.name, category: 'application', state: 'running', confidence: 0.5, evidence: [`port:${listed[0] ?? 0}`], ports: listed.slice(0, 64), processCount: 1, dataPaths: [],
      ...defined({ name: program.slice(program.lastIndexOf('/') + 1).slice(0, 200) || undefined, pid: process.pid, user: process.user, unit: units.get(process.pid), containerId: containers.get(process.pid) }),
    }];
  });
}
