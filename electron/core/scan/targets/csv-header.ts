/** What a column of a target list may hold. */
export const TARGET_COLUMNS = ['host', 'port', 'user', 'name', 'department', 'tag', 'jump'] as const;
export type TargetColumn = (typeof TARGET_COLUMNS)[number];

const ALIASES: Readonly<Record<TargetColumn, readonly string[]>> = {
  host: ['host', 'ip', 'address', 'ipaddress', 'ipv4', 'server', 'target', '主机', '主机地址', '地址', 'ip地址', '服务器', '服务器ip', '服务器地址', '管理ip', '管理地址'],
  port: ['port', 'sshport', '端口', 'ssh端口', '端口号'],
  user: ['user', 'username', 'account', 'login', '用户', '用户名', '账号', '帐号', '账户', '登录名', '登录账号'],
  name: ['name', 'hostname', 'servername', '名称', '主机名', '主机名称', '服务器名', '服务器名称'],
  department: ['department', 'dept', 'bureau', '部门', '部门名称', '委办局', '所属部门', '单位', '所属单位', '使用单位'],
  tag: ['tag', 'system', 'systemname', 'application', 'app', 'service', '系统', '系统名称', '业务系统', '业务系统名称', '应用', '应用系统', '所属系统', '标签'],
  jump: ['jump', 'jumphost', 'bastion', 'proxyjump', '跳板', '跳板机', '堡垒机'],
};

const COLUMN_BY_ALIAS = new Map(TARGET_COLUMNS.flatMap((column) => ALIASES[column].map((alias) => [alias, column] as const)));

function normalise(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s_\-.*:()]+/g, '');
}

/** Position of each known column; the first of two equal ones counts. Undefined when no column holds the host. */
export function readCsvHeader(cells: readonly string[]): ReadonlyMap<TargetColumn, number> | undefined {
  const found = new Map<TargetColumn, number>();
  cells.forEach((cell, index) => {
    const column = COLUMN_BY_ALIAS.get(normalise(cell));
    if (column && !found.has(column)) found.set(column, index);
  });
  // A sheet with only a host name column names its hosts there.
  const name = found.get('name');
  if (!found.has('host') && name !== undefined) found.set('host', name);
  return found.has('host') ? found : undefined;
}
