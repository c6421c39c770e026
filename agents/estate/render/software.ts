import { DATA_FOLDERS } from '../data/data-folders.ts';
import type { CityServer } from '../city.ts';
import type { HostView } from '../host-view.ts';
import { runningProcesses } from '../running-processes.ts';
import { storageLayout } from '../storage-layout.ts';

const DISTRIBUTION = /^\/(usr\/)?s?bin\/[^/]*$|^\/(usr\/)?lib\/systemd\//;
const ORACLE = '/u01/app/oracle/product/11.2.0/db_1/bin/oracle';

/** agents/probes/software: programs outside the distribution's folders, the JDK's release file, the data folder. */
export function renderSoftware({ server, privilege }: HostView): string[] {
  const programs = new Map<string, number[]>();
  for (const { pid, name, command } of runningProcesses(server)) {
    const program = name.startsWith('ora_') ? ORACLE : command.split(' ', 1)[0] ?? '';
    if (program.startsWith('/') && !DISTRIBUTION.test(program)) programs.set(program, [...(programs.get(program) ?? []), pid]);
  }
  const exe = privilege === 'user' ? [] : [...programs].map(([program, pids]) => `exe ${program} ${pids.join(' ')}`);
  return [...exe, ...dataLines(server, privilege)];
}

function dataLines(server: CityServer, privilege: HostView['privilege']): string[] {
  const data = DATA_FOLDERS.get(server.software);
  const size = dataFolderBytes(server);
  const pid = runningProcesses(server).find(({ name }) => name === data?.process)?.pid;
  if (data === undefined || size === undefined || pid === undefined) return [];
  return [privilege === 'user' ? `data ${pid} df ${size.fileSystemBytes / 1024} ${data.folder}` : `data ${pid} du ${size.folderBytes / 1024} ${data.folder}`];
}

/** What the data folder holds, and what is used on the file system it lies on; undefined for software without one. */
export function dataFolderBytes(server: CityServer): { readonly folderBytes: number; readonly fileSystemBytes: number } | undefined {
  const data = DATA_FOLDERS.get(server.software);
  const { filesystems } = storageLayout(server);
  const under = filesystems.find(({ mountPoint }) => mountPoint === '/data' && data?.folder.startsWith('/data/') === true) ?? filesystems.find(({ mountPoint }) => mountPoint === '/');
  if (data === undefined || under === undefined) return undefined;
  return { folderBytes: Math.floor((under.usedBytes * data.usedShare) / 1024) * 1024, fileSystemBytes: under.usedBytes };
}
