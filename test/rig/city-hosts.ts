import type { HostSpec, RigUser } from './host-spec.ts';
import type { DebianRelease, RigImage } from './rig-image.ts';

export const debian = (release: DebianRelease, ...packages: string[]): RigImage => ({ kind: 'debian', release, packages });

export const ROOT: RigUser = { name: 'root', uid: 0 };
/** May run anything through `sudo -n`. */
export const ADMIN: RigUser = { name: 'admin', uid: 1500, sudo: 'ALL=(root) NOPASSWD: ALL', shell: '/bin/bash' };
/** An ordinary account. */
export const OPS: RigUser = { name: 'ops', uid: 1501 };

const as = (user: string, command: string): string => `exec setpriv --reuid=${user} --regid=${user} --init-groups ${command}`;
/** Where web-1 takes connections for the databases behind it. */
const DATABASE_PORTS = { postgresql: 15_432, mariadb: 13_306, redis: 16_379 } as const;
const stream = (port: number, upstream: string): string => `server { listen ${port}; proxy_timeout 1d; proxy_pass ${upstream}; }`;

const PLAIN: readonly HostSpec[] = [
  { name: 'old-1', image: debian('bullseye'), users: [ROOT, OPS] },
  {
    name: 'file-1', image: debian('bookworm'), users: [ROOT, ADMIN, OPS],
    // A data disk of its own, with a blank in the name of its mount point.
    beforeInit: [
      'truncate -s 64M "$FOLDER/data.img"', 'mkfs.ext4 -q "$FOLDER/data.img"', 'mkdir -p "$ROOT/srv/city data"', 'mount -o loop "$FOLDER/data.img" "$ROOT/srv/city data"',
      'dd if=/dev/zero of="$ROOT/srv/city data/register.bin" bs=1M count=5 status=none',
    ],
  },
  { name: 'new-1', image: debian('trixie'), users: [ROOT, ADMIN, OPS] },
  { name: 'box-1', image: { kind: 'busybox' }, server: 'dropbear', hostKey: 'rsa', users: [ROOT, { ...OPS, shell: '/bin/sh' }] },
  {
    name: 'past-1', image: debian('bullseye'), users: [ROOT, OPS], hostKey: 'rsa',
    // What a server of 2010 offers, and nothing else.
    sshdConfig: ['KexAlgorithms diffie-hellman-group14-sha1', 'HostKeyAlgorithms ssh-rsa', 'Ciphers aes128-cbc,aes128-ctr', 'MACs hmac-sha1'],
  },
];

const POSTGRESQL: HostSpec = {
  name: 'pg-1', image: debian('trixie', 'postgresql'), users: [ROOT, ADMIN, OPS], ports: [5432],
  boot: [
    "echo \"listen_addresses = '*'\" >/etc/postgresql/17/main/conf.d/rig.conf",
    'echo "host all all 10.213.0.0/16 trust" >>/etc/postgresql/17/main/pg_hba.conf',
    'mkdir -p /run/postgresql && chown postgres:postgres /run/postgresql',
  ],
  services: [as('postgres', '/usr/lib/postgresql/17/bin/postgres -D /var/lib/postgresql/17/main -c config_file=/etc/postgresql/17/main/postgresql.conf 2>/dev/null')],
};

const MARIADB: HostSpec = {
  name: 'db-1', image: debian('bookworm', 'mariadb-server', 'redis-server'), users: [ROOT, ADMIN, OPS], ports: [3306, 6379],
  boot: [
    'sed -i "s/^bind-address.*/bind-address = 0.0.0.0/" /etc/mysql/mariadb.conf.d/50-server.cnf',
    'sed -i "s/^bind .*/bind 0.0.0.0/; s/^protected-mode .*/protected-mode no/; s/^daemonize .*/daemonize no/; s/^supervised .*/supervised no/" /etc/redis/redis.conf',
    'mkdir -p /run/mysqld /run/redis && chown mysql:mysql /run/mysqld && chown redis:redis /run/redis',
    'printf "CREATE USER app@\'10.213.%%\';\\n" >/etc/mysql/init.sql',
  ],
  services: [as('mysql', '/usr/sbin/mariadbd --init-file=/etc/mysql/init.sql 2>/dev/null'), as('redis', '/usr/bin/redis-server /etc/redis/redis.conf')],
};

const PROXY: HostSpec = {
  name: 'web-1', image: debian('bookworm', 'nginx-light', 'libnginx-mod-stream'), users: [ROOT, ADMIN, OPS], ports: [80, ...Object.values(DATABASE_PORTS)],
  files: [{
    path: '/etc/nginx/modules-enabled/90-rig.conf',
    text: `stream {\n${stream(DATABASE_PORTS.postgresql, 'pg-1:5432')}\n${stream(DATABASE_PORTS.mariadb, 'db-1:3306')}\n${stream(DATABASE_PORTS.redis, 'db-1:6379')}\n}\n`,
  }],
  services: ["exec nginx -g 'daemon off;'"],
};

const APPLICATION: HostSpec = {
  name: 'app-1', image: debian('bookworm', 'python3', 'cron', 'postgresql-client', 'mariadb-client', 'redis-tools'),
  users: [ROOT, ADMIN, OPS, { name: 'app', uid: 1600, key: false }], ports: [8080],
  files: [
    { path: '/srv/app/index.html', text: '<!doctype html><title>Permits</title>\n' },
    { path: '/etc/cron.d/permits', text: '15 2 * * * app /usr/bin/python3 -c pass\n' },
  ],
  // The clients stay connected through web-1; init starts them again when a server was not up yet.
  services: [
    as('app', 'python3 -m http.server 8080 --directory /srv/app 2>/dev/null'),
    'exec cron -f',
    as('app', `psql -h web-1 -p ${DATABASE_PORTS.postgresql} -U postgres -d postgres -c 'select pg_sleep(86400)' 2>/dev/null`),
    as('app', `mariadb -h web-1 -P ${DATABASE_PORTS.mariadb} -u app -e 'select sleep(86400)' 2>/dev/null`),
    as('app', `redis-cli -h web-1 -p ${DATABASE_PORTS.redis} subscribe permits`),
  ],
  ready: `test $(ss -Htn state established | grep -cE ':(${Object.values(DATABASE_PORTS).join('|')})( |$)') = 3`,
};

/** The standing set: nine hosts of one small department, with real services and real flows between them. */
export const CITY_HOSTS: readonly HostSpec[] = [...PLAIN, POSTGRESQL, MARIADB, PROXY, APPLICATION];
