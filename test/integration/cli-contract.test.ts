import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../electron/core/app/index.ts';
import { JSON_SHAPES } from '../../electron/shells/cli/json-shapes.ts';
import { serveWeb } from '../../electron/shells/web/index.ts';
import { command, typeCommand, type CommandResult, type TerminalOptions } from '../support/fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'landfall-cli-'));
const project = join(folder, 'city.landfall');
const landfall = (argv: readonly string[], options?: TerminalOptions): Promise<CommandResult> => command(join(folder, 'data'), argv, { now: () => new Date('2026-11-23T08:00:00Z'), ...options });
const ok = async (argv: readonly string[], options?: TerminalOptions): Promise<CommandResult> => {
  const result = await landfall(argv, options);
  if (result.exitCode !== 0) throw new Error(`landfall ${argv.join(' ')}: ${result.exitCode} ${result.stderr}`);
  return result;
};
const NAME = '预算系统 \u001b[31mred\u202e';

beforeAll(async () => {
  writeFileSync(join(folder, 'departments.csv'), '部门名称,部门编码\n财政局,F1\n公安局,P1\n');
  writeFileSync(join(folder, 'systems.csv'), `系统名称,所属部门,重要程度\n${NAME},财政局,高\n户籍系统,公安局,中\n`);
  writeFileSync(join(folder, 'servers.csv'), '主机名,IP地址,所属系统\nfin-01,10.0.0.1,户籍系统\npol-01,10.0.0.2,户籍系统\n');
  await ok(['project', 'create', project, '--name', '全市上云']);
  await ok(['import', project, join(folder, 'departments.csv'), '--kind', 'departments']);
  await ok(['import', project, join(folder, 'systems.csv'), '--kind', 'systems']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('streams and shapes', () => {
  const reading: readonly (readonly [keyof typeof JSON_SHAPES, readonly string[]])[] = [
    ['project info', []], ['project verify', []], ['project backups', []], ['project log', []], ['host list', []], ['host keys', []], ['campaign list', []], ['department list', []], ['system list', []],
    ['plan list', []], ['plan problem', []], ['plan settings', []], ['track list', []], ['progress', []], ['doctor', []],
  ];

  it.each(reading)('%s --json prints the documented shape on stdout and nothing else', async (name, extra) => {
    const { stdout, stderr } = await ok([...name.split(' '), project, ...extra, '--json']);
    expect(JSON_SHAPES[name].safeParse(JSON.parse(stdout)).error).toBeUndefined();
    expect(stderr).toBe('');
  });

  it('script prints exactly what runs on servers, its SHA-256 goes to stderr', async () => {
    const text = await ok(['script']);
    const { script, sha256 } = JSON_SHAPES.script.parse(JSON.parse((await ok(['script', '--json'])).stdout));
    expect(text.stdout).toBe(script);
    expect(text.stderr).toContain(sha256);
  });

  it('a campaign needs servers that a scan has read, and windows that are some', async () => {
    const plan = ['campaign', 'create', project, '--name', 'Week', '--from', '2026-11-24', '--to', '2026-11-27'];
    const refused = await landfall([...plan, '--window', '1-5@09:00-11:00', '--json']);
    expect([refused.exitCode, JSON.parse(refused.stdout === '' ? refused.stderr : refused.stdout)]).toMatchObject([4, { error: { code: 'campaign.no_servers' } }]);
    expect((await landfall([...plan, '--window', '9-11'])).exitCode).toBe(2);
    expect((await landfall(['campaign', 'run', project])).exitCode).toBe(4);
  });

  it('--jsonl prints one row a line', async () => {
    const { stdout } = await ok(['department', 'list', project, '--jsonl']);
    expect(stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { name: string }).name).sort()).toEqual(['公安局', '财政局'].sort());
  });

  it('H06: names from files reach a terminal and JSON without escapes', async () => {
    const table = await ok(['system', 'list', project], { tty: true });
    expect(table.stdout).toContain('预算系统 red');
    const json = await ok(['system', 'list', project, '--json']);
    for (const { stdout } of [table, json]) expect(stdout).not.toMatch(/[\u001b\u202e\u0080-\u009f]/u);
    expect(JSON.parse(json.stdout)).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ name: expect.stringContaining('预算系统') })]) });
  });

  it('schema prints a JSON Schema for every documented command', async () => {
    const schemas = JSON.parse((await ok(['schema', '--json'])).stdout) as Record<string, { $schema?: string; type?: string }>;
    expect(Object.keys(schemas)).toEqual(Object.keys(JSON_SHAPES));
    for (const [name, schema] of Object.entries(schemas)) expect(schema, name).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
    expect((await landfall(['schema', 'nope'])).exitCode).toBe(4);
  });

  it('an error with --json is one JSON document on stderr, and stdout stays empty', async () => {
    const { stdout, stderr, exitCode } = await landfall(['plan', 'show', project, '--json']);
    expect([stdout, exitCode]).toEqual(['', 4]);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'plan.not_found' } });
  });
});

