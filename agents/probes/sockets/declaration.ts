import type { HostFacts } from '../../../shared/model/host-facts.ts';
import type { SectionDeclaration } from '../section-declaration.ts';
import { parseSockets } from './parse.ts';
import script from './collect.sh?raw';

const ownersHidden = ({ listeners = [], flows = [] }: Partial<HostFacts>): boolean => [...listeners, ...flows].some((each) => each.processName === undefined);

export const socketsSection: SectionDeclaration = {
  name: 'sockets',
  costRank: 3,
  seconds: 12,
  bytes: 524_288,
  programs: [{ words: 'head -n 20000' }, { words: 'xargs {text} {files}' }, { words: 'ls -l {files}' }, { words: 'awk {text}' }, { words: 'awk -v contact={text} {text}' }, { words: 'sed {text} {files}' }, { words: 'sed -n {text}' }, { words: 'tr {text} {text}' }, { words: 'head -n 60' }, { words: 'sh -c uname -m' }, { words: 'uname -m' }],
  reads: ['/proc'],
  columns: [
    { name: 'listeners.transport', type: 'choice', from: '/proc/<pid>/net/{tcp,tcp6,udp,udp6}' },
    { name: 'listeners.address', type: 'text', from: '/proc/<pid>/net/*: local_address' },
    { name: 'listeners.port', type: 'integer', from: '/proc/<pid>/net/*: local_address' },
    { name: 'listeners.processName', type: 'text', from: '/proc/<pid>/fd; /proc/<pid>/stat', needsRoot: { lost: 'processOfOthers', isLost: ownersHidden } },
    { name: 'flows.direction', type: 'choice', from: '/proc/<pid>/net/*: st' },
    { name: 'flows.peerAddress', type: 'text', from: '/proc/<pid>/net/*: rem_address' },
    { name: 'flows.port', type: 'integer', from: '/proc/<pid>/net/*: rem_address' },
    { name: 'flows.connections', type: 'integer', from: '/proc/<pid>/net/*' },
  ],
  fact: 'listeners',
  mayBeAbsent: false,
  read: (lines, { facts }) => parseSockets(lines, new Set(facts.nics?.flatMap((nic) => nic.addresses.map((each) => each.address)))),
  script,
};
