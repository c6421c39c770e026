import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { allSheets, probeSheet } from '../../../agents/probes/probe-sheet.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { tempDir } from '../../support/temp-dir.ts';

const nonce = '0123456789abcdef01234567';
const collectedAt = new Date().toISOString();
const installed = (program: string): boolean => spawnSync('/bin/sh', ['-c', `command -v ${program}`]).status === 0;
const { stdin } = buildProbe({ nonce, useSudo: false, windowSeconds: 1 });

function busyboxOnly(): string {
  const folder = tempDir('busybox');
  execFileSync('busybox', ['--install', '-s', folder]);
  return folder;
}
/** Facts without what changes from one moment to the next: the clock of the processor, and what other tests make of loop devices, bridges and veths. */
const lasting = (facts: HostFacts): HostFacts => ({
  ...facts,
  ...(facts.cpu ? { cpu: { ...facts.cpu, mhz: 0 } } : {}),
  blockDevices: facts.blockDevices?.filter(({ kind }) => kind !== 'loop') ?? [],
  nics: facts.nics?.filter(({ name }) => !existsSync(`/sys/class/net/${name}/bridge`) && !existsSync(`/sys/class/net/${name}/master`) && existsSync(`/sys/class/net/${name}`)) ?? [],
});
/** The script with its PATH led to a folder of ours: stands for a host that has only what is there. */
const withPath = (script: string, path: string): string => script.replace(/PATH=\/usr\/sbin\S*/, `PATH=${path}`);

