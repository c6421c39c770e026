import { describe, expect, test } from 'vitest';
import type { Flow, HostFacts, HostProcess, Listener } from '../../../shared/model/host-facts.ts';
import { softwareItemSchema } from '../../../shared/model/software.ts';
import { detectSoftware } from './detect-software.ts';
import { readClues } from './read-clues.ts';
import { SOFTWARE_RULES } from './rule-index.ts';

type Row = readonly [pid: number, ppid: number, name: string, commandLine: string];
const processes = (...rows: readonly Row[]): HostProcess[] => rows.map(([pid, ppid, name, commandLine]) => ({ pid, ppid, name, commandLine }));
const listens = (port: number, pid?: number): Listener => ({ transport: 'tcp', address: '0.0.0.0', port, ...(pid === undefined ? {} : { pid }) });
const packages = (...items: readonly (readonly [name: string, version: string])[]): NonNullable<HostFacts['packages']> => ({ manager: 'dpkg', items: items.map(([name, version]) => ({ name, version })) });
const flow = (direction: Flow['direction'], peerAddress: string, port: number, processName?: string): Flow => ({ transport: 'tcp', direction, peerAddress, port, connections: 1, ...(processName === undefined ? {} : { processName }) });
const detect = (facts: Partial<HostFacts>, ...lines: readonly string[]) => {
  const found = detectSoftware(facts, readClues(lines));
  for (const item of found.software) expect(softwareItemSchema.parse(item)).toEqual(item);
  return found;
};
const item = (facts: Partial<HostFacts>, ...lines: readonly string[]) => detect(facts, ...lines).software[0];

describe('the rules', () => {
  test('name each product once and have something to know it by', () => {
    expect(new Set(SOFTWARE_RULES.map(({ id }) => id)).size).toBe(SOFTWARE_RULES.length);
    expect(SOFTWARE_RULES.length).toBeGreaterThanOrEqual(120);
    for (const { id, exe, name, main, script, pkg, unit } of SOFTWARE_RULES) expect([exe, name, main, script, pkg, unit].some((words) => words !== undefined && words.length > 0), id).toBe(true);
  });

  test('do not claim one program or package twice', () => {
    for (const key of ['exe', 'pkg'] as const) {
      const claims = SOFTWARE_RULES.flatMap((rule) => rule[key] ?? []);
      expect(claims.filter((word, index) => claims.indexOf(word) !== index), key).toEqual([]);
    }
  });
});

