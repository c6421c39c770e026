import type { Role } from '../city.ts';

export interface SoftwareProcess {
  readonly name: string;
  readonly user: string;
  readonly command: string;
  /** Share of the machine's used memory that is resident here. */
  readonly residentShare: number;
}

export interface Software {
  readonly key: string;
  readonly weight: number;
  readonly processes: readonly SoftwareProcess[];
  /** TCP ports the first process listens on. */
  readonly ports: readonly number[];
  /** The systemd unit or init script; undefined where people start it by hand. */
  readonly unit: string | undefined;
  /** name and version of packages by format; empty where it was unpacked from an archive. */
  readonly rpm: readonly (readonly [string, string])[];
  readonly dpkg: readonly (readonly [string, string])[];
}

function software(key: string, weight: number, ports: readonly number[], processes: readonly (readonly [name: string, user: string, command: string, residentShare: number])[], unit?: string, rpm: Software['rpm'] = [], dpkg: Software['dpkg'] = []): Software {
  return { key, weight, ports, unit, rpm, dpkg, processes: processes.map(([name, user, command, residentShare]) => ({ name, user, command, residentShare })) };
}

const JAVA = '/usr/java/jdk1.8.0_202/bin/java';

/** What runs on a machine of a role; the weights say how often. The first process owns the ports. */
export const ROLE_SOFTWARE: Readonly<Record<Role, readonly Software[]>> = {
  web: [
    software('nginx', 7, [80, 443], [['nginx', 'root', 'nginx: master process /usr/sbin/nginx -c /etc/nginx/nginx.conf', 0.02], ['nginx', 'nginx', 'nginx: worker process', 0.1], ['nginx', 'nginx', 'nginx: worker process', 0.1]], 'nginx', [['nginx', '1.20.1-10.el7']], [['nginx', '1.18.0-6ubuntu14.4']]),
    software('apache', 3, [80], [['httpd', 'root', '/usr/sbin/httpd -DFOREGROUND', 0.03], ['httpd', 'apache', '/usr/sbin/httpd -DFOREGROUND', 0.2]], 'httpd', [['httpd', '2.4.6-99.el7']], [['apache2', '2.4.52-1ubuntu4']]),
  ],
  app: [
    software('tomcat', 5, [8080, 8009], [['java', 'tomcat', `${JAVA} -Djava.util.logging.config.file=/opt/tomcat/conf/logging.properties -Xms2g -Xmx4g -Dcatalina.base=/opt/tomcat -Dcatalina.home=/opt/tomcat org.apache.catalina.startup.Bootstrap start`, 0.6]], undefined),
    software('spring-boot', 5, [8080], [['java', 'app', `${JAVA} -Xms1g -Xmx2g -jar /data/app/service.jar --spring.profiles.active=prod --spring.datasource.password=Gz@2019prod`, 0.5]], 'app-service'),
    software('weblogic', 2, [7001], [['java', 'weblogic', `${JAVA} -Xms2g -Xmx4g -Dweblogic.Name=AdminServer -Dweblogic.home=/u01/oracle/wlserver/server weblogic.Server`, 0.6]], undefined),
    software('tongweb', 2, [9060, 8088], [['java', 'tongweb', `${JAVA} -Xms2g -Xmx4g -Dtongweb.home=/opt/TongWeb7.0 com.tongweb.web.thor.startup.Main start`, 0.6]], 'tongweb'),
    software('php-fpm', 1, [9000], [['php-fpm', 'root', 'php-fpm: master process (/etc/php-fpm.conf)', 0.05], ['php-fpm', 'apache', 'php-fpm: pool www', 0.2]], 'php-fpm', [['php-fpm', '5.4.16-48.el7']], [['php8.1-fpm', '8.1.2-1ubuntu2']]),
  ],
  db: [
    software('mysql', 6, [3306], [['mysqld', 'mysql', '/usr/sbin/mysqld --basedir=/usr --datadir=/data/mysql --port=3306', 0.75]], 'mysqld', [['mysql-community-server', '5.7.44-1.el7']], [['mysql-server-8.0', '8.0.36-0ubuntu0.22.04.1']]),
    software('oracle', 4, [1521], [['tnslsnr', 'oracle', '/u01/app/oracle/product/11.2.0/db_1/bin/tnslsnr LISTENER -inherit', 0.01], ['ora_pmon_orcl', 'oracle', 'ora_pmon_orcl', 0.3], ['ora_dbw0_orcl', 'oracle', 'ora_dbw0_orcl', 0.4]], undefined),
    software('postgresql', 2, [5432], [['postgres', 'postgres', '/usr/pgsql-12/bin/postmaster -D /data/pgsql', 0.5], ['postgres', 'postgres', 'postgres: checkpointer', 0.2]], 'postgresql-12', [['postgresql12-server', '12.17-1PGDG.rhel7']], [['postgresql-14', '14.11-0ubuntu0.22.04.1']]),
    software('dameng', 3, [5236], [['dmserver', 'dmdba', '/opt/dmdbms/bin/dmserver path=/data/dmdata/DAMENG/dm.ini -noconsole', 0.7]], 'DmServiceDMSERVER'),
    software('kingbase', 2, [54321], [['kingbase', 'kingbase', '/opt/Kingbase/ES/V8/Server/bin/kingbase -D /data/kingbase', 0.6]], 'kingbase8d'),
    software('opengauss', 1, [5432], [['gaussdb', 'omm', '/opt/gaussdb/app/bin/gaussdb -D /data/opengauss', 0.7]], undefined),
  ],
  cache: [
    software('redis', 9, [6379], [['redis-server', 'redis', '/usr/bin/redis-server 0.0.0.0:6379', 0.7]], 'redis', [['redis', '3.2.12-2.el7']], [['redis-server', '5:6.0.16-1ubuntu1']]),
    software('memcached', 1, [11211], [['memcached', 'memcached', '/usr/bin/memcached -u memcached -p 11211 -m 1024', 0.5]], 'memcached', [['memcached', '1.4.15-10.el7']], [['memcached', '1.6.14-1ubuntu0.1']]),
  ],
  queue: [
    software('rabbitmq', 3, [5672, 15672], [['beam.smp', 'rabbitmq', '/usr/lib64/erlang/erts-10.7/bin/beam.smp -W w -A 64 -- -root /usr/lib64/erlang -rabbit', 0.5]], 'rabbitmq-server', [['rabbitmq-server', '3.7.28-1.el7']], [['rabbitmq-server', '3.9.13-1ubuntu0.22.04.2']]),
    software('kafka', 3, [9092], [['java', 'kafka', `${JAVA} -Xmx1G -Xms1G -Dkafka.logs.dir=/opt/kafka/logs kafka.Kafka /opt/kafka/config/server.properties`, 0.5]], undefined),
    software('activemq', 1, [61616], [['java', 'activemq', `${JAVA} -Xms64M -Xmx1G -Dactivemq.home=/opt/activemq -jar /opt/activemq/bin/activemq.jar start`, 0.4]], undefined),
  ],
  search: [software('elasticsearch', 1, [9200, 9300], [['java', 'elastic', `${JAVA} -Xms4g -Xmx4g -Des.path.home=/usr/share/elasticsearch org.elasticsearch.bootstrap.Elasticsearch -d`, 0.7]], 'elasticsearch', [['elasticsearch', '7.10.2-1']], [['elasticsearch', '7.10.2']])],
  file: [
    software('nfs', 3, [2049, 111], [['rpc.mountd', 'root', '/usr/sbin/rpc.mountd', 0.02], ['rpcbind', 'rpc', '/sbin/rpcbind -w', 0.01]], 'nfs-server', [['nfs-utils', '1.3.0-0.68.el7'], ['rpcbind', '0.2.0-49.el7']], [['nfs-kernel-server', '1:2.6.1-1ubuntu1.2'], ['rpcbind', '1.2.6-2build1']]),
    software('samba', 1, [445, 139], [['smbd', 'root', '/usr/sbin/smbd --foreground --no-process-group', 0.05]], 'smb', [['samba', '4.10.16-25.el7']], [['samba', '2:4.15.13+dfsg-0ubuntu1']]),
    software('minio', 1, [9000], [['minio', 'minio', '/usr/local/bin/minio server /data --console-address :9001', 0.3]], 'minio'),
  ],
  video: [software('video-recorder', 1, [554, 8000], [['mediaserver', 'vms', '/opt/vms/bin/mediaserver --channels 128 --store /data/video', 0.5], ['nvrstore', 'vms', '/opt/vms/bin/nvrstore --retention-days 30', 0.2]], 'vms-media')],
  directory: [software('openldap', 1, [389, 636], [['slapd', 'ldap', '/usr/sbin/slapd -u ldap -h ldapi:/// ldap:///', 0.3]], 'slapd', [['openldap-servers', '2.4.44-25.el7']], [['slapd', '2.5.17+dfsg-0ubuntu0.22.04.1']])],
  exchange: [software('exchange-gateway', 1, [8443, 9092], [['java', 'exchange', `${JAVA} -Xms8g -Xmx8g -jar /data/exchange/gateway.jar --node=exchange`, 0.6]], 'exchange-gateway')],
  map: [software('geoserver', 1, [6080], [['java', 'gis', `${JAVA} -Xms4g -Xmx8g -DGEOSERVER_DATA_DIR=/data/gis -Djetty.port=6080 -jar start.jar`, 0.6]], 'geoserver')],
  dns: [software('bind', 1, [53], [['named', 'named', '/usr/sbin/named -u named -c /etc/named.conf', 0.2], ['ntpd', 'ntp', '/usr/sbin/ntpd -u ntp:ntp -g', 0.02]], 'named', [['bind', '9.11.4-26.P2.el7'], ['ntp', '4.2.6p5-29.el7']], [['bind9', '1:9.18.18-0ubuntu0.22.04.2'], ['ntp', '1:4.2.8p15+dfsg-1ubuntu2']])],
  backup: [software('netbackup', 1, [13724, 13782], [['vnetd', 'root', '/usr/openv/netbackup/bin/vnetd -standalone', 0.1], ['bpcd', 'root', '/usr/openv/netbackup/bin/bpcd -standalone', 0.1]], undefined)],
  idle: [software('nothing', 1, [], [])],
};

const BY_KEY = new Map(Object.values(ROLE_SOFTWARE).flat().map((entry) => [entry.key, entry]));

/** Throws RangeError on a key that is not in the table. */
export function softwareByKey(key: string): Software {
  const found = BY_KEY.get(key);
  if (found === undefined) throw new RangeError(`No such software: ${key}`);
  return found;
}
