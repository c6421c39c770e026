import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { SystemId } from '../../../../shared/kernel/ids.ts';
import type { Client } from '../../../../shared/contract/client.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { ADOPTION_MEASURES, type AdoptionMeasure } from '../../../../shared/model/plan.ts';
import { TRACKING_STATES, type TrackingState } from '../../../../shared/model/tracking.ts';
import { formatCount, formatRatio } from '../../../../shared/i18n/format.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs, renderTable } from '../output/table.ts';
import { dateParser } from './plan-commands.ts';

/** Systems by id or exact name; a name that fits none or several is refused. */
async function findSystems(client: Client, texts: readonly string[]): Promise<SystemId[]> {
  const { rows } = await allPages((input) => client.call('tracking.listSystems', input));
  return texts.map((text) => {
    const fitting = rows.filter((row) => row.systemId === text || row.name === text);
    const [only, ...others] = fitting;
    if (!only || others.length > 0) throw new AppError('record.not_found', { id: text, candidates: fitting.map((row) => row.systemId) });
    return only.systemId;
  });
}

async function set(context: CommandContext, file: string, systems: readonly string[], options: { state: TrackingState; on?: CalendarDate; evidence?: string }): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const on = options.on ?? (context.today() as CalendarDate);
  const answer = await client.call('tracking.setState', { systemIds: await findSystems(client, systems), state: options.state, on, evidence: options.evidence ?? '' });
  context.print.result(answer, () => `${context.t('track.changed', { count: answer.changed })}\n`);
}

async function list(context: CommandContext, file: string, options: { text?: string; late?: boolean; wave?: number; asOf?: CalendarDate; limit?: number }): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const chosen = { text: options.text ?? '', lateOnly: options.late ?? false, ...(options.wave === undefined ? {} : { waveIndex: options.wave }), ...(options.asOf ? { asOf: options.asOf } : {}) };
  const page = await allPages((input) => client.call('tracking.listSystems', { ...input, ...chosen }), options.limit);
  const { t } = context;
  context.print.list(page.rows, page, [
    { header: t('column.id'), cell: (row) => row.systemId },
    { header: t('column.name'), cell: (row) => row.name },
    { header: t('column.department'), cell: (row) => row.departmentName },
    { header: t('column.wave'), cell: (row) => row.waveIndex, align: 'right' },
    { header: t('column.plannedCutOver'), cell: (row) => row.plannedCutOver },
    { header: t('column.state'), cell: (row) => row.state },
    { header: t('column.on'), cell: (row) => row.on },
    { header: t('column.late'), cell: (row) => t(row.late ? 'yes' : 'no') },
  ]);
}

function progressText({ t, language }: CommandContext, { progress }: OutputOf<'tracking.getProgress'>): string {
  if (!progress) return `${t('progress.none')}\n`;
  const head = renderPairs([
    [t('column.asOf'), progress.asOf],
    [t('column.measure'), progress.measure],
    [t('column.adopted'), formatRatio(language, progress.adoptedRatio)],
    [t('column.proven'), formatRatio(language, progress.provenRatio)],
    [t('column.planned'), formatRatio(language, progress.plannedRatioToday)],
  ]);
  const departments = renderTable(progress.departments, [
    { header: t('column.department'), cell: (row) => row.name },
    { header: t('column.total'), cell: (row) => formatCount(language, row.total), align: 'right' },
    { header: t('column.adopted'), cell: (row) => formatCount(language, row.adopted), align: 'right' },
    { header: t('column.planned'), cell: (row) => formatCount(language, row.plannedByToday), align: 'right' },
    { header: t('column.late'), cell: (row) => formatCount(language, row.lateSystemIds.length), align: 'right' },
  ], { cut: false });
  return `${head}\n${departments}`;
}

async function showProgress(context: CommandContext, file: string, options: { measure?: AdoptionMeasure; asOf?: CalendarDate }): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('tracking.getProgress', { ...(options.measure ? { measure: options.measure } : {}), ...(options.asOf ? { asOf: options.asOf } : {}) });
  context.print.result(answer, () => progressText(context, answer));
}

export function addTrackingCommands(program: Command, scope: CommandScope): void {
  const date = dateParser(scope);
  const track = addCommand(program, scope, 'track', 'track.about');
  addCommand(track, scope, 'set <file> <systems...>', 'track.set')
    .addOption(describedOption(scope, '--state <state>', 'option.trackingState').choices(TRACKING_STATES).makeOptionMandatory())
    .addOption(describedOption(scope, '--on <date>', 'option.on').argParser(date))
    .addOption(describedOption(scope, '--evidence <text>', 'option.evidence'))
    .action(run(scope, set));
  addCommand(track, scope, 'list <file>', 'track.list')
    .addOption(describedOption(scope, '--text <words>', 'option.text'))
    .addOption(describedOption(scope, '--late', 'option.late'))
    .addOption(numberOption(scope, '--wave <index>', 'option.wave', { min: 1, max: 10_000 }))
    .addOption(describedOption(scope, '--as-of <date>', 'option.asOf').argParser(date))
    .addOption(numberOption(scope, '--limit <count>', 'option.limit', { min: 1, max: 1_000_000 }))
    .action(run(scope, list));
  addCommand(program, scope, 'progress <file>', 'progress.about')
    .addOption(describedOption(scope, '--measure <measure>', 'option.measure').choices(ADOPTION_MEASURES))
    .addOption(describedOption(scope, '--as-of <date>', 'option.asOf').argParser(date))
    .action(run(scope, showProgress));
}