describe('what runs', () => {
  test('workers fold into their master, with its ports and its package', () => {
    const facts = { processes: processes([10, 1, 'nginx', 'nginx: master process /usr/sbin/nginx'], [11, 10, 'nginx', 'nginx: worker process'], [12, 10, 'nginx', 'nginx: worker process']), listeners: [listens(443, 11), listens(80, 10)], packages: packages(['nginx-light', '1.22.1-9+deb12u3']) };
    expect(detect(facts).software).toEqual([expect.objectContaining({ product: 'nginx', state: 'running', version: '1.22.1', confidence: 0.9, ports: [80, 443], processCount: 3, pid: 10, evidence: ['program:nginx', 'package:nginx-light'] })]);
  });

  test('two servers of one product are two, each with the version of its folder, its data and its ports', () => {
    const facts = {
      processes: processes([20, 1, 'postgres', '/usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/main'], [21, 20, 'postgres', 'postgres: 15/main: checkpointer'], [30, 1, 'postgres', '/usr/lib/postgresql/13/bin/postgres -D /srv/old']),
      listeners: [listens(5432, 20), listens(5433, 30)], packages: packages(['postgresql-13', '13.11-0+deb11u1'], ['postgresql-15', '15.14-0+deb12u1'], ['postgresql', '15+248']),
    };
    expect(detect(facts, 'data 20 du 40000 /var/lib/postgresql/15/main', 'data 30 df 900 /srv/old').software).toEqual([
      expect.objectContaining({ product: 'postgresql', version: '15.14', ports: [5432], processCount: 2, dataPaths: ['/var/lib/postgresql/15/main'], dataBytes: 40_960_000, dataBytesIsUpperBound: false }),
      expect.objectContaining({ product: 'postgresql', version: '13.11', ports: [5433], dataBytes: 921_600, dataBytesIsUpperBound: true }),
    ]);
  });

  test.each<readonly [label: string, command: string, name: string, product: string, version: string | undefined, lines: readonly string[]]>([
    ['mysqld of MariaDB', '/usr/libexec/mysqld --basedir=/usr', 'mysqld', 'mariadb', '10.3.39', []],
    ['mysqld from an archive', '/usr/local/mysql/bin/mysqld', 'mysqld', 'mysql', '8.0.36', ['exe /usr/local/mysql/bin/mysqld 5', 'version /usr/local/mysql/bin/mysqld /usr/local/mysql/bin/mysqld  Ver 8.0.36 for Linux on x86_64']],
    ['Tomcat', '/usr/bin/java -Dcatalina.home=/opt/tomcat -Dcatalina.base=/opt/tomcat org.apache.catalina.startup.Bootstrap start', 'java', 'tomcat', '9.0.50', ['file /opt/tomcat/RELEASE-NOTES                      Apache Tomcat Version 9.0.50']],
    ['Tomcat by its folder', 'java -Dcatalina.home=/opt/apache-tomcat-8.5.100 org.apache.catalina.startup.Bootstrap start', 'java', 'tomcat', '8.5.100', []],
    ['Nacos in a jar', 'java -Xmx1g -jar /opt/nacos/target/nacos-server-2.0.3.jar', 'java', 'nacos', '2.0.3', []],
    ['Oracle', 'ora_pmon_orcl', 'ora_pmon_orcl', 'oracle-database', '19.0.0', ['exe /u01/app/oracle/product/19.0.0/dbhome_1/bin/oracle 5']],
    ['a package beside the one that only leads to it', '/usr/sbin/php-fpm8.2 -F', 'php-fpm8.2', 'php-fpm', '8.2.29', []],
    ['a name cut by the kernel', '', 'clickhouse-serv', 'clickhouse', undefined, []],
    ['Spring Boot', 'java -jar /data/app/permits-3.1.jar --spring.profiles.active=prod', 'java', 'spring-boot', undefined, []],
    ['a Python script', '/usr/bin/python3 /usr/bin/patroni /etc/patroni.yml', 'patroni', 'patroni', undefined, []],
    ['SQL Server', 'C:\\Program Files\\sqlservr.exe', 'sqlservr', 'sql-server', undefined, []],
  ])('%s', (_label, command, name, product, version, lines) => {
    expect(item({ processes: processes([5, 1, name, command]), packages: packages(['mariadb-server', '3:10.3.39-1.el8'], ['php-fpm', '2:8.2+93'], ['php8.2-fpm', '8.2.29-1~deb12u1']) }, ...lines)).toMatchObject({ product, ...(version === undefined ? {} : { version }) });
  });

  test('what runs in a container has its id, and no version of the host', () => {
    const facts = { processes: processes([7, 1, 'redis-server', 'redis-server *:6379']), packages: packages(['redis-server', '5:7.0.15-1']), containers: { units: [], containers: [{ id: '4f5a6b7c8d9e', runtime: 'docker', pids: [7] }] } };
    expect(item(facts)).toMatchObject({ product: 'redis', containerId: '4f5a6b7c8d9e' });
    expect(item(facts)?.version).toBeUndefined();
  });

  test('the names of rules that no machine confirmed count for less', () => {
    expect(item({ processes: processes([7, 1, 'xugu_linux', '/opt/xugu/xugu_linux']) })).toMatchObject({ product: 'xugu', confidence: 0.6 });
  });

  test('the Java runtime by its release file', () => {
    const { software } = detect({ processes: processes([7, 1, 'java', '/usr/lib/jvm/java-17-openjdk-amd64/bin/java kafka.Kafka']) }, 'exe /usr/lib/jvm/java-17-openjdk-amd64/bin/java 7', 'file /usr/lib/jvm/java-17-openjdk-amd64/release JAVA_VERSION="17.0.9"');
    expect(software.map(({ product, version }) => [product, version])).toEqual([['kafka', undefined], ['java', '17.0.9']]);
  });
});

