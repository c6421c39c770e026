import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { addDays, calendarDateSchema, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { countSchema } from '../../../../shared/kernel/quantities.ts';
import { HOST_ERROR_CODES, hostErrorCodeSchema } from '../../../../shared/model/scan.ts';
import { CSV_TABLES, type EXPORT_FORMATS } from '../../../../shared/contract/exporting.ts';
import { formatCount } from '../../../../shared/i18n/format.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext, CoreSession } from '../command-context.ts';
import { renderPairs } from '../output/table.ts';
import { showInBrowser } from './serve-command.ts';

interface DemoOptions {
  readonly servers: number;
  readonly seed: number;
  readonly out?: string;
  readonly open: boolean;
  readonly force?: boolean;
}

/** What `demo --json` prints. */
export const demoResultSchema = z.object({
  project: z.string(),
  /** Hosts with facts; those that gave not all of them are counted by what was missing in `partial`. */
  scanned: countSchema,
  partial: z.partialRecord(hostErrorCodeSchema, countSchema),
  failed: z.partialRecord(hostErrorCodeSchema, countSchema),
  systems: countSchema,
  waves: countSchema,
  unassigned: countSchema,
  /** Percent → the day the plan reaches it; null when it does not. */
  adoptionAt: z.record(z.string(), calendarDateSchema.nullable()),
  files: z.array(z.string()),
});
type DemoResult = z.input<typeof demoResultSchema>;

/** A year for 80 %, two for 100 %: the pace of the model case. */
function targetsFrom(today: CalendarDate): { ratio: number; date: CalendarDate }[] {
  return [{ ratio: 0.8, date: addDays(today, 365) }, { ratio: 1, date: addDays(today, 730) }];
}

async function outputFolder({ out, force }: DemoOptions): Promise<string> {
  if (out === undefined) return mkdtemp(join(tmpdir(), 'landfall-demo-'));
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'sample.landfall');
  if (existsSync(project)) {
    if (force !== true) throw new AppError('project.exists', { path: project });
    for (const suffix of ['', '-wal', '-shm']) await rm(`${project}${suffix}`, { force: true });
  }
  return folder;
}

async function exportAll(context: CommandContext, { client, file }: CoreSession, folder: string): Promise<string[]> {
  const wanted: { name: string; format: (typeof EXPORT_FORMATS)[number]; table?: (typeof CSV_TABLES)[number] }[] = [
    { name: 'plan.xlsx', format: 'xlsx' },
    { name: 'plan.xml', format: 'mspdi' },
    { name: 'project.jsonl', format: 'jsonl' },
    ...CSV_TABLES.map((table) => ({ name: `${table}.csv`, format: 'csv' as const, table })),
  ];
  for (const { name, format, table } of wanted) {
    const { jobId } = await client.call('exporting.start', { format, language: context.language, file: file(join(folder, name), 'write'), overwrite: true, ...(table === undefined ? {} : { table }) });
    await context.finish(client, jobId);
  }
  return wanted.map(({ name }) => join(folder, name));
}

/** The main job once, on the embedded city: scan over SSH, plan, export. */
async function runMainJob(context: CommandContext, session: CoreSession, folder: string, options: DemoOptions): Promise<DemoResult> {
  const { client, file } = session;
  const project = join(folder, 'sample.landfall');
  await client.call('project.create', { name: context.t('demo.projectName'), file: file(project, 'write') });
  const scan = await client.call('scan.startSample', { servers: options.servers, seed: options.seed });
  await context.finish(client, scan.jobId);
  const { run: scanned } = await client.call('scan.getRun', { runId: scan.runId });
  const byCode = (severity: 'failed' | 'partial') => Object.fromEntries(scanned.errorGroups.filter(({ code }) => HOST_ERROR_CODES[code].severity === severity).map(({ code, count }) => [code, count]));
  const today = calendarDateSchema.parse(context.today());
  const planned = await client.call('plan.create', { targets: targetsFrom(today) });
  await context.finish(client, planned.jobId);
  const { plan, items } = await client.call('plan.get', {});
  return {
    project,
    scanned: scanned.counts.done + scanned.counts.partial,
    partial: byCode('partial'),
    failed: byCode('failed'),
    systems: items.length,
    waves: plan.waves.length,
    unassigned: plan.unassigned.length,
    adoptionAt: Object.fromEntries(plan.targets.map((target) => [String(Math.round(target.ratio * 100)), target.reachedOn])),
    files: [project, ...(await exportAll(context, session, folder))],
  };
}

function resultText({ t, language }: CommandContext, result: DemoResult): string {
  const failed = Object.entries(result.failed).map(([code, count]) => `${code} ${count}`).join(', ');
  return renderPairs([
    [t('column.path'), result.project],
    [t('demo.scanned'), formatCount(language, result.scanned)],
    [t('column.failed'), failed === '' ? '0' : failed],
    [t('column.systems'), formatCount(language, result.systems)],
    [t('column.waves'), formatCount(language, result.waves)],
    ...Object.entries(result.adoptionAt).map(([percent, date]) => [`${percent} %`, date ?? '-'] as const),
    [t('demo.files'), formatCount(language, result.files.length)],
  ]);
}

async function demo(context: CommandContext, options: DemoOptions): Promise<void> {
  const folder = await outputFolder(options);
  const session = await context.session('web');
  const result = await runMainJob(context, session, folder, options);
  context.print.result(result, () => resultText(context, result));
  if (options.open) await showInBrowser(context, session, { port: 0, open: true });
}

export function addDemoCommand(program: Command, scope: CommandScope): void {
  addCommand(program, scope, 'demo', 'demo.about')
    .addOption(numberOption(scope, '--servers <number>', 'demo.servers', { min: 20, max: 4717 }).default(60))
    .addOption(numberOption(scope, '--seed <number>', 'option.seed', { min: 0, max: 2 ** 31 }).default(1))
    .addOption(describedOption(scope, '--out <folder>', 'demo.out'))
    .addOption(describedOption(scope, '--force', 'option.force'))
    .addOption(describedOption(scope, '--no-open', 'option.noOpen'))
    .action(run(scope, demo));
}
