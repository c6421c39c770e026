import type { HostProcess } from '../../../shared/model/host-facts.ts';
import type { SoftwareItem } from '../../../shared/model/software.ts';
import { defined } from '../key-values.ts';
import { firstWord } from './match-process.ts';
import type { SoftwareClues } from './read-clues.ts';

const FOLDERS = ['jdk', 'jre', 'java-', 'openjdk-'];

/** `/usr/java/jdk1.8.0_202/bin/java` → `1.8.0_202` */
function versionOfPath(program: string): string | undefined {
  for (const part of program.split('/')) {
    const start = FOLDERS.find((each) => part.startsWith(each));
    const found = start === undefined ? undefined : /^-?(\d[\d._]*)/.exec(part.slice(start.length))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function releaseOf(program: string, clues: SoftwareClues): string | undefined {
  const home = program.replace(/(\/jre)?\/bin\/java$/, '');
  return /"([^"]{1,40})"/.exec(clues.files.get(`${home}/release`) ?? '')?.[1];
}

/** The Java runtimes in use, one for each program; they own no ports, what runs in them does. */
export function findJava(processes: readonly HostProcess[], clues: SoftwareClues): SoftwareItem[] {
  const users = Map.groupBy(processes.filter((each) => each.name === 'java' || firstWord(each.commandLine).endsWith('/java')), (each) => clues.programs.get(each.pid) ?? firstWord(each.commandLine));
  return [...users].map(([program, [first, ...rest]]): SoftwareItem => ({
    product: 'java', title: 'Java', category: 'runtime', state: 'running', confidence: 0.9, evidence: ['program:java'], ports: [], processCount: 1 + rest.length, dataPaths: [],
    ...defined({ version: releaseOf(program, clues) ?? versionOfPath(program), pid: first?.pid, name: program.startsWith('/') ? program.slice(0, 200) : undefined }),
  }));
}
