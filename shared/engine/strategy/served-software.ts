import { compareText } from '../../kernel/compare-text.ts';

/** A port on which a host was seen serving, with the process behind it where the account could see that ('' if not). */
export interface ServedPort {
  readonly port: number;
  readonly processName: string;
}

/** `class:product` with the process names and the registered or customary ports that give it away. */
const PRODUCTS: readonly (readonly [product: string, names: readonly string[], ports: readonly number[]])[] = [
  ['database:mysql', ['mysqld', 'mysql', 'mariadbd', 'mariadb'], [3306]],
  ['database:postgresql', ['postgres', 'postmaster', 'postgresql'], [5432]],
  ['database:oracle', ['tnslsnr', 'oracle'], [1521]],
  ['database:sqlserver', ['sqlservr'], [1433]],
  ['database:dameng', ['dmserver'], [5236]],
  ['database:kingbase', ['kingbase'], [54321]],
  ['database:opengauss', ['gaussdb'], [15400]],
  ['database:oceanbase', ['observer'], [2881]],
  ['database:db2', ['db2sysc'], [50000]],
  ['database:mongodb', ['mongod'], [27017]],
  ['cache:redis', ['redis-server', 'redis'], [6379]],
  ['queue:kafka', ['kafka'], [9092]],
  ['queue:rabbitmq', ['rabbitmq-server', 'beam.smp'], [5672]],
  ['queue:rocketmq', ['rocketmq'], [9876]],
  ['middleware:weblogic', ['weblogic'], [7001]],
  ['middleware:tomcat', ['tomcat', 'catalina'], [8009]],
  ['web:nginx', ['nginx'], []],
  ['web:apache', ['httpd', 'apache2'], []],
  ['mail:imap', ['dovecot', 'cyrus-imapd', 'imapd'], [143, 993]],
  ['video:rtsp', ['mediamtx'], [554]],
  ['directory:ldap', ['slapd', 'ns-slapd'], [389, 636]],
  ['files:nfs', ['nfsd'], [2049]],
  ['files:smb', ['smbd'], [445]],
];
const BY_NAME = new Map(PRODUCTS.flatMap(([product, names]) => names.map((name) => [name, product] as const)));
const BY_PORT = new Map(PRODUCTS.flatMap(([product, , ports]) => ports.map((port) => [port, product] as const)));

/**
 * The products a system serves, as `class:product`, sorted: judged by connections really seen, the process name first,
 * the port where there is none. What is installed but used by nobody is not counted.
 */
export function servedSoftware(served: readonly ServedPort[]): string[] {
  const found = served.flatMap(({ port, processName }) => BY_NAME.get(processName.toLowerCase()) ?? BY_PORT.get(port) ?? []);
  return [...new Set(found)].sort(compareText);
}
