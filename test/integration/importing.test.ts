import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileToken } from '../../shared/kernel/ids.ts';
import { startCoreWithProject, type CoreFixture } from '../support/core-fixture.ts';
import { tempDir } from '../support/temp-dir.ts';

function fileOf({ core }: CoreFixture, name: string, content: string | Uint8Array): FileToken {
  const path = join(tempDir('import'), name);
  writeFileSync(path, content);
  return core.files.register(path, 'read');
}

const SYSTEMS = '系统名称,所属部门,重要程度,等保等级,是否涉密,可中断小时,服务器\n预算系统,财政局,高,三级,否,4,web01;10.0.0.2\n国库系统,财政局,核心,3,否,,\n婚姻登记,民政局,中,二级,否,8小时,\n';
const SERVERS = 'Server name,IP addresses,*Cores,*Memory (In MB),*OS name,system\nweb01,10.0.0.1,8,16384,Ubuntu Linux,\ndb01,10.0.0.2,16,65536,Red Hat Enterprise Linux 7,国库系统\n';

async function importFile(fixture: CoreFixture, file: FileToken) {
  const preview = await fixture.core.call('importing.preview', { file });
  return { preview, applied: await fixture.core.call('importing.apply', { file, kind: preview.kind, mapping: preview.mapping }) };
}

describe('importing registers', () => {
  it('creates departments and systems, links named servers, and does nothing the second time', async () => {
    const fixture = await startCoreWithProject();
    const { core } = fixture;
    await importFile(fixture, fileOf(fixture, 'servers.csv', SERVERS));
    const { preview, applied } = await importFile(fixture, fileOf(fixture, 'systems.csv', SYSTEMS));
    expect(preview).toMatchObject({ kind: 'systems', counts: { rows: 3, create: 3, reject: 0 }, newDepartments: ['财政局', '民政局'] });
    expect(applied).toMatchObject({ created: 3, updated: 0, rejected: [] });

    const { rows } = await core.call('organisation.listSystems', {});
    expect(rows.map((row) => [row.name, row.departmentName, row.criticality, row.protectionLevel, row.classified, row.downtimeHours, row.serverCount]).toSorted()).toEqual([
      ['国库系统', '财政局', 'vital', 3, false, null, 0],
      ['婚姻登记', '民政局', 'medium', 2, false, 8, 0],
      ['预算系统', '财政局', 'high', 3, false, 4, 2],
    ].toSorted());

    const again = await importFile(fixture, fileOf(fixture, 'systems.csv', SYSTEMS));
    expect(again.applied).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  it('keeps imported server facts as observations under what is entered', async () => {
    const fixture = await startCoreWithProject();
    const { core } = fixture;
    await importFile(fixture, fileOf(fixture, 'servers.csv', SERVERS));
    const { rows } = await core.call('inventory.listServers', { filter: 'host:web01' });
    const [server] = rows;
    if (server === undefined) throw new Error('web01 was not imported');
    expect(server).toMatchObject({ vcpuCount: 8, memBytes: 16 * 1024 ** 3, osName: 'Ubuntu Linux', address: '10.0.0.1' });
    await core.call('inventory.editServers', { serverIds: [server.id], changes: { vcpuCount: 12 } });
    await importFile(fixture, fileOf(fixture, 'servers.csv', SERVERS.replace('8,16384', '10,32768')));
    const detail = await core.call('inventory.getServer', { serverId: server.id });
    expect(detail.server).toMatchObject({ vcpuCount: 12, memBytes: 32 * 1024 ** 3, overridden: ['vcpuCount'] });
    expect(detail.observations['vcpuCount']?.map((entry) => [entry.provenance.source, entry.value])).toEqual([['entered', 12], ['imported', 10]]);
  });

  it('X06: takes the good rows and hands the bad ones back with reasons', async () => {
    const fixture = await startCoreWithProject();
    const rows = Array.from({ length: 100 }, (_, index) => `系统${index},财政局,${index % 20 === 0 ? '超级' : '高'}`);
    const { applied } = await importFile(fixture, fileOf(fixture, 'systems.csv', `系统名称,所属部门,重要程度\n${rows.join('\n')}\n`));
    expect(applied.created).toBe(95);
    expect(applied.rejected.map((row) => row.problems)).toEqual(Array.from({ length: 5 }, () => [{ field: 'criticality', reason: 'unknownValue' }]));
  });

  it('is one step to undo, however many rows', async () => {
    const fixture = await startCoreWithProject();
    const { core } = fixture;
    const rows = Array.from({ length: 900 }, (_, index) => `系统${index},部门${index % 240}`);
    await importFile(fixture, fileOf(fixture, 'systems.csv', `系统名称,所属部门\n${rows.join('\n')}\n`));
    expect((await core.call('project.getStatus', {})).counts).toMatchObject({ departments: 240, systems: 900 });
    await core.call('project.undo', {});
    expect((await core.call('project.getStatus', {})).counts).toMatchObject({ departments: 0, systems: 0 });
    await core.call('project.redo', {});
    expect((await core.call('project.getStatus', {})).counts).toMatchObject({ departments: 240, systems: 900 });
  });

  it('names the object, the cause and the next step when a file cannot be used, and changes nothing', async () => {
    const fixture = await startCoreWithProject();
    const { core } = fixture;
    await expect(core.call('importing.preview', { file: fileOf(fixture, 'x.csv', Uint8Array.from([0x89, 0x50, 0xff, 0xff, 0x00, 0x01])) })).rejects.toMatchObject({ code: 'import.unreadable_encoding' });
    await expect(core.call('importing.preview', { file: fileOf(fixture, 'x.csv', 'only a header\n') })).rejects.toMatchObject({ code: 'import.no_rows' });
    await expect(core.call('importing.apply', { file: fileOf(fixture, 'x.csv', 'a,b\n1,2\n'), kind: 'systems', mapping: { name: 'a' } })).rejects.toMatchObject({ code: 'import.missing_column' });
    await expect(core.call('importing.apply', { file: fileOf(fixture, 'x.csv', '系统名称,所属部门\n,财政局\n'), kind: 'systems', mapping: { name: '系统名称', department: '所属部门' } })).rejects.toMatchObject({ code: 'import.nothing_valid' });
    expect((await core.call('project.getStatus', {})).counts).toMatchObject({ departments: 0, systems: 0 });
  });
});
