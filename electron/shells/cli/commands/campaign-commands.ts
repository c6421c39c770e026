import type { Command } from 'commander';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import type { Client } from '../../../../shared/contract/client.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import type { Campaign, CampaignWindow } from '../../../../shared/model/campaign.ts';
import { HOST_KEY_POLICIES, type HostKeyPolicy } from '../../../../shared/model/scan.ts';
import { formatCount, formatRatio } from '../../../../shared/i18n/format.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs } from '../output/table.ts';
import { parseCampaignWindow } from '../parse/campaign-window.ts';
import { usageError } from '../parse/usage-error.ts';
import { readCredential, withPassphrase, type CredentialOptions } from '../scan-credential.ts';
import { dateParser } from './plan-commands.ts';
import { addAccessOptions } from './scan-options.ts';

interface CreateOptions {
  readonly name: string;
  readonly filter?: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly window: readonly CampaignWindow[];
  readonly monthEnd: boolean;
  readonly minutes: number;
  readonly atOnce: number;
  readonly dryRun?: boolean;
}

interface RunOptions extends CredentialOptions {
  readonly hostKeys: HostKeyPolicy;
  readonly jump?: string;
  readonly sudo: boolean;
  readonly wait?: boolean;
  readonly sample?: boolean;
}

/** A campaign by id or name; without either the one that is not over, else the newest. Throws `record.not_found`. */
async function findCampaign(client: Client, text: string | undefined): Promise<Campaign> {
  const { campaigns } = await client.call('campaign.list', {});
  const found = text === undefined ? (campaigns.find(({ state }) => state === 'planned' || state === 'active') ?? campaigns[0]) : campaigns.find(({ id, plan }) => id === text || plan.name === text);
  if (!found) throw new AppError('record.not_found', { kind: 'campaign', id: text ?? '' });
  return found;
}

async function create(context: CommandContext, file: string, options: CreateOptions): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const plan: InputOf<'campaign.create'>['plan'] = {
    name: options.name, filter: options.filter ?? '', firstDay: options.from, lastDay: options.to, windows: [...options.window], monthEnd: options.monthEnd,
    dwellMinutes: options.minutes, atOnce: options.atOnce, utcOffsetMinutes: -new Date(`${options.from}T12:00:00`).getTimezoneOffset(),
  };
  const { t, language } = context;
  if (options.dryRun) {
    const preview = await client.call('campaign.preview', { plan });
    context.print.result(preview, () => renderPairs([[t('column.servers'), formatCount(language, preview.servers)], [t('column.dwells'), formatCount(language, preview.dwells)], [t('column.from'), preview.firstAt], [t('column.to'), preview.lastAt]]));
    return;
  }
  const answer = await client.call('campaign.create', { plan });
  context.print.result(answer, () => campaignText(context, answer.campaign));
}

function campaignText({ t, language }: CommandContext, { id, plan, state, serverCount, counts, sampleCount, newFlowCount, firstAt, lastAt, nextAt }: Campaign): string {
  const count = (value: number): string => formatCount(language, value);
  return renderPairs([
    [t('column.id'), id], [t('column.name'), plan.name], [t('column.state'), state], [t('column.servers'), count(serverCount)], [t('column.from'), firstAt], [t('column.to'), lastAt], [t('column.next'), nextAt ?? ''],
    [t('column.dwellsLeft'), count(counts.planned)], [t('column.done'), count(counts.done)], [t('column.partial'), count(counts.partial)], [t('column.failed'), count(counts.failed)], [t('column.missed'), count(counts.missed)],
    [t('column.samples'), count(sampleCount)], [t('column.newFlows'), count(newFlowCount)],
  ]);
}

/** Works off what is due; an interruption leaves the rest planned. */
async function runCampaign(context: CommandContext, file: string, name: string | undefined, options: RunOptions): Promise<number> {
  const project = await openProject(context, file, 'write');
  const { client } = project;
  const { id: campaignId } = await findCampaign(client, name);
  const access = { hostKeyPolicy: options.hostKeys, useSudo: options.sudo, wait: options.wait ?? false, ...(options.jump === undefined ? {} : { jump: options.jump }) };
  const { jobId } = options.sample ? await client.call('campaign.runSample', { campaignId, wait: access.wait }) : await withPassphrase(context, await readCredential(context, project, options), (credential) => client.call('campaign.run', { campaignId, credential, ...access }));
  const interrupted = await context.finish(client, jobId).then(() => false, (error: unknown) => {
    if (error instanceof AppError && error.code === 'request.cancelled') return true;
    throw error;
  });
  const answer = await client.call('campaign.get', { campaignId });
  context.print.result(answer, () => campaignText(context, answer.campaign));
  const { failed, partial, missed } = answer.campaign.counts;
  return interrupted ? EXIT.interrupted : failed + partial + missed > 0 ? EXIT.partial : EXIT.ok;
}