describe.skipIf(process.platform !== 'linux')('the script under each shell', () => {
  const shells: readonly (readonly [string, readonly [string, ...string[]]])[] = [['dash', ['dash', '-s']], ['bash', ['bash', '-s']], ['bash --posix', ['bash', '--posix', '-s']], ['busybox', ['busybox', 'sh', '-s']], ['mksh', ['mksh', '-s']], ['ksh93', ['ksh93', '-s']], ['yash', ['yash', '-s']]];
  const reference = (): ReturnType<typeof parseProbe>['facts'] => parseProbe(execFileSync('/bin/sh', ['-s'], { input: stdin, encoding: 'utf8', maxBuffer: 8e6 }), { nonce, collectedAt }).facts;

  test.each(shells)('N23 %s', (_label, [program, ...args]) => {
    if (!installed(program)) return expect(installed('dash')).toBe(true);
    const done = spawnSync(program, args, { input: stdin, encoding: 'utf8', maxBuffer: 8e6 });
    const { facts, problems } = parseProbe(done.stdout, { nonce, collectedAt });
    const expected = reference();
    expect(done.stderr).toBe('');
    expect(problems).toEqual([]);
    expect({ ...facts.identity, clockSkewSeconds: 0 }).toEqual({ ...expected.identity, clockSkewSeconds: 0 });
    for (const fact of ['os', 'virtualisation', 'cpu', 'memory', 'blockDevices', 'nics', 'packages', 'services'] as const) {
      expect(lasting(facts)[fact], fact).toEqual(lasting(expected)[fact]);
    }
    expect(facts.utilisationNow?.memUsedBytes).toBeGreaterThan(0);
    expect(facts.sections.map((report) => [report.name, report.state])).toEqual(expected.sections.map((report) => [report.name, report.state]));
  });

  test.skipIf(!installed('busybox'))('N24 a host with nothing but busybox', () => {
    const out = execFileSync('busybox', ['sh', '-s'], { input: withPath(stdin, busyboxOnly()), encoding: 'utf8', maxBuffer: 8e6 });
    const { facts } = parseProbe(out, { nonce, collectedAt });
    expect(facts).toMatchObject({ os: reference().os, memory: reference().memory, packages: reference().packages });
    expect(lasting(facts).nics).toEqual(lasting(reference()).nics);
    expect(facts.processes?.length).toBeGreaterThan(0);
  });

  test('H08 more processes than are looked at: as many as that, how many there are, and sockets with those owners', () => {
    const few = stdin.replace('LF_MOST_PROCESSES=20000', 'LF_MOST_PROCESSES=7');
    expect(few).not.toBe(stdin);
    const { facts } = parseProbe(execFileSync('/bin/sh', ['-s'], { input: few, encoding: 'utf8', maxBuffer: 8e6 }), { nonce, collectedAt });
    const all = reference();
    expect(facts.processTotal).toBeGreaterThan(all.processes?.length ?? 0);
    expect(facts.processes?.length).toBeLessThanOrEqual(7);
    expect(facts.sections.find((report) => report.name === 'processes')?.state).toBe('truncated');
    expect(facts.listeners?.map(({ port }) => port)).toEqual(expect.arrayContaining(all.listeners?.filter(({ port }) => port < 10_000).map(({ port }) => port) ?? []));
    expect(all.processTotal).toBeUndefined();
  });

  test('N20 a section that never ends is ended with all it started, and the others are read', () => {
    const folder = tempDir('stuck');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'grep'), `#!/bin/sh\ntrap '' TERM HUP INT\ncase $* in *-H*) exec /bin/grep "$@" ;; esac\necho 'MemTotal:       16265940 kB'\nprintf 'SwapTotal: 12'\necho $$ >>${folder}/pids\nwhile :; do sleep 1000; done\n`);
    chmodSync(join(bin, 'grep'), 0o755);
    const only = buildProbe({ nonce, useSudo: false, sections: ['memory', 'network', 'packages'], windowSeconds: 1 }).stdin;
    const started = Date.now();
    const out = execFileSync('/bin/sh', ['-s'], { input: withPath(only, `${bin}:/usr/sbin:/usr/bin:/sbin:/bin`), encoding: 'utf8', maxBuffer: 8e6 });
    const { facts, problems } = parseProbe(out, { nonce, collectedAt });
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(facts.sections.find((report) => report.name === 'memory')?.state).toBe('timed-out');
    expect(facts.memory).not.toMatchObject({ swapBytes: 12 * 1024 });
    expect(facts.packages?.items.length).toBeGreaterThan(100);
    expect(problems).toEqual([{ code: 'CMD_TIMEOUT', params: { sections: expect.stringContaining('memory') } }]);
    const pids = readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n');
    expect(pids.filter((pid) => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(bin))).toEqual([]);
  });

  test('N20 a command that hangs costs its own bound, not the host', () => {
    const folder = tempDir('hang');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'df'), '#!/bin/sh\nexec sleep 1000\n');
    chmodSync(join(bin, 'df'), 0o755);
    const only = buildProbe({ nonce, useSudo: false, sections: ['filesystems', 'uptime'], windowSeconds: 1 }).stdin;
    const out = execFileSync('/bin/sh', ['-s'], { input: withPath(only, `${bin}:/usr/sbin:/usr/bin:/sbin:/bin`), encoding: 'utf8' });
    const { facts, problems } = parseProbe(out, { nonce, collectedAt });
    expect(facts.sections.find((report) => report.name === 'filesystems')?.state).toBe('timed-out');
    expect(problems).toEqual([{ code: 'CMD_TIMEOUT', params: { sections: expect.stringContaining('filesystems') } }]);
    expect(facts.uptime?.seconds).toBeGreaterThan(0);
  });

  test('N24 without timeout(1) and with stdin left open nothing is lost', () => {
    const folder = busyboxOnly();
    const bin = join(folder, 'few');
    mkdirSync(bin);
    for (const name of ['awk', 'grep', 'sed', 'tr', 'cut', 'ls', 'uname', 'id', 'date', 'sleep', 'head', 'sort', 'df', 'hostname', 'cat', 'kill']) symlinkSync('/bin/busybox', join(bin, name));
    if (!existsSync('/bin/busybox')) return expect(installed('busybox')).toBe(false);
    const out = execFileSync('/bin/sh', ['-s'], { input: withPath(stdin, bin), encoding: 'utf8', maxBuffer: 8e6 });
    const { facts, problems } = parseProbe(out, { nonce, collectedAt });
    expect(problems).toEqual([]);
    expect(facts.filesystems).toEqual(reference().filesystems?.map((each) => ({ ...each, usedBytes: expect.any(Number), availableBytes: expect.any(Number) })));
  });
});

