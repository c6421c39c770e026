import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import type { PlanId } from '../../../../shared/kernel/ids.ts';
import { calendarDateSchema, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { planSettingsSchema } from '../../../../shared/model/plan.ts';
import { formatCount, formatInstant, formatRatio } from '../../../../shared/i18n/format.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs, renderTable } from '../output/table.ts';
import { parseAdoptionTarget, type AdoptionTarget } from '../parse/adoption-target.ts';
import { usageError } from '../parse/usage-error.ts';

type PlanAnswer = OutputOf<'plan.get'>;
interface OnePlan {
  readonly plan?: string;
}
const planIdOf = ({ plan }: OnePlan): { planId?: PlanId } => (plan === undefined ? {} : { planId: plan as PlanId });

function planText({ t, language }: CommandContext, { summary, plan }: PlanAnswer): string {
  const head = renderPairs([
    [t('column.name'), summary.name],
    [t('column.planHash'), summary.planHash],
    [t('column.waves'), formatCount(language, summary.waveCount)],
    [t('column.assigned'), formatCount(language, summary.assignedCount)],
    [t('column.unassigned'), formatCount(language, summary.unassignedCount)],
    [t('column.violations'), formatCount(language, summary.violationCount)],
  ]);
  const targets = renderTable(plan.targets, [{ header: t('column.target'), cell: (row) => formatRatio(language, row.ratio) }, { header: t('column.dueDate'), cell: (row) => row.date }, { header: t('column.reachedOn'), cell: (row) => row.reachedOn }, { header: t('column.met'), cell: (row) => t(row.met ? 'yes' : 'no') }, { header: t('column.shortfall'), cell: (row) => row.shortfall, align: 'right' }], { cut: false });
  const size = (index: number): number => plan.assignments.filter((assignment) => assignment.waveIndex === index).length;
  const waves = renderTable(plan.waves, [{ header: t('column.wave'), cell: (row) => row.index, align: 'right' }, { header: t('column.from'), cell: (row) => row.from }, { header: t('column.to'), cell: (row) => row.to }, { header: t('column.cutOver'), cell: (row) => `${row.cutOverFrom} - ${row.cutOverTo}` }, { header: t('column.groups'), cell: (row) => row.groupIds.length, align: 'right' }, { header: t('column.systems'), cell: (row) => size(row.index), align: 'right' }], { cut: false });
  return `${head}\n${targets}\n${waves}`;
}

async function create(context: CommandContext, file: string, options: { adopt?: readonly AdoptionTarget[]; start?: CalendarDate; name?: string }): Promise<number> {
  const { client } = await openProject(context, file, 'write');
  const { jobId } = await client.call('plan.create', {
    ...(options.adopt ? { targets: [...options.adopt] } : {}),
    ...(options.start ? { startDate: options.start } : {}),
    ...(options.name === undefined ? {} : { name: options.name }),
  });
  await context.finish(client, jobId);
  const answer = await client.call('plan.get', {});
  context.print.result(answer, () => planText(context, answer));
  return answer.plan.targets.every((target) => target.met) ? EXIT.ok : EXIT.infeasible;
}

async function show(context: CommandContext, file: string, options: OnePlan): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('plan.get', planIdOf(options));
  context.print.result(answer, () => planText(context, answer));
}

async function check(context: CommandContext, file: string, options: OnePlan): Promise<number> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('plan.check', planIdOf(options));
  const { t } = context;
  context.print.result(answer, () => `${renderPairs([[t('column.valid'), t(answer.valid ? 'yes' : 'no')], [t('column.planHash'), answer.planHash], [t('column.hashMatches'), t(answer.hashMatches ? 'yes' : 'no')]])}${answer.violations.length === 0 ? '' : `\n${renderTable(answer.violations, [{ header: t('column.rule'), cell: (row) => row.rule }, { header: t('column.severity'), cell: (row) => row.severity }, { header: t('column.wave'), cell: (row) => row.waveIndex, align: 'right' }, { header: t('column.systems'), cell: (row) => row.itemIds.join(' ') }], { cut: context.io.stdout.isTTY })}`}`);
  return answer.valid && answer.hashMatches ? EXIT.ok : EXIT.integrity;
}

