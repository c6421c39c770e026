/** Where the software of role-software.ts keeps its data: the folder and its share of what is used on that file system. */
export const DATA_FOLDERS: ReadonlyMap<string, { readonly folder: string; readonly process: string; readonly usedShare: number }> = new Map([
  ['mysql', { folder: '/data/mysql', process: 'mysqld', usedShare: 0.8 }],
  ['postgresql', { folder: '/data/pgsql', process: 'postgres', usedShare: 0.85 }],
  ['dameng', { folder: '/data/dmdata/DAMENG', process: 'dmserver', usedShare: 0.7 }],
  ['kingbase', { folder: '/data/kingbase', process: 'kingbase', usedShare: 0.75 }],
  ['opengauss', { folder: '/data/opengauss', process: 'gaussdb', usedShare: 0.7 }],
  ['redis', { folder: '/var/lib/redis', process: 'redis-server', usedShare: 0.05 }],
]);