async function list(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('campaign.list', {});
  const { t, language } = context;
  context.print.list(answer.campaigns, answer, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.name'), cell: (row) => row.plan.name },
    { header: t('column.state'), cell: (row) => row.state },
    { header: t('column.servers'), cell: (row) => formatCount(language, row.serverCount), align: 'right' },
    { header: t('column.from'), cell: (row) => row.firstAt },
    { header: t('column.to'), cell: (row) => row.lastAt },
    { header: t('column.done'), cell: (row) => formatCount(language, row.counts.done), align: 'right' },
    { header: t('column.dwellsLeft'), cell: (row) => formatCount(language, row.counts.planned), align: 'right' },
  ]);
}

async function status(context: CommandContext, file: string, name: string | undefined): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const { id: campaignId } = await findCampaign(client, name);
  const [{ campaign }, coverage] = [await client.call('campaign.get', { campaignId }), await client.call('campaign.getCoverage', { campaignId })];
  const answer: { campaign: OutputOf<'campaign.get'>['campaign']; coverage: OutputOf<'campaign.getCoverage'> } = { campaign, coverage };
  context.print.result(answer, () => `${campaignText(context, campaign)}${renderPairs([[context.t('column.hoursCovered'), formatRatio(context.language, coverage.meanHourShare)]])}`);
}

async function cancel(context: CommandContext, file: string, name: string | undefined): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('campaign.cancel', { campaignId: (await findCampaign(client, name)).id });
  context.print.result(answer, () => campaignText(context, answer.campaign));
}

/** The script on stdout, its digest on stderr; what it starts and reads with `--json`. */
async function script(context: CommandContext): Promise<void> {
  const { client } = await context.session();
  const answer = await client.call('campaign.getScript', {});
  context.print.result(answer, () => answer.script);
  context.print.message(`SHA-256 ${answer.sha256}`);
}

function addCreate(campaign: Command, scope: CommandScope): void {
  const date = dateParser(scope);
  const window = (text: string, before: readonly CampaignWindow[] = []): readonly CampaignWindow[] => {
    const parsed = parseCampaignWindow(text);
    if (!parsed) throw usageError(scope.t('usage.campaignWindow'));
    return [...before, parsed];
  };
  addCommand(campaign, scope, 'create <file>', 'campaign.create')
    .addOption(describedOption(scope, '--name <name>', 'option.campaignName').makeOptionMandatory())
    .addOption(describedOption(scope, '--filter <filter>', 'option.filter'))
    .addOption(describedOption(scope, '--from <date>', 'option.campaignFrom').argParser(date).makeOptionMandatory())
    .addOption(describedOption(scope, '--to <date>', 'option.campaignTo').argParser(date).makeOptionMandatory())
    .addOption(describedOption(scope, '--window <window>', 'option.campaignWindow').argParser(window).makeOptionMandatory())
    .addOption(describedOption(scope, '--no-month-end', 'option.noMonthEnd'))
    .addOption(numberOption(scope, '--minutes <count>', 'option.dwellMinutes', { min: 1, max: 240 }).default(10))
    .addOption(numberOption(scope, '--at-once <count>', 'option.atOnce', { min: 1, max: 200 }).default(50))
    .addOption(describedOption(scope, '--dry-run', 'option.campaignDryRun'))
    .action(run(scope, create));
}

export function addCampaignCommands(program: Command, scope: CommandScope): void {
  const campaign = addCommand(program, scope, 'campaign', 'campaign.about');
  addCreate(campaign, scope);
  const running = addCommand(campaign, scope, 'run <file> [campaign]', 'campaign.run');
  addAccessOptions(running, scope);
  running
    .addOption(describedOption(scope, '--host-keys <policy>', 'option.hostKeys').choices(HOST_KEY_POLICIES).default('strict'))
    .addOption(describedOption(scope, '--jump <user@host,...>', 'option.jump'))
    .addOption(describedOption(scope, '--no-sudo', 'option.noSudo'))
    .addOption(describedOption(scope, '--wait', 'option.campaignWait'))
    .addOption(describedOption(scope, '--sample', 'option.campaignSample'))
    .action(run(scope, runCampaign));
  addCommand(campaign, scope, 'list <file>', 'campaign.list').action(run(scope, list));
  addCommand(campaign, scope, 'status <file> [campaign]', 'campaign.status').action(run(scope, status));
  addCommand(campaign, scope, 'script', 'campaign.script').action(run(scope, script));
  addCommand(campaign, scope, 'cancel <file> [campaign]', 'campaign.cancel').action(run(scope, cancel));
}
