import { nonEmpty, type SectionDeclaration } from '../section-declaration.ts';
import { detectSoftware } from './detect-software.ts';
import { readClues } from './read-clues.ts';
import script from './collect.sh?raw';

export const softwareSection: SectionDeclaration = {
  name: 'software',
  costRank: 4,
  seconds: 15,
  bytes: 65_536,
  programs: [{ words: 'head -n 20000' }, { words: 'xargs {text} {files}' }, 
    { words: 'ls -l {files}', asRoot: true }, { words: 'grep -H -E ^(Name|PPid): {files}' }, { words: 'xargs grep -a -h -o -E {text}' }, { words: 'grep -a -h -o -E {text} {files}' }, { words: 'grep -a -h -o -E {text}' }, { words: 'grep -H -m 1 -E {text} {files}' }, { words: 'awk {text} {files}' }, { words: 'tr {text} {text}' },
    { words: 'readlink {files}', asRoot: true }, { words: 'sed -n {text} {files}' }, { words: 'head -n 1' }, { words: 'ls -ldnL {files}' }, { words: 'ls {files}' }, { words: 'du -skx {files}', asRoot: true }, { words: 'df -kP {files}' },
    { words: '/bin/sh -c {text} {files} -V' }, { words: '/bin/sh -c {text} {files} -v' }, { words: '/bin/sh -c {text} {files} --version' }, { words: '{files} -V' }, { words: '{files} -v' }, { words: '{files} --version' },
  ],
  // Of data folders only the names and sizes of files are read; one that lies elsewhere is the one its database stands in.
  reads: [
    '/proc', '/etc/mongod.conf', '/etc/mongodb.conf', '/etc/corosync/corosync.conf', '/etc/keepalived/keepalived.conf', '/usr/lib/jvm', '/usr/java', '/usr/local', '/opt',
    '/var/lib/postgresql', '/var/lib/pgsql', '/var/lib/mysql', '/var/lib/redis', '/var/lib/valkey', '/var/lib/mongodb', '/var/lib/etcd', '/var/lib/influxdb', '/var/lib/clickhouse', '/var/lib/prometheus', '/var/lib/ldap',
  ],
  columns: [
    { name: 'product', type: 'text', from: 'rules over processes, packages, services, listeners' },
    { name: 'version', type: 'text', from: 'program -V under /usr/local, /opt; PG_VERSION; JDK release; Tomcat RELEASE-NOTES; package version' },
    { name: 'state', type: 'choice', from: 'processes, services' },
    { name: 'confidence', type: 'number', unit: 'ratio', from: 'rules' },
    { name: 'ports', type: 'integer', from: 'sockets by process', needsRoot: { lost: 'programsOfOthers', isLost: (facts) => facts.listeners?.some(({ pid }) => pid === undefined) === true } },
    { name: 'dataPaths', type: 'text', from: '/proc/<pid>/cwd; arguments; standard folders' },
    { name: 'dataBytes', type: 'integer', unit: 'bytes', from: 'du -skx; df -kP', needsRoot: { lost: 'dataSize', isLost: (facts) => facts.software?.some(({ dataBytesIsUpperBound }) => dataBytesIsUpperBound) === true } },
    { name: 'clusters.members', type: 'text', from: 'corosync.conf; flows between members' },
    { name: 'clusters.virtualAddresses', type: 'text', from: 'keepalived.conf' },
  ],
  fact: 'software',
  mayBeAbsent: true,
  read: (lines, { facts }) => {
    const { software, clusters } = detectSoftware(facts, readClues(lines));
    return facts.processes === undefined && facts.packages === undefined ? {} : { software, clusters: nonEmpty(clusters) };
  },
  script,
};
