import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { ADMIN, CITY_HOSTS, debian, OPS, ROOT } from '../../rig/city-hosts.ts';
import type { HostSpec } from '../../rig/host-spec.ts';
import type { RigHost } from '../../rig/rig-host.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';

const missing = rigMissing();
const KIB = 1024;

/** Servers built by hand: one that is root's own, one that its own account could have changed. */
const BY_HAND: HostSpec = {
  name: 'hand-1', image: debian('bookworm', 'nginx-light', 'libnginx-mod-stream'), users: [ROOT, ADMIN, OPS, { name: 'app', uid: 1600, key: false }], ports: [8081],
  files: [{ path: '/usr/local/nginx/conf/nginx.conf', text: 'events {}\nhttp { server { listen 8081; } }\n' }],
  boot: ['mkdir -p /usr/local/nginx/sbin /opt/app/bin', 'cp /usr/sbin/nginx /usr/local/nginx/sbin/nginx', 'cp /bin/sleep /opt/app/bin/redis-server', 'chown -R app /opt/app'],
  services: ["exec /usr/local/nginx/sbin/nginx -c /usr/local/nginx/conf/nginx.conf -g 'daemon off;'", 'exec setpriv --reuid=app --regid=app --init-groups /opt/app/bin/redis-server 86400'],
};
/** Certificates, and the configuration of two clusters. */
const SIGNED: HostSpec = {
  name: 'cert-1', image: debian('trixie', 'postgresql'), users: [ROOT, ADMIN, OPS],
  files: [
    { path: '/etc/nginx/conf.d/site.conf', text: 'server {\n  ssl_certificate     /etc/nginx/tls/site.pem;\n  ssl_certificate_key /etc/nginx/tls/site-key.pem;\n}\n' },
    { path: '/etc/corosync/corosync.conf', text: 'totem {\n  version: 2\n  cluster_name: permits\n}\nnodelist {\n  node {\n    ring0_addr: 10.213.9.1\n    nodeid: 1\n  }\n  node {\n    ring0_addr: 10.213.9.2\n  }\n}\n' },
    { path: '/etc/keepalived/keepalived.conf', text: 'vrrp_instance web {\n  authentication {\n    auth_type PASS\n    auth_pass hunter2\n  }\n  virtual_ipaddress {\n    10.213.9.100/24 dev eth0\n  }\n}\n' },
  ],
  boot: [
    'mkdir -p /etc/nginx/tls /etc/nginx/ssl',
    'openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj "/C=CN/O=City, Bureau of Permits/CN=permits.city.example" -keyout /etc/nginx/tls/site-key.pem -out /etc/nginx/tls/site.pem 2>/dev/null',
    'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=old.city.example" -keyout /etc/nginx/ssl/old.key -out /etc/nginx/ssl/old.crt 2>/dev/null',
    'cat /etc/nginx/ssl/old.key /etc/nginx/ssl/old.crt >/etc/nginx/ssl/both.crt && chmod 600 /etc/nginx/ssl/both.crt',
  ],
};
/** Followers of pg-1 and db-1. */
const AS_POSTGRES = 'setpriv --reuid=postgres --regid=postgres --init-groups';
const FOLLOWERS: readonly HostSpec[] = [
  {
    name: 'pg-2', image: debian('trixie', 'postgresql'), users: [ROOT, OPS], ports: [5432],
    boot: ['rm -rf /var/lib/postgresql/17/main', 'mkdir -p /run/postgresql && chown postgres:postgres /run/postgresql'],
    services: [`test -s /var/lib/postgresql/17/main/PG_VERSION || ${AS_POSTGRES} /usr/lib/postgresql/17/bin/pg_basebackup -h pg-1 -U postgres -R -D /var/lib/postgresql/17/main; exec ${AS_POSTGRES} /usr/lib/postgresql/17/bin/postgres -D /var/lib/postgresql/17/main -c config_file=/etc/postgresql/17/main/postgresql.conf -c hot_standby=on 2>/dev/null`],
    ready: `${AS_POSTGRES} psql -At -c 'select count(*) from pg_stat_wal_receiver' | grep -qx 1`,
  },
  {
    name: 'redis-2', image: debian('bookworm', 'mariadb-server', 'redis-server'), users: [ROOT, OPS], ports: [6379],
    services: ['exec setpriv --reuid=redis --regid=redis --init-groups /usr/bin/redis-server --bind 0.0.0.0 --dir /var/lib/redis --replicaof db-1 6379'],
    ready: "redis-cli info replication | grep -q '^master_link_status:up'",
  },
];
const CITY = CITY_HOSTS.filter(({ name }) => ['pg-1', 'db-1', 'web-1', 'app-1'].includes(name)).map((spec): HostSpec => spec.name === 'pg-1' ? { ...spec, boot: [...(spec.boot ?? []), 'echo "host replication all 10.213.0.0/16 trust" >>/etc/postgresql/17/main/pg_hba.conf'] } : spec);
const HOSTS = [...CITY, BY_HAND, SIGNED, ...FOLLOWERS];

