import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore, recordHostFacts } from '../../electron/core/inventory/index.ts';
import { countingIds, hostFacts, hostRecord, TEST_INSTANT } from '../support/builders.ts';
import { startCore, type CoreFixture } from '../support/core-fixture.ts';

interface Machine {
  readonly name: string;
  readonly address: string;
  readonly peer?: string;
}

function recordMachines(path: string, machines: readonly Machine[], newId = countingIds()): void {
  const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
  try {
    project.note(() => {
      for (const { name, address, peer } of machines) {
        const facts = hostFacts({
          identity: { hostname: name, machineId: `id-${name}` },
          nics: [{ name: 'eth0', addresses: [{ address, prefixLength: 24, family: 'ipv4' }] }],
          flows: peer === undefined ? [] : [{ transport: 'tcp', direction: 'outbound', peerAddress: peer, port: 5432, processName: 'java', connections: 4 }],
        });
        recordHostFacts(project, hostRecord({ newId, facts, target: { host: address, name: null, departmentName: '财政局', tag: null } }));
      }
    });
  } finally {
    project.close();
  }
}

async function coreWith(machines: readonly Machine[]): Promise<CoreFixture> {
  const fixture = startCore();
  createProjectFile(fixture.projectPath);
  recordMachines(fixture.projectPath, machines);
  await fixture.core.call('project.open', { file: fixture.core.files.register(fixture.projectPath, 'read') });
  return fixture;
}

const TWO = [{ name: 'app-01', address: '10.1.0.11', peer: '10.1.0.12' }, { name: 'db-01', address: '10.1.0.12' }] as const;

async function serverNamed({ core }: CoreFixture, name: string) {
  const { rows } = await core.call('inventory.listServers', { filter: `host="${name}"` });
  if (!rows[0]) throw new Error(`No server ${name}`);
  return rows[0];
}

