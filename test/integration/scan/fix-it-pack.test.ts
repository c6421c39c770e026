import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { exportResultSchema } from '../../../shared/contract/exporting.ts';
import { describeHostError } from '../../../shared/i18n/describe-error.ts';
import type { Core } from '../../../electron/core/app/index.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { HOSTILE_NAME } from '../../support/export-dataset.ts';
import { startTcpFault } from '../../support/fault-servers.ts';
import { startScanFixture, untilJob } from '../../support/scan-fixture.ts';

const READER = '/usr/bin/python3';
const OPENPYXL = '/usr/lib/python3/dist-packages/openpyxl/__init__.py';

interface SeenSheet { readonly rows: { readonly v: string | number | null; readonly t: string }[][]; readonly hidden: string[]; readonly freeze: string | null; readonly paper: number }
interface SeenBook { readonly order: string[]; readonly sheets: Record<string, SeenSheet> }

function readBook(path: string): SeenBook {
  return JSON.parse(execFileSync(READER, [join(import.meta.dirname, '../../support/read-xlsx.py'), path], { encoding: 'utf8' })) as SeenBook;
}

function cells(sheet: SeenSheet | undefined): Record<string, string | number | null>[] {
  const [head, ...rows] = sheet?.rows ?? [];
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(head?.[index]?.v), cell.v])));
}

async function exportPack(core: Core, choice: Partial<InputOf<'exporting.start'>>) {
  const { jobId } = await core.call('exporting.start', { format: 'fix-it', language: 'en', ...choice });
  const job = await untilJob(core, jobId);
  const result = exportResultSchema.safeParse(job.result);
  return { job, ...(result.success ? { result: result.data, path: core.files.resolve(result.data.file, 'read') } : {}) };
}

describe.skipIf(!existsSync(OPENPYXL))('the fix-it pack as openpyxl reads it (needs python3-openpyxl)', () => {
  let fixture: Awaited<ReturnType<typeof startScanFixture>>;
  let targets: { readonly read: ScanTarget; readonly finance: ScanTarget; readonly hostile: ScanTarget; readonly loose: ScanTarget };
  let shut: string | undefined;

  beforeEach(async () => {
    shut = undefined;
    fixture = await startScanFixture({ hosts: 20, accepts: (hostname) => hostname !== shut });
    const [read, refused] = fixture.fleet.targets;
    if (!read || !refused) throw new Error('The fleet has no hosts');
    const [silent, reset] = [await startTcpFault('reset'), await startTcpFault('reset')];
    onTestFinished(async () => {
      await silent.close();
      await reset.close();
    });
    shut = refused.name ?? undefined;
    const faulty = { user: 'scan', tag: null, jump: null, identityFile: null };
    targets = {
      read: { ...read, departmentName: '财政局' },
      finance: { ...refused, departmentName: '财政局' },
      hostile: { ...faulty, host: silent.host, port: silent.port, name: HOSTILE_NAME.slice(0, 60), departmentName: '=2+3/档案局' },
      loose: { ...faulty, host: reset.host, port: reset.port, name: null, departmentName: null },
    };
  });

  async function scan(): Promise<void> {
    const { core, options } = fixture;
    await untilJob(core, (await core.call('scan.start', { ...options, targets: Object.values(targets) })).jobId);
  }

  test('H05: one department: causes with what to do, hosts with what was seen; text is text, ids are hidden', async () => {
    await scan();
    const { core } = fixture;
    const { result, path } = await exportPack(core, { department: '=2+3/档案局' });
    expect(result).toMatchObject({ fileName: expect.stringMatching(/\.xlsx$/) as string, rows: { departments: 1, problems: 1 } });
    const book = readBook(path ?? '');
    expect(book.order).toEqual(['What to do', 'Hosts']);
    const told = describeHostError('en', 'RESET_BEFORE_BANNER', { host: 'the server', port: 'SSH' });
    expect(cells(book.sheets['What to do'])).toMatchObject([{ Problem: told.title, Servers: 1, 'What to do': told.next, 'Who can mend it': 'Network team', 'Error code': 'RESET_BEFORE_BANNER' }]);
    const [host] = cells(book.sheets['Hosts']);
    expect(host).toMatchObject({ Address: targets.hostile.host, Port: targets.hostile.port, Department: '=2+3/档案局', 'Error code': 'RESET_BEFORE_BANNER' });
    expect(host?.['What was seen']).toContain(`${targets.hostile.host}:${String(targets.hostile.port)}`);
    expect(host?.['Server ID']).toMatch(/^srv-/);
    expect(book.sheets['Hosts']).toMatchObject({ hidden: ['A'], freeze: 'A2', paper: 9 });
    expect(Object.values(book.sheets).flatMap((sheet) => sheet.rows.flat()).filter((cell) => cell.t === 'f')).toEqual([]);
  });

  test('all departments: an archive with one workbook each; what has been mended since is gone', async () => {
    await scan();
    const { core, options } = fixture;
    const all = await exportPack(core, { language: 'zh-CN' });
    const names = execFileSync(READER, ['-c', 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("\\n".join(sorted(z.namelist())))', all.path ?? ''], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toEqual(['=2+3-档案局.xlsx', '未归属部门.xlsx', '财政局.xlsx']);
    expect(all.result?.rows).toEqual({ departments: 3, problems: 3 });

    shut = undefined;
    await untilJob(core, (await core.call('scan.start', { ...options, targets: [targets.finance] })).jobId);
    const mended = await exportPack(core, { department: '财政局' });
    expect(mended.job.error?.code).toBe('export.nothing_to_export');
    expect((await exportPack(core, {})).result?.rows).toEqual({ departments: 2, problems: 2 });
  });

  test('a department is for fix-it packs only', async () => {
    await expect(fixture.core.call('exporting.start', { format: 'xlsx', language: 'en', department: '财政局' })).rejects.toMatchObject({ code: 'request.invalid_input' });
  });

  test('each department of a run has its counts and causes, and the results narrowed by it have as many rows', async () => {
    await scan();
    const { core } = fixture;
    const runId = (await core.call('scan.listRuns', {})).runs[0]?.id;
    if (runId === undefined) throw new Error('No run');
    const { departments } = await core.call('scan.listRunDepartments', { runId });
    expect(departments.map(({ departmentName, counts, errorGroups }) => [departmentName, counts.total, counts.done, errorGroups])).toEqual([
      ['=2+3/档案局', 1, 0, [{ code: 'RESET_BEFORE_BANNER', count: 1 }]],
      ['财政局', 2, 1, [{ code: 'AUTH_REJECTED', count: 1 }]],
      [null, 1, 0, [{ code: 'RESET_BEFORE_BANNER', count: 1 }]],
    ]);
    for (const { departmentName, counts } of departments) expect((await core.call('scan.listResults', { runId, departmentName })).total).toBe(counts.total);
  });
});