describe('what is only installed, only heard or not known', () => {
  test('a package alone, and with its running unit', () => {
    expect(item({ packages: packages(['redis-server', '5:7.0.15-1']) })).toMatchObject({ state: 'installed', confidence: 0.4, version: '7.0.15' });
    expect(item({ packages: packages(['redis-server', '5:7.0.15-1']), services: [{ name: 'redis-server', state: 'running', startMode: 'enabled' }] })).toMatchObject({ state: 'running', confidence: 0.9 });
  });

  test('a port without an owner belongs to the product that runs, else it is a guess, and none where something unknown runs', () => {
    expect(item({ processes: processes([7, 1, 'mysqld', '/usr/sbin/mysqld']), listeners: [listens(3306)] })).toMatchObject({ product: 'mysql', ports: [3306] });
    expect(item({ processes: [], listeners: [listens(1521)] })).toMatchObject({ product: 'oracle-database', confidence: 0.2, evidence: ['port:1521'] });
    expect(detect({ processes: processes([7, 1, 'java', 'java -jar /srv/a.jar']), listeners: [listens(1521)] }).software.map(({ product }) => product)).toEqual(['java']);
  });

  test('a program of nobody that serves a port is an application to ask about; one of the distribution is not', () => {
    const facts = {
      processes: [{ pid: 7, ppid: 1, name: 'java', user: 'app', commandLine: 'java -jar /data/app/gate.jar' }, ...processes([8, 1, 'sshd', 'sshd: /usr/sbin/sshd -D'], [9, 1, 'python3', '/usr/bin/python3 /usr/share/tool/serve.py'], [10, 1, 'permitd', '/opt/permits/permitd'])],
      listeners: [listens(8443, 7), listens(22, 8), listens(90, 9), listens(7000, 10)], containers: { units: [{ name: 'gate', pids: [7] }], containers: [] },
    };
    expect(detect(facts, 'exe /opt/permits/permitd 10').software.filter(({ product }) => product === 'custom')).toEqual([
      expect.objectContaining({ name: 'gate.jar', unit: 'gate', user: 'app', ports: [8443], confidence: 0.5 }), expect.objectContaining({ name: 'permitd', title: 'permitd', ports: [7000] }),
    ]);
  });

  test('a recorder is known as one', () => {
    expect(item({ processes: processes([7, 1, 'mediamtx', '/usr/local/bin/mediamtx']), listeners: [listens(8554, 7)] })).toMatchObject({ category: 'video', ports: [8554] });
  });
});

describe('what must move together', () => {
  test('a replica by its connection, its primary by its processes', () => {
    expect(detect({ processes: processes([7, 1, 'mysqld', '/usr/sbin/mysqld']), flows: [flow('outbound', '10.0.0.9', 3306, 'mysqld'), flow('outbound', '10.0.0.8', 3306, 'java')] }).clusters).toEqual([{ kind: 'mysql', evidence: 'connections', members: ['10.0.0.9'], virtualAddresses: [] }]);
    const primary = processes([7, 1, 'postgres', '/usr/lib/postgresql/15/bin/postgres'], [8, 7, 'postgres', 'postgres: walsender repl 10.0.0.5(43210) streaming 0/3000148']);
    expect(detect({ processes: primary }).clusters).toEqual([{ kind: 'postgresql', evidence: 'connections', members: ['10.0.0.5'], virtualAddresses: [] }]);
  });

  test('the example a package brings along is no cluster', () => {
    expect(detect({ processes: [] }, 'conf corosync name debian', 'conf corosync node 127.0.0.1').clusters).toEqual([]);
  });

  test('members of one cluster by the port only they speak on; a node of Kubernetes by what runs', () => {
    const java = processes([7, 1, 'java', 'java -Des.path.home=/usr/share/elasticsearch org.elasticsearch.bootstrap.Elasticsearch']);
    expect(detect({ processes: java, flows: [flow('outbound', '10.0.0.6', 9300, 'java'), flow('inbound', '10.0.0.7', 9300), flow('inbound', '10.0.0.9', 9200, 'java')] }).clusters).toMatchObject([{ kind: 'elasticsearch', members: ['10.0.0.6', '10.0.0.7'] }]);
    expect(detect({ processes: processes([7, 1, 'kubelet', '/usr/bin/kubelet']) }).clusters).toMatchObject([{ kind: 'kubernetes', evidence: 'process' }]);
  });
});

describe('hostile hosts', () => {
  test('H08 thousands of servers, ports and peers are bounded and read in linear time', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => index + 2);
    const facts = {
      processes: processes(...many.map((pid): Row => [pid, 1, 'mysqld', '/usr/sbin/mysqld'])), listeners: [...many.map((pid) => listens(10_000 + pid, pid)), ...many.slice(0, 8000).map((pid) => listens(30_000 + pid))],
      flows: many.map((pid) => flow('outbound', `10.${pid >> 8}.${pid & 255}.1`, 3306, 'mysqld')),
    };
    const started = performance.now();
    const { software, clusters } = detectSoftware(facts, readClues([]));
    expect(performance.now() - started).toBeLessThan(2000);
    expect(software).toHaveLength(300);
    expect(clusters[0]?.members).toHaveLength(256);
  });

  test('parents in a circle and processes of themselves end', () => {
    expect(detect({ processes: processes([2, 3, 'redis-server', ''], [3, 2, 'redis-server', ''], [4, 4, 'redis-server', '']), listeners: [listens(6379, 2)] }).software).toHaveLength(1);
  });
});