describe('usage', () => {
  it.each([['proj'], ['project', 'inf', 'x'], ['host', 'list'], ['plan', 'create', 'x', '--adopt', '80'], ['export', 'x', '--format', 'pdf', '--out', 'y'], ['scan', 'x', '--concurrency', '0'], ['scan', 'x', '--sample', '20', '--local'], ['host', 'list', 'x', '--json', '--jsonl']])('%s %s … ends with 2 and says why on stderr', async (...argv) => {
    const { exitCode, stdout, stderr } = await landfall(argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/error: /);
  });

  it('suggests what was meant', async () => expect((await landfall(['proejct'])).stderr).toContain('project'));

  it.each([['--password', 'hunter2'], ['--password=hunter2'], ['--passphrase', 'hunter2'], ['--passphrase=hunter2'], ['--password']])('V11: %s is refused with a hint and is never repeated', async (...words) => {
    const { exitCode, stdout, stderr } = await landfall(['scan', project, '--targets', 'x', ...words]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--password-file');
    expect(stderr).not.toContain('hunter2');
  });

  it.each(['en', 'zh-CN'])('every command explains itself in %s', async (language) => {
    const commands = (await ok(['schema', '--json'])).stdout;
    for (const name of Object.keys(JSON.parse(commands) as object).filter((text) => !text.includes('--'))) {
      const { stdout } = await ok([...name.split(' '), '--help', '--lang', language]);
      expect(stdout, name).toContain(language === 'en' ? 'Usage:' : '用法：');
    }
    expect((await ok(['--help', '--lang', language])).stdout.startsWith(language === 'en' ? 'Examples:' : '示例：')).toBe(true);
  });

  it('the locale chooses the language, --lang overrides it', async () => {
    expect((await landfall(['project', 'info', '/none.landfall'], { env: { LANG: 'zh_CN.UTF-8' } })).stderr).toMatch(/[\u4e00-\u9fff]/);
    expect((await landfall(['project', 'info', '/none.landfall', '--lang', 'en'], { env: { LANG: 'zh_CN.UTF-8' } })).stderr).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['cli.md', 'collector.md'])('docs/%s is what the program says (npm run docs)', async (page) => {
    const out = mkdtempSync(join(tmpdir(), 'landfall-docs-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    await ok(['docs', out]);
    expect(readFileSync(resolve(import.meta.dirname, '..', '..', 'docs', page), 'utf8')).toBe(readFileSync(join(out, page), 'utf8'));
  });

  it.each(['linux', 'windows'])('script --platform %s prints the very text whose digest it names', async (platform) => {
    const { stdout, stderr } = await ok(['script', '--platform', platform]);
    expect(stderr).toContain(createHash('sha256').update(stdout).digest('hex'));
  });

  it('sudoers prints both files and refuses what is no account', async () => {
    expect((await ok(['sudoers', 'svc-scan'])).stdout).toContain('svc-scan ALL=(root) NOPASSWD: /bin/sh -s');
    expect((await ok(['sudoers', 'svc-scan', '--commands'])).stdout).not.toContain('/bin/sh');
    expect((await landfall(['sudoers', 'x ALL=(ALL) ALL'])).exitCode).toBe(2);
  });
});

describe('exit codes', () => {
  it.each([
    ['4: no such file', ['project', 'info', '/none.landfall'], 4],
    ['4: it exists already', ['project', 'create', project], 4],
    ['4: unknown server', ['host', 'show', project, 'nobody'], 4],
    ['4: no plan', ['plan', 'check', project], 4],
    ['4: nothing to approve', ['host', 'approve', project, '--all-pending'], 4],
    ['4: filter that is none', ['host', 'list', project, '--filter', 'nope:('], 4],
    ['7: no project', ['project', 'info', join(folder, 'departments.csv')], 7],
  ] as const)('%s', async (_name, argv, code) => {
    const { exitCode, stdout, stderr } = await landfall(argv);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr.trim().length).toBeGreaterThan(20);
  });

  it('3: an import with rejected rows keeps the good ones and names the bad ones', async () => {
    writeFileSync(join(folder, 'partly.csv'), '系统名称,所属部门\n好系统,财政局\n,财政局\n');
    const { exitCode, stderr } = await landfall(['import', project, join(folder, 'partly.csv'), '--kind', 'systems']);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/3/);
    expect((await ok(['system', 'list', project])).stdout).toContain('好系统');
    await ok(['project', 'undo', project]);
    expect((await ok(['system', 'list', project])).stdout).not.toContain('好系统');
    await ok(['project', 'redo', project]);
    expect((await ok(['system', 'list', project])).stdout).toContain('好系统');
  });

  it('--dry-run shows what would happen and changes nothing', async () => {
    const before = (await ok(['host', 'list', project, '--json'])).stdout;
    const { stdout } = await ok(['import', project, join(folder, 'servers.csv'), '--kind', 'servers', '--dry-run', '--json']);
    expect(JSON_SHAPES['import --dry-run'].parse(JSON.parse(stdout)).counts).toMatchObject({ create: 2 });
    expect((await ok(['host', 'list', project, '--json'])).stdout).toBe(before);
  });

  it('D13: a project another process works on can be read but not changed (5)', async () => {
    const other = createCore({ shell: 'cli', dataDir: join(folder, 'other') });
    onTestFinished(() => other.close());
    await other.call('project.open', { file: other.files.register(project, 'write') });
    const read = await landfall(['department', 'list', project]);
    expect(read.exitCode).toBe(0);
    expect(read.stderr).not.toBe('');
    expect((await landfall(['project', 'undo', project])).exitCode).toBe(5);
  });
});

describe('the sample city, a plan, files', () => {
  const city = join(folder, 'sample.landfall');

  it('scans over SSH, ends with 3 because some hosts are faulty, and finds servers by every name', { timeout: 120_000 }, async () => {
    await ok(['project', 'create', city]);
    const { exitCode, stdout, stderr } = await landfall(['scan', city, '--sample', '20', '--json']);
    const { run } = JSON_SHAPES.scan.parse(JSON.parse(stdout));
    expect(exitCode, stderr).toBe(run.counts.failed + run.counts.partial > 0 ? 3 : 0);
    expect(run.counts.done + run.counts.partial).toBeGreaterThan(10);
    const [server] = JSON_SHAPES['host list'].parse(JSON.parse((await ok(['host', 'list', city, '--json', '--limit', '1'])).stdout)).rows;
    if (!server) throw new Error('the scan found no server');
    for (const name of [server.id, server.hostname, server.address ?? server.id]) {
      expect(JSON_SHAPES['host show'].parse(JSON.parse((await ok(['host', 'show', city, name, '--json'])).stdout)).server.id, name).toBe(server.id);
    }
  });

  it('plans, checks, tracks and exports', { timeout: 120_000 }, async () => {
    const created = await landfall(['plan', 'create', city, '--adopt', '80%@2036-06-30', '--adopt', '100%@2037-12-31', '--start', '2027-01-04', '--json']);
    const { plan } = JSON_SHAPES['plan create'].parse(JSON.parse(created.stdout));
    expect(created.exitCode).toBe(plan.targets.every((target) => target.met) ? 0 : 8);
    expect(plan.targets.map((target) => target.ratio)).toEqual([0.8, 1]);
    expect(JSON_SHAPES['plan check'].parse(JSON.parse((await ok(['plan', 'check', city, '--json'])).stdout))).toMatchObject({ valid: true, hashMatches: true });
    expect((await ok(['plan', 'show', city])).stdout).toContain('2036-06-30');
    const [system] = JSON_SHAPES['track list'].parse(JSON.parse((await ok(['track', 'list', city, '--json', '--limit', '1'])).stdout)).rows;
    if (!system) throw new Error('no system');
    await ok(['track', 'set', city, system.systemId, '--state', 'preparing', '--evidence', 'Kick-off minutes 2026/11']);
    const out = join(folder, 'files', 'plan.xlsx');
    const result = JSON_SHAPES.export.parse(JSON.parse((await ok(['export', city, '--format', 'xlsx', '--out', out, '--json'])).stdout));
    expect(existsSync(out)).toBe(true);
    expect(result.sizeBytes).toBe(readFileSync(out).length);
    expect((await landfall(['export', city, '--format', 'xlsx', '--out', out])).exitCode).toBe(4);
    await ok(['export', city, '--format', 'xlsx', '--out', out, '--force']);
  });

  it('8: a target that cannot be met is told by the exit code', { timeout: 60_000 }, async () => {
    const { exitCode, stdout } = await landfall(['plan', 'create', city, '--adopt', '100%@2027-01-06', '--start', '2027-01-04']);
    expect(exitCode).toBe(8);
    expect(stdout).toContain('2027-01-06');
  });

  it('C06: the first interruption stops a scan cleanly with 130, the second ends at once', { timeout: 120_000 }, async () => {
    const path = join(folder, 'stopped.landfall');
    await ok(['project', 'create', path]);
    const run = typeCommand(join(folder, 'data'), ['scan', path, '--sample', '60', '--lang', 'en'], { tty: true });
    await run.shows('%');
    run.interrupt();
    run.interrupt();
    expect(run.ended).toEqual([130]);
    expect(await run.exitCode).toBe(130);
    expect(run.stderr()).toContain('Ctrl-C');
    expect(JSON_SHAPES['project verify'].parse(JSON.parse((await ok(['project', 'verify', path, '--json'])).stdout))).toMatchObject({ integrity: 'ok', auditValid: true });
  });
});

describe('serve', () => {
  it('prints a launch address that works once, opens the private page instead of it, and ends at the first interruption', async () => {
    const rendererDir = mkdtempSync(join(tmpdir(), 'landfall-renderer-'));
    onTestFinished(() => rmSync(rendererDir, { recursive: true, force: true }));
    writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>');
    const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const run = typeCommand(join(folder, 'data'), ['serve', project, '--json'], { startWeb: ({ core, port, ipv6 }) => serveWeb({ core, port, ipv6, rendererDir, dataDir: join(folder, 'data'), log: silent }) });
    await run.shows('/launch/');
    const { url } = JSON_SHAPES.serve.parse(JSON.parse(run.stdout()));
    expect(run.opened).toHaveLength(1);
    expect(run.opened[0]).not.toContain(url.split('/').at(-1));
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(401);
    run.interrupt();
    expect(await run.exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
});
