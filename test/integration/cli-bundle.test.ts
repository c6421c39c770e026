import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { JSON_SHAPES } from '../../electron/shells/cli/json-shapes.ts';
import { command, type CommandResult } from '../support/fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'landfall-cli-bundle-'));
const project = join(folder, 'city.landfall');
const bundle = join(folder, 'out.lfb');
const collector = (argv: readonly string[]): Promise<CommandResult> => command(join(folder, 'collector'), argv);
const city = (argv: readonly string[]): Promise<CommandResult> => command(join(folder, 'city'), argv);
const json = async (argv: readonly string[]): Promise<unknown> => JSON.parse((await city([...argv, '--json'])).stdout);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.runIf(process.platform === 'linux')('H18 N36 a department scans into a bundle without a project; the city takes it once it trusts the signer, and joins it with its own scan', async () => {
  expect((await collector(['scan', '--targets', 'hosts.csv', '--bundle', bundle])).stderr).toContain('--identity');
  expect((await collector(['scan', '--local'])).exitCode).toBe(2);
  const made = await collector(['scan', '--local', '--bundle', bundle]);
  expect([0, 3]).toContain(made.exitCode);
  const signer = /SHA256:[A-Za-z0-9+/]{43}/.exec(made.stderr)?.[0] ?? '';
  expect(existsSync(bundle)).toBe(true);
  expect(readFileSync(bundle, 'utf8').split('\n')[0]).toContain('"landfall-bundle"');
  expect(JSON_SHAPES['bundle inspect'].parse(await json(['bundle', 'inspect', bundle]))).toMatchObject({ signer, signatureValid: true, hostCount: 1 });

  await city(['project', 'create', project, '--name', 'City']);
  const kept = await city(['bundle', 'import', project, bundle]);
  expect([kept.exitCode, kept.stderr]).toEqual([9, expect.stringContaining(signer)]);
  expect(JSON_SHAPES['bundle list'].parse(await json(['bundle', 'list', project])).bundles).toMatchObject([{ state: 'quarantined', reasons: ['unknown-signer'] }]);
  await city(['bundle', 'trust', project, signer]);
  expect(JSON_SHAPES['bundle import'].parse(await json(['bundle', 'import', project, bundle]))).toMatchObject({ outcome: 'imported', created: 1 });
  const [imported] = JSON_SHAPES['host list'].parse(await json(['host', 'list', project])).rows;
  expect([0, 3]).toContain((await city(['scan', project, '--local'])).exitCode);
  const { rows } = JSON_SHAPES['host list'].parse(await json(['host', 'list', project]));
  expect(rows).toHaveLength(1);
  const fixed = ({ hostname, osName, kernel, vcpuCount, memBytes, packageCount }: (typeof rows)[number]) => ({ hostname, osName, kernel, vcpuCount, memBytes, packageCount });
  expect(rows.map(fixed)).toEqual([imported].flatMap((row) => (row ? [fixed(row)] : [])));

  const id = rows[0]?.id ?? '';
  const shown = await city(['host', 'show', project, id]);
  expect(shown.stdout).toContain('machine-id +4');
  const split = JSON_SHAPES['host split'].parse(await json(['host', 'split', project, id, 'local']));
  expect(split.serverId).not.toBe(id);
  expect(JSON_SHAPES['host list'].parse(await json(['host', 'list', project])).rows).toHaveLength(2);
  expect(JSON_SHAPES['host rejoin'].parse(await json(['host', 'rejoin', project, id]))).toEqual({ serverId: id, removed: 1 });
  expect(JSON_SHAPES['host conflicts'].parse(await json(['host', 'conflicts', project]))).toEqual({ conflicts: [] });
  expect(JSON_SHAPES['host resolve'].parse(await json(['host', 'resolve', project, id, 'vcpuCount', '3']))).toEqual({ changed: 1 });
  expect(JSON_SHAPES['bundle refuse'].safeParse(await json(['bundle', 'distrust', project, signer])).success).toBe(true);
  expect((await city(['bundle', 'import', project, bundle])).exitCode).toBe(9);
});