describe.skipIf(missing !== undefined)(`software of real hosts against ground truth${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ hosts: HOSTS });
  }, 300_000);
  afterAll(async () => {
    await rig?.stop();
  });
  const host = (name: string): RigHost => {
    const found = rig.hosts.find((each) => each.name === name);
    if (found === undefined) throw new Error(`The rig has no ${name}`);
    return found;
  };
  const scan = async (name: string, user: string): Promise<{ facts: HostFacts; text: string }> => {
    const { parsed } = await scanRigHost(rig, host(name), { user, sudo: user === 'admin' });
    return { facts: parsed.facts, text: [...parsed.sections.values()].join('\n') };
  };
  const products = (facts: HostFacts): string[] => (facts.software ?? []).map(({ product, state }) => `${product} ${state}`).toSorted();
  const item = (facts: HostFacts, product: string) => facts.software?.find((each) => each.product === product);
  const kibOf = async (name: string, folder: string): Promise<number> => Number((await host(name).exec(`find ${folder} -printf '%D:%i %k\\n' | sort -u | awk '{ kb += $2 } END { print kb }'`)).trim());

  test.each([['pg-1', ['postgresql running']], ['db-1', ['mariadb running', 'redis running']], ['web-1', ['nginx running']], ['app-1', ['custom running']]])('%s: the products that run, no other', async (name, expected) => {
    expect(products((await scan(name, 'root')).facts)).toEqual(expected);
    expect(products((await scan(name, 'admin')).facts)).toEqual(expected);
    // An ordinary account sees no owners of ports, so programs without a rule stay out.
    expect(products((await scan(name, 'ops')).facts)).toEqual(expected.filter((each) => !each.startsWith('custom')));
  });

  test('versions are what the servers themselves say', async () => {
    const [postgresql, mariadb, redis, nginx] = await Promise.all([
      host('pg-1').exec("setpriv --reuid=postgres --regid=postgres --init-groups psql -At -c 'show server_version'"), host('db-1').exec("mariadb -N -B -e 'select version()'"),
      host('db-1').exec('redis-cli info server | grep ^redis_version'), host('web-1').exec('nginx -v 2>&1'),
    ]);
    for (const user of ['root', 'ops']) {
      const [pg, db, web] = await Promise.all(['pg-1', 'db-1', 'web-1'].map(async (name) => (await scan(name, user)).facts));
      if (pg === undefined || db === undefined || web === undefined) throw new Error('not scanned');
      expect(item(pg, 'postgresql')?.version).toBe(postgresql.split(' ')[0]);
      expect(item(db, 'mariadb')?.version).toBe(mariadb.split('-')[0]);
      expect(item(db, 'redis')?.version).toBe(redis.trim().split(':')[1]);
      expect(item(web, 'nginx')?.version).toBe(/nginx\/([\d.]+)/.exec(nginx)?.[1]);
    }
  });

  test('data sizes are the blocks of the data folders; without root the use of the file system, and said to be so', async () => {
    for (const [name, product, folder] of [['pg-1', 'postgresql', '/var/lib/postgresql/17/main'], ['db-1', 'mariadb', '/var/lib/mysql'], ['db-1', 'redis', '/var/lib/redis']] as const) {
      const before = await kibOf(name, folder);
      const found = item((await scan(name, 'admin')).facts, product);
      const after = await kibOf(name, folder);
      expect(found).toMatchObject({ dataPaths: [folder], dataBytesIsUpperBound: false });
      expect(found?.dataBytes).toBeGreaterThanOrEqual(Math.min(before, after) * KIB);
      expect(found?.dataBytes).toBeLessThanOrEqual(Math.max(before, after) * KIB);
      const { facts } = await scan(name, 'ops');
      expect(item(facts, product)).toMatchObject({ dataPaths: [folder], dataBytesIsUpperBound: true });
      expect(item(facts, product)?.dataBytes).toBeGreaterThan(found?.dataBytes ?? 0);
      expect(facts.sections.find((section) => section.name === 'software')).toMatchObject({ state: 'partial', missing: ['programsOfOthers', 'dataSize'] });
    }
  });

  test('a program of root under /usr/local is asked its version; one its account could have changed is never run', async () => {
    const { facts, text } = await scan('hand-1', 'admin');
    const nginx = await host('hand-1').exec('/usr/local/nginx/sbin/nginx -v 2>&1');
    expect(item(facts, 'nginx')).toMatchObject({ version: /nginx\/([\d.]+)/.exec(nginx)?.[1], ports: [8081], evidence: ['program:nginx'] });
    expect(text).toContain('version /usr/local/nginx/sbin/nginx nginx version: ');
    expect(text).toContain('exe /opt/app/bin/redis-server');
    expect(text).not.toContain('version /opt/app/bin/redis-server');
    expect(item(facts, 'redis')?.version).toBeUndefined();
  });

  test('certificates as node reads them; no file that may hold a private key is opened', async () => {
    const { facts, text } = await scan('cert-1', 'admin');
    const truth = await Promise.all([['nginx', '/etc/nginx/tls/site.pem'], ['folder', '/etc/nginx/ssl/old.crt']].map(async ([namedBy, path]) => {
      const read = new X509Certificate(await host('cert-1').exec(`cat ${path}`));
      return { path, namedBy, notBefore: new Date(read.validFrom).toISOString(), notAfter: new Date(read.validTo).toISOString(), sha256: read.fingerprint256.replaceAll(':', '').toLowerCase() };
    }));
    expect(facts.certificates).toMatchObject({ openssl: true, certificates: truth });
    expect(facts.certificates?.certificates.map(({ subject }) => subject)).toEqual(['CN=permits.city.example,O=City\\, Bureau of Permits,C=CN', 'CN=old.city.example']);
    expect(text).not.toMatch(/both\.crt|PRIVATE|old\.key|site-key/);
    expect((await scan('hand-1', 'admin')).facts.certificates).toEqual({ openssl: false, certificates: [] });
  });

  test('what follows another moves with it: replicas of PostgreSQL and Redis, seen from both sides', async () => {
    const clusters = async (name: string) => (await scan(name, 'root')).facts.clusters;
    expect(await clusters('pg-2')).toEqual([{ kind: 'postgresql', evidence: 'connections', members: [host('pg-1').address], virtualAddresses: [] }]);
    expect(await clusters('pg-1')).toEqual([{ kind: 'postgresql', evidence: 'connections', members: [host('pg-2').address], virtualAddresses: [] }]);
    expect(await clusters('redis-2')).toEqual([{ kind: 'redis', evidence: 'connections', members: [host('db-1').address], virtualAddresses: [] }]);
  });

  test('clusters by their configuration, without its password', async () => {
    const { facts, text } = await scan('cert-1', 'ops');
    expect(facts.clusters).toEqual([
      { kind: 'corosync', name: 'permits', evidence: 'configuration', members: ['10.213.9.1', '10.213.9.2'], virtualAddresses: [] },
      { kind: 'keepalived', evidence: 'configuration', members: [], virtualAddresses: ['10.213.9.100/24'] },
    ]);
    expect(text).not.toContain('hunter2');
  });
});
