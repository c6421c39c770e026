import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeSheet } from '../../../agents/probes/probe-sheet.ts';
import { CITY_HOSTS } from '../../rig/city-hosts.ts';
import { isListed, isRead, type SheetWords } from '../../rig/match-sheet.ts';
import type { RigHost } from '../../rig/rig-host.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';
import { traceHost, type Trace, type TracedCall } from '../../rig/trace-host.ts';

const run = promisify(execFile);
const missing = rigMissing();
/** The first words of what a session is asked to run. */
const ENTRY = 'exec env LC_ALL=C LANG=C /bin/sh';

/** What carries the sections: the shell itself, who it is, its bounds and its clock. */
const FRAME = [
  'env LC_ALL=C LANG=C /bin/sh -s', 'env LC_ALL=C LANG=C /bin/sh -c {text} {text}', 'env LC_ALL=C LANG=C /bin/sh -c {text}', 'sh -s', 'sh -c {text}', 'bash -c {text}', 'sudo -n /bin/sh -s',
  'id -u', 'uname -s', 'true', 'renice -n 19 -p {number}', 'ionice -c 3 -p {number}', 'sleep 1', 'awk -v max={number} {text}', 'timeout -k 1 1 true',
];
/** What the loader, the C library and the shells open by themselves, whatever runs. */
const LIBRARY = [
  /^\/etc\/ld\.so\.(cache|preload)$/, /^\/(usr\/)?lib(64)?\/([^/]+\/)*[^/]+\.so(\.[0-9.]+)?$/, /^\/(usr\/)?lib(64)?\/([^/]+\/)*(glibc-hwcaps|tls|x86_64)\//, /^\/usr\/share\/(locale|zoneinfo)\//, /^\/usr\/lib\/locale\//,
  /^\/etc\/(nsswitch\.conf|passwd|group|localtime|host\.conf|bash\.bashrc)$/, /^\/home\/[^/]+\/\.bashrc$/, /^\/root\/\.bashrc$/, /^\/dev\/(null|tty)$/, /^\/usr\/lib\/x86_64-linux-gnu\/gconv\//,
];
/** What listed programs open by themselves: their own settings, and the mount points df is asked about. */
const OWN = new Map([
  ['ip', /^\/(etc|usr\/share|usr\/lib)\/iproute2\//], ['systemd-detect-virt', /^\/run\/(host\/container-manager|systemd\/container)$/],
]);
const byItself = ({ image, path }: TracedCall): boolean => LIBRARY.some((known) => known.test(path)) || OWN.get(image[0]?.split('/').at(-1) ?? '')?.test(path) === true || (image[0] === 'df' && image.includes(path));
/** To find `/etc/auto*` a shell lists `/etc`: a folder's names are read where something in it is listed. */
const isListing = ({ path, flags }: TracedCall): boolean => flags.includes('O_DIRECTORY') && sheet.reads.some((read) => read.startsWith(path.endsWith('/') ? path : `${path}/`));
const WRITES = /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/;

const sheet = ((): SheetWords => {
  const { sections } = probeSheet('linux');
  return { commands: [...FRAME, ...sections.flatMap(({ commands }) => commands)], reads: sections.flatMap(({ reads }) => reads), prefixes: ['/etc/auto'] };
})();

const lines = (calls: readonly TracedCall[]): string[] => [...new Set(calls.map(({ image, name, path, flags }) => `${image[0]}: ${name} ${path} ${flags}`.trim()))];
/** sudo's own doing (its policy, PAM, its line in the log) is the host's; what it starts is the probe again. */
const ours = ({ calls }: Trace): readonly TracedCall[] => calls.filter(({ image }) => image[0] !== 'sudo');

function expectNothingBeyond(trace: Trace): void {
  const calls = ours(trace);
  const opens = calls.filter(({ name }) => /^(open|openat|openat2|creat)$/.test(name));
  expect(trace.programs.filter((words) => !isListed(words, sheet)).map((words) => words.join(' ').slice(0, 200))).toEqual([]);
  expect(lines(opens.filter((call) => !isRead(call.path, sheet) && !byItself(call) && !isListing(call)))).toEqual([]);
  expect(lines(opens.filter(({ flags, path, name, succeeded }) => succeeded && (WRITES.test(flags) || name === 'creat') && path !== '/dev/null'))).toEqual([]);
  const other = calls.filter((call) => !opens.includes(call));
  // The C library asks a name cache whether it is there.
  expect(lines(other.filter(({ name, path, succeeded }) => succeeded || (name === 'connect' && path !== '/var/run/nscd/socket')))).toEqual([]);
}

/** Every path with its time of change; the SSH server's (pam_motd renews /run/motd.dynamic at each login) and the databases' own files are theirs. */
async function listing(host: RigHost): Promise<readonly string[]> {
  const root = `/proc/${host.initPid}/root`;
  const folders = ['', '/run', '/tmp', '/dev', '/dev/shm', '/srv/city data'].map((folder) => `${root}${folder}/`);
  const { stdout } = await run('find', [...folders, '-xdev', '-ignore_readdir_race', '-printf', '%p %y %s %m %C@\n'], { maxBuffer: 1 << 28 }).catch((error: { stdout: string }) => error);
  const theirs = /^\/?\/((proc|sys|var\/log\/(sshd\.log|lastlog|wtmp|btmp|redis|nginx|mysql|postgresql)|var\/lib\/(postgresql|mysql|redis|wtmpdb)|run\/(utmp|postgresql|mysqld|redis|sshd|sudo|motd\.dynamic))\b|run\/? d )/;
  return stdout.split('\n').map((line) => line.replace(root, '')).filter((line) => line !== '' && !theirs.test(line));
}

describe.skipIf(missing !== undefined)(`what a scan does on a real host${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => { rig = await startRig({ hosts: CITY_HOSTS.filter((spec) => !['file-1', 'new-1', 'past-1'].includes(spec.name)) }); }, 600_000);
  afterAll(() => rig.stop());

  test.each([
    ['old-1', 'ops'], ['box-1', 'root'], ['pg-1', 'root'], ['db-1', 'admin'], ['web-1', 'root'], ['app-1', 'ops'],
  ])('%s as %s: no program, file or connection beyond the signed sheet, nothing written, nothing left behind or running', async (name, user) => {
    const host = rig.host(name);
    const before = await listing(host);
    let state = '';
    const trace = await traceHost(host, ENTRY, async () => {
      const { parsed } = await scanRigHost(rig, host, { user, sudo: user === 'admin', timeoutMs: 120_000 });
      state = parsed.facts.privilege;
    });
    expect(state).toBe({ root: 'root', admin: 'sudo', ops: 'user' }[user]);
    expect(trace.programs.length).toBeGreaterThan(20);
    expect(ours(trace).length).toBeGreaterThan(300);
    expectNothingBeyond(trace);
    const after = await listing(host);
    expect(after.filter((line) => !before.includes(line))).toEqual([]);
    expect(before.length).toBeGreaterThan(100);
  });
});
