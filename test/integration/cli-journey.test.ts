import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, ownEnvironment } from '../support/served-project.ts';
import { makeKeyPair, sshdMissing, startSshd, type RunningSshd } from '../support/sshd.ts';

const missing = sshdMissing() ?? (existsSync(CLI) ? undefined : 'needs the bundle (npm run build)');
const run = promisify(execFile);
const truth = (program: string, ...words: string[]): string => execFileSync(program, words, { encoding: 'utf8' }).trim();

describe.skipIf(missing !== undefined)(`the whole way from the command line, on real sshd (${missing ?? 'runs'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'landfall-journey-'));
  const project = join(folder, 'p.landfall');
  const key = makeKeyPair();
  let first: RunningSshd;
  let second: RunningSshd;

  async function landfall(...words: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    try {
      return { exitCode: 0, ...(await run(process.execPath, [CLI, ...words], { env: ownEnvironment(folder), maxBuffer: 64 * 1024 ** 2 })) };
    } catch (error) {
      const failed = error as { code: number; stdout: string; stderr: string };
      return { exitCode: failed.code, stdout: failed.stdout, stderr: failed.stderr };
    }
  }
  async function json<Shape>(...words: string[]): Promise<Shape> {
    const { stdout, stderr, exitCode } = await landfall(...words, '--json');
    if (stdout === '') throw new Error(`landfall ${words.join(' ')} ended with ${exitCode}: ${stderr}`);
    return JSON.parse(stdout) as Shape;
  }

  beforeAll(async () => {
    [first, second] = await Promise.all([
      startSshd({ users: [{ name: 'lf-audit', authorizedKeys: [key.publicKey] }] }),
      startSshd({ users: [{ name: 'lf-other', authorizedKeys: [key.publicKey] }] }),
    ]);
    writeFileSync(join(folder, 'key'), key.privateKey, { mode: 0o600 });
    writeFileSync(join(folder, 'hosts.csv'), `host,port,user,department,system\n127.0.0.1,${first.port},lf-audit,财政局,预算系统\n127.0.0.1,${second.port},lf-other,民政局,婚姻登记\n127.0.0.1,1,nobody,民政局,\n`);
    // The second server is known by another key: what it shows now is a change.
    writeFileSync(join(folder, 'known_hosts'), `[127.0.0.1]:${second.port} ${makeKeyPair().publicKey}\n`);
    writeFileSync(join(folder, 'systems.csv'), '系统名称,所属部门,重要程度,等保等级\n预算系统,财政局,高,三级\n婚姻登记,民政局,中,二级\n');
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a project only its owner can read, and refuses to overwrite it', async () => {
    expect((await landfall('project', 'create', project, '--name', 'City')).exitCode).toBe(0);
    expect(statSync(project).mode & 0o077).toBe(0);
    expect((await landfall('project', 'create', project, '--name', 'City')).exitCode).toBe(4);
  });

  it('scans what it can, and says of the rest why: changed key, nothing listening', async () => {
    const answer = await json<{ run: { counts: Record<string, number>; errorGroups: { code: string; count: number }[] } }>(
      'scan', project, '--targets', join(folder, 'hosts.csv'), '--identity', join(folder, 'key'), '--host-keys', 'accept-new', '--known-hosts', join(folder, 'known_hosts'));
    expect(answer.run.counts).toMatchObject({ total: 3, failed: 2 });
    expect(answer.run.errorGroups.map((group) => group.code)).toEqual(expect.arrayContaining(['HOSTKEY_CHANGED', 'REFUSED']));
    expect(second.log()).not.toMatch(/Accepted|Failed/);
  });

  it('shows facts that equal what the machine itself says', async () => {
    const { rows } = await json<{ rows: { id: string; hostname: string; scanState: string; departmentName: string }[] }>('host', 'list', project);
    const server = rows.find((row) => row.hostname === hostname());
    expect(server).toMatchObject({ departmentName: '财政局' });
    const { facts } = await json<{ facts: { os: { name: string; kernel: string }; cpu: { threads: number }; memory: { memBytes: number }; packages: { items: unknown[] }; listeners: { port: number }[] } }>('host', 'show', project, server?.id ?? '');
    expect(facts.os.kernel).toBe(truth('uname', '-r'));
    expect(facts.os.name).toBe(/^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]);
    expect(facts.cpu.threads).toBe(Number(truth('nproc')));
    expect(facts.memory.memBytes).toBe(Number(/^MemTotal:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) * 1024);
    expect(facts.packages.items).toHaveLength(truth('dpkg-query', '-W', '-f', '${db:Status-Status}\n').split('\n').filter((state) => state === 'installed').length);
    expect(facts.listeners.map((listener) => listener.port)).toContain(first.port);
  });

  it('imports the register, plans, proves the plan, and exports it', async () => {
    expect(await json('import', project, join(folder, 'systems.csv'))).toMatchObject({ created: 2, rejected: [] });
    const { rows } = await json<{ rows: { name: string; serverCount: number }[] }>('system', 'list', project);
    expect(rows.find((row) => row.name === '预算系统')?.serverCount).toBe(1);
    const created = await json<{ plan: { planHash: string; targets: { met: boolean }[] } }>('plan', 'create', project, '--adopt', '80%@2030-12-31', '--adopt', '100%@2031-12-31');
    expect(created.plan.targets.map((target) => target.met)).toEqual([true, true]);
    expect(await json('plan', 'check', project)).toMatchObject({ valid: true, violations: [], hashMatches: true, planHash: created.plan.planHash });
    expect((await landfall('export', project, '--format', 'xlsx', '--out', join(folder, 'plan.xlsx'))).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'plan.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect((await landfall('export', project, '--format', 'xlsx', '--out', join(folder, 'plan.xlsx'))).exitCode).toBe(4);
  });

  it('tracks a system and shows the progress', async () => {
    const { rows } = await json<{ rows: { id: string; name: string }[] }>('system', 'list', project);
    const id = rows.find((row) => row.name === '预算系统')?.id ?? '';
    expect((await landfall('track', 'set', project, id, '--state', 'cut-over', '--on', '2026-11-20', '--evidence', '割接单 2027-3')).exitCode).toBe(0);
    const { progress } = await json<{ progress: { byState: Record<string, number> } }>('progress', project);
    expect(progress.byState['cut-over']).toBe(1);
  });

  it('refuses a secret in the arguments and never repeats it', async () => {
    const { exitCode, stdout, stderr } = await landfall('scan', project, '--targets', join(folder, 'hosts.csv'), '--password', 'S3cret-canary');
    expect(exitCode).toBe(2);
    expect(stdout + stderr).not.toContain('S3cret-canary');
  });

  it('keeps an unbroken audit trail without the key in it', async () => {
    expect(await json('project', 'verify', project)).toMatchObject({ integrity: 'ok', auditValid: true });
    const secret = key.privateKey.split('\n')[3] ?? '';
    expect(spawnSync('grep', ['-c', secret, project]).status).toBe(1);
  });
});