describe('inventory', () => {
  test('lists with filter, sums and counts', async () => {
    const { core } = await coreWith(TWO);
    const page = await core.call('inventory.listServers', { filter: 'os:kylin dept:财政 mem>8G db-' });
    expect(page).toMatchObject({ total: 1, grandTotal: 2, totals: { vcpuCount: 8 } });
    expect(page.rows[0]).toMatchObject({ hostname: 'db-01', departmentName: '财政局', scanState: 'scanned', overridden: [] });
    await expect(core.call('inventory.listServers', { filter: 'ram>4' })).rejects.toMatchObject({ code: 'filter.invalid', params: { at: 0, reason: 'unknownField' } });
  });

  test('a bulk edit overrides, survives a new scan, is undone and redone', async () => {
    const fixture = await coreWith(TWO);
    const { core, projectPath } = fixture;
    const { id } = await serverNamed(fixture, 'app-01');
    expect(await core.call('inventory.editServers', { serverIds: [id], changes: { vcpuCount: 32, note: 'kept' } })).toEqual({ changed: 1 });
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ vcpuCount: 32, note: 'kept', overridden: ['vcpuCount', 'note'] });
    expect((await core.call('project.getStatus', {})).undo).toBe('inventory.editServers');

    await core.call('project.close', {});
    recordMachines(projectPath, [TWO[0]], () => 'rescan');
    const { projects } = await core.call('project.listRecent', {});
    await core.call('project.open', { recentId: projects[0]?.id ?? '' });
    expect((await serverNamed(fixture, 'app-01')).vcpuCount).toBe(32);

    await core.call('project.undo', {});
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ vcpuCount: 8, note: null, overridden: [] });
    await core.call('project.redo', {});
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ vcpuCount: 32, note: 'kept' });
    await core.call('inventory.editServers', { serverIds: [id], changes: { vcpuCount: null } });
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ vcpuCount: 8, overridden: ['note'] });
    expect((await core.call('project.verify', {})).auditValid).toBe(true);
  });

  test('a field nobody may set is refused by name', async () => {
    const fixture = await coreWith(TWO);
    const { id } = await serverNamed(fixture, 'app-01');
    await expect(fixture.core.call('inventory.editServers', { serverIds: [id], changes: { sampleCount: 4 } })).rejects.toMatchObject({ code: 'request.invalid_input', params: { fields: ['sampleCount'] } });
    await expect(fixture.core.call('inventory.editServers', { serverIds: [id], changes: { vcpuCount: 'many' } })).rejects.toMatchObject({ code: 'request.invalid_input' });
  });

  test('every scanned figure opens to the text it was read from', async () => {
    const fixture = await coreWith(TWO);
    const { id } = await serverNamed(fixture, 'app-01');
    const detail = await fixture.core.call('inventory.getServer', { serverId: id });
    const evidence = detail.observations['osId']?.[0]?.provenance.evidence;
    expect(evidence).toMatchObject({ section: 'os' });
    const opened = await fixture.core.call('inventory.getEvidence', { evidenceId: evidence?.evidenceId ?? '', section: 'os' });
    expect(opened.text).toBe('ID=kylin');
    expect((await fixture.core.call('inventory.getEvidence', { evidenceId: evidence?.evidenceId ?? '' })).text).toContain('Kunpeng 920');
    expect(detail.profile?.confidence.stars).toBe((await serverNamed(fixture, 'app-01')).confidenceStars);
    expect(detail.facts?.os?.id).toBe('kylin');
  });

  test('flows name both ends', async () => {
    const fixture = await coreWith(TWO);
    const { id } = await serverNamed(fixture, 'db-01');
    const { rows } = await fixture.core.call('inventory.listFlows', { serverId: id });
    expect(rows).toMatchObject([{ fromName: 'app-01', toName: 'db-01', toServerId: id, port: 5432, connections: 4 }]);
  });

  test('rules, hands and departments settle where a server belongs', async () => {
    const fixture = await coreWith(TWO);
    const { core } = fixture;
    const { department } = await core.call('organisation.createDepartment', { name: '税务局' });
    const { system } = await core.call('organisation.createSystem', { name: '申报', departmentId: department.id });
    const rule = { id: 'r1', rank: 1, systemId: system.id, hostnameGlob: 'app-*', cidr: '10.1.0.0/24', tag: null };
    expect(await core.call('organisation.saveLinkRules', { rules: [rule] })).toEqual({ linked: 1 });
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ systemName: '申报', departmentName: '税务局' });
    const database = await serverNamed(fixture, 'db-01');
    await core.call('inventory.linkServers', { serverIds: [database.id], systemId: system.id });
    await core.call('organisation.saveLinkRules', { rules: [] });
    expect(await serverNamed(fixture, 'db-01')).toMatchObject({ systemName: '申报' });
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ systemName: null, departmentName: '财政局' });
    expect(await core.call('organisation.getSystem', { systemId: system.id })).toMatchObject({ system: { serverCount: 1, vcpuCount: 8 } });
    await core.call('project.undo', {});
    expect(await serverNamed(fixture, 'app-01')).toMatchObject({ systemName: '申报' });
    await core.call('organisation.deleteSystem', { id: system.id });
    expect(await serverNamed(fixture, 'db-01')).toMatchObject({ systemName: null });
    await core.call('project.undo', {});
    expect(await serverNamed(fixture, 'db-01')).toMatchObject({ systemName: '申报', departmentName: '税务局' });
    await expect(core.call('organisation.createDepartment', { name: '税务局' })).rejects.toMatchObject({ code: 'record.duplicate_name', params: { name: '税务局' } });
    await expect(core.call('organisation.deleteDepartment', { id: department.id })).rejects.toMatchObject({ code: 'record.in_use' });
  });

  test('unknown ids are refused before anything changes', async () => {
    const { core } = await coreWith(TWO);
    await expect(core.call('inventory.linkServers', { serverIds: ['srv-none'], systemId: null })).rejects.toMatchObject({ code: 'record.not_found' });
    await expect(core.call('organisation.getSystem', { systemId: 'sys-none' })).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('more than 200 rows are backed up before they change', async () => {
    const machines = Array.from({ length: 201 }, (_, index) => ({ name: `m-${index}`, address: `10.2.${Math.floor(index / 200)}.${index % 200}` }));
    const { core, projectPath } = await coreWith(machines);
    const { rows } = await core.call('inventory.listServers', { limit: 500 });
    await core.call('inventory.editServers', { serverIds: rows.map((row) => row.id), changes: { environment: 'production' } });
    expect(existsSync(`${projectPath}.backups`)).toBe(true);
    expect(readdirSync(`${projectPath}.backups`).filter((name) => name.endsWith('-bulk-edit.landfall'))).toHaveLength(1);
  });

  test('views are kept by name and go when deleted', async () => {
    const { core } = await coreWith(TWO);
    await core.call('inventory.saveView', { name: 'Kylin', screen: 'inventory', query: 'os:kylin' });
    const { view } = await core.call('inventory.saveView', { name: 'Kylin', screen: 'inventory', query: 'os:kylin mem>8G' });
    expect((await core.call('inventory.listViews', {})).views).toEqual([view]);
    await core.call('inventory.deleteView', { id: view.id });
    expect((await core.call('inventory.listViews', {})).views).toEqual([]);
    await expect(core.call('inventory.deleteView', { id: view.id })).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('suggests fields and the values in use', async () => {
    const { core } = await coreWith(TWO);
    expect((await core.call('inventory.suggestFilter', { text: 'o', caret: 1 })).suggestions.map((entry) => entry.insert)).toEqual(['os:', 'osname:', 'osver:']);
    expect((await core.call('inventory.suggestFilter', { text: 'os:ky', caret: 5 })).suggestions).toEqual([{ insert: 'os:kylin', label: 'kylin', count: 2 }]);
  });
});