describe('read-only', () => {
  test.skipIf(!installed('strace'))('no file is opened for writing, made, renamed or removed', () => {
    const log = join(tempDir('strace'), 'log');
    spawnSync('strace', ['-f', '-o', log, '-e', 'trace=open,openat,creat,mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,chmod,fchmodat,chown,fchownat,truncate,mknod,mknodat,mount', '/bin/bash', '-s'], { input: stdin, maxBuffer: 8e6 });
    const lines = readFileSync(log, 'utf8').split('\n').filter((line) => /\b\w+\(/.test(line) && !/ = -1 E/.test(line));
    const writes = lines.filter((line) => !/\bopen(at)?\(/.test(line) || (/O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(line) && !line.includes('"/dev/null"') && !line.includes('"/dev/tty"')));
    expect(lines.length).toBeGreaterThan(500);
    expect(writes).toEqual([]);
  });

  /** What the script starts around the sections; the page in docs/ names it in its introduction. */
  const FRAME = ['uname -s', 'uname -m', 'id -u', 'renice -n 19 -p {number}', 'ionice -c 3 -p {number}', 'sleep 1', 'timeout -k 1 1 true', 'true', 'awk -v max={number} {text}', 'sudo -n -l'];
  const PLACES: Readonly<Record<string, string>> = { '{text}': '[^]*', '{files}': '/[^]*', '{mounts}': '/[^]*', '{number}': '\\d+' };
  const asPattern = (words: string): RegExp => new RegExp(`^${words.split(/(\{[a-z]+\})/).map((part) => PLACES[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')}$`);
  /** Strings of one strace line between the first brackets, their escapes undone as far as the comparison needs. */
  const argv = (line: string): string[] => [...(/, \[("[^]*?")\], \[/.exec(line)?.[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replaceAll('\\"', '"').replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\'));

  test.skipIf(!installed('strace'))('a trace shows no program and no file beyond the sheet', () => {
    const log = join(tempDir('strace'), 'log');
    spawnSync('strace', ['-f', '-s', '20000', '-e', 'abbrev=none', '-o', log, '-e', 'trace=execve,open,openat', '/bin/dash', '-s'], { input: stdin, maxBuffer: 8e6, env: { PATH: '/usr/bin:/bin' } });
    const { sections } = probeSheet();
    const patterns = [...FRAME, ...sections.flatMap(({ commands }) => commands)].map(asPattern);
    const lines = readFileSync(log, 'utf8').split('\n').filter((line) => / = \d/.test(line));
    const started = lines.filter((line) => /\bexecve\(/.test(line)).slice(1).map(argv).map(([program = '', ...rest]) => [program.slice(program.lastIndexOf('/') + 1), ...rest]);
    const bare = started.map((words) => (words[0] === 'timeout' && words[1] === '-k' && words[4] !== 'true' ? words.slice(4) : words[0] === 'xargs' ? words.slice(1) : words).join(' '));
    const undeclared = [...new Set(bare)].filter((words) => !patterns.some((pattern) => pattern.test(words)));
    expect(bare.length).toBeGreaterThan(60);
    expect(undeclared.map((words) => words.slice(0, 160))).toEqual([]);
    const reads = sections.flatMap((section) => section.reads);
    const opened = new Set(lines.flatMap((line) => /\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]+)"/.exec(line)?.[1] ?? []));
    const LOADER = /^\/(?:lib|lib64|usr\/lib|usr\/share\/(?:locale|misc|zoneinfo)|etc\/(?:ld\.so|localtime|nsswitch\.conf|passwd|group|host\.conf|resolv\.conf|hosts|gai\.conf)|dev\/(?:null|tty)|proc\/(?:self|sys\/kernel\/(?:ngroups_max|cap_last_cap))|usr\/bin|bin)/;
    const beyond = [...opened].filter((path) => path.startsWith('/') && !LOADER.test(path) && !reads.some((read) => path === read || path.startsWith(`${read}/`) || `${read}/`.startsWith(path.endsWith('/') ? path : `${path}/`)));
    expect(beyond).toEqual([]);
  });

  test('the sheet names what the script starts and reads', () => {
    const { script, sha256 } = probeSheet();
    expect(sha256).toBe(execFileSync('sha256sum', { input: script, encoding: 'utf8' }).split(' ')[0]);
    expect(stdin.endsWith(script)).toBe(true);
    const reads = allSheets().flatMap(({ sections }) => sections.flatMap((section) => section.reads));
    const code = script.split('\n').filter((line) => !line.startsWith('#')).join('\n');
    const paths = new Set([...code.matchAll(/(?<![\w$}*])\/(?:etc|proc|sys|var|run|usr\/lib)\/[A-Za-z0-9_./-]+|\/\.dockerenv/g)].map(([path]) => path.replace(/[/.]+$/, '')));
    expect(paths.size).toBeGreaterThan(40);
    expect([...paths].filter((path) => !reads.some((read) => path.startsWith(read)))).toEqual([]);
    expect(code).not.toMatch(/\bfind\b|<<|^\s*local |\[\[ |\beval\b|\bcurl\b|\bwget\b|>>?\s*\/(?!dev\/null)/m);
  });
});