async function list(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('plan.list', {});
  const { t, language } = context;
  context.print.list(answer.plans, answer, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.revision'), cell: (row) => row.revision, align: 'right' },
    { header: t('column.name'), cell: (row) => row.name },
    { header: t('column.at'), cell: (row) => formatInstant(row.createdAt) },
    { header: t('column.waves'), cell: (row) => formatCount(language, row.waveCount), align: 'right' },
    { header: t('column.unassigned'), cell: (row) => formatCount(language, row.unassignedCount), align: 'right' },
    { header: t('column.current'), cell: (row) => t(row.current ? 'yes' : 'no') },
  ]);
}

async function problem(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('plan.getProblem', {});
  // The problem is data for other programs; a table of it would lose it.
  context.print.result(answer, () => `${JSON.stringify(answer, null, 2)}\n`);
}

async function settings(context: CommandContext, file: string, options: { set?: string }): Promise<void> {
  const { client } = await openProject(context, file, options.set === undefined ? 'read' : 'write');
  const read = (): Promise<OutputOf<'plan.getSettings'>> => client.call('plan.getSettings', {});
  const answer = options.set === undefined ? await read() : await client.call('plan.saveSettings', { settings: await readSettings(options.set) });
  context.print.result(answer, () => `${JSON.stringify(answer.settings, null, 2)}\n`);
}

/** Accepts what `plan settings --json` prints as well as the settings alone. */
async function readSettings(path: string): Promise<ReturnType<typeof planSettingsSchema.parse>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file.not_found', { path }, { cause });
  });
  try {
    const parsed: unknown = JSON.parse(text);
    const inner = typeof parsed === 'object' && parsed !== null && 'settings' in parsed ? parsed.settings : parsed;
    return planSettingsSchema.strict().parse(inner);
  } catch (cause) {
    throw new AppError('plan.invalid_settings', { path }, { cause });
  }
}

export function addPlanCommands(program: Command, scope: CommandScope): void {
  const adopt = (text: string, before: readonly AdoptionTarget[] = []): readonly AdoptionTarget[] => {
    const target = parseAdoptionTarget(text);
    if (!target) throw usageError(scope.t('usage.adoptionTarget'));
    return [...before, target];
  };
  const plan = addCommand(program, scope, 'plan', 'plan.about');
  addCommand(plan, scope, 'create <file>', 'plan.create')
    .addOption(describedOption(scope, '--adopt <share@date>', 'option.adopt').argParser(adopt))
    .addOption(describedOption(scope, '--start <date>', 'option.start').argParser(dateParser(scope)))
    .addOption(describedOption(scope, '--name <name>', 'option.planName'))
    .action(run(scope, create));
  const one = (command: Command): Command => command.addOption(describedOption(scope, '--plan <id>', 'option.planId'));
  one(addCommand(plan, scope, 'check <file>', 'plan.check')).action(run(scope, check));
  one(addCommand(plan, scope, 'show <file>', 'plan.show')).action(run(scope, show));
  addCommand(plan, scope, 'list <file>', 'plan.list').action(run(scope, list));
  addCommand(plan, scope, 'problem <file>', 'plan.problem').action(run(scope, problem));
  addCommand(plan, scope, 'settings <file>', 'plan.settings').addOption(describedOption(scope, '--set <json>', 'option.setSettings')).action(run(scope, settings));
}

export function dateParser(scope: CommandScope): (text: string) => CalendarDate {
  return (text) => {
    const date = calendarDateSchema.safeParse(text);
    if (!date.success) throw usageError(scope.t('usage.date'));
    return date.data;
  };
}
