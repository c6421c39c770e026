import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Server } from '../../../../shared/model/server.ts';
import { describeHostError } from '../../../../shared/i18n/describe-error.ts';
import { formatBytes, formatCount, formatDuration, formatInstant, formatRatio } from '../../../../shared/i18n/format.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { addCryptoCommands } from './crypto-commands.ts';
import { addIdentityCommands, identityText } from './identity-commands.ts';
import { findServer } from '../find-server.ts';
import { openProject } from '../open-project.ts';
import { renderPairs, renderTable } from '../output/table.ts';

/** Most systems repeat their version in their name. */
function osText({ osName, osVersion }: Pick<Server, 'osName' | 'osVersion'>): string | null {
  if (osName === null || osVersion === null) return osName ?? osVersion;
  return osName.includes(osVersion) ? osName : `${osName} ${osVersion}`;
}

async function list(context: CommandContext, file: string, options: { filter?: string; sort?: string; limit?: number }): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const sort = options.sort === undefined ? [] : [{ field: options.sort.replace(/^-/, ''), descending: options.sort.startsWith('-') }];
  const page = await allPages((input) => client.call('inventory.listServers', { ...input, filter: options.filter ?? '', sort }), options.limit);
  const { t, language } = context;
  context.print.list(page.rows, page, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.host'), cell: (row) => row.hostname },
    { header: t('column.address'), cell: (row) => row.address },
    { header: t('column.department'), cell: (row) => row.departmentName },
    { header: t('column.system'), cell: (row) => row.systemName },
    { header: t('column.os'), cell: osText },
    { header: t('column.vcpu'), cell: (row) => row.vcpuCount, align: 'right' },
    { header: t('column.memory'), cell: (row) => formatBytes(language, row.memBytes), align: 'right' },
    { header: t('column.cpuP95'), cell: (row) => formatRatio(language, row.cpuP95Ratio), align: 'right' },
    { header: t('column.state'), cell: (row) => row.scanState },
  ]);
}

function detailText({ t, language }: CommandContext, { server, profile, sections, identity }: OutputOf<'inventory.getServer'>): string {
  const error = server.lastErrorCode === null ? null : `${server.lastErrorCode}: ${describeHostError(language, server.lastErrorCode, { host: server.hostname }).title}`;
  const facts = renderPairs([
    [t('column.id'), server.id],
    [t('column.host'), server.hostname],
    [t('column.address'), server.address],
    [t('column.department'), server.departmentName],
    [t('column.system'), server.systemName],
    [t('column.os'), osText(server)],
    [t('column.kernel'), server.kernel],
    [t('column.architecture'), server.architecture],
    [t('column.vcpu'), server.vcpuCount],
    [t('column.memory'), formatBytes(language, server.memBytes)],
    [t('column.disk'), formatBytes(language, server.diskBytes)],
    [t('column.usedStorage'), formatBytes(language, server.usedStorageBytes)],
    [t('column.uptime'), formatDuration(language, server.uptimeSeconds)],
    [t('column.cpuP95'), formatRatio(language, server.cpuP95Ratio)],
    [t('column.memP95'), formatRatio(language, server.memP95Ratio)],
    [t('column.samples'), formatCount(language, server.sampleCount)],
    [t('column.confidence'), profile ? `${profile.confidence.score}/100` : null],
    [t('column.state'), server.scanState],
    [t('column.error'), error],
    [t('column.lastSeen'), formatInstant(server.lastSeenAt)],
  ]);
  const readings = renderTable(sections, [{ header: t('column.section'), cell: (row) => row.name }, { header: t('column.state'), cell: (row) => row.state }, { header: t('column.size'), cell: (row) => formatBytes(language, row.bytes), align: 'right' }], { cut: false });
  return [facts, identityText({ t }, identity), ...(sections.length > 0 ? [readings] : [])].filter((part) => part !== '').join('\n');
}

async function show(context: CommandContext, file: string, host: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const detail = await client.call('inventory.getServer', { serverId: await findServer(client, host) });
  context.print.result(detail, () => detailText(context, detail));
}

async function listKeys(context: CommandContext, file: string, options: { state?: 'trusted' | 'pending' | 'changed' | 'revoked' }): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const states = options.state === undefined ? {} : { states: [options.state] };
  const page = await allPages((input) => client.call('scan.listHostKeys', { ...input, ...states }));
  const { t } = context;
  context.print.list(page.rows, page, [
    { header: t('column.host'), cell: (row) => row.host },
    { header: t('column.port'), cell: (row) => row.port, align: 'right' },
    { header: t('column.jumpHosts'), cell: (row) => (row.path === '*' ? '' : row.path) },
    { header: t('column.keyType'), cell: (row) => row.keyType },
    { header: t('column.fingerprint'), cell: (row) => row.fingerprintSha256 },
    { header: t('column.state'), cell: (row) => row.state },
    { header: t('column.previousFingerprint'), cell: (row) => row.previousFingerprintSha256 },
  ]);
}

interface ApproveOptions {
  readonly allPending?: boolean;
  readonly fingerprint?: string;
  readonly replaceChanged?: boolean;
}

/** Pending keys may be trusted together; a changed one only alone, by its new fingerprint. */
async function approve(context: CommandContext, file: string, hosts: readonly string[], options: ApproveOptions): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const state = options.replaceChanged ? 'changed' : 'pending';
  const known = await allPages((input) => client.call('scan.listHostKeys', { ...input, states: [state] }));
  const fits = (key: { host: string; port: number; fingerprintSha256: string }): boolean =>
    (options.fingerprint === undefined || key.fingerprintSha256 === options.fingerprint) && (hosts.length === 0 || hosts.includes(key.host) || hosts.includes(`${key.host}:${key.port}`));
  const named = options.allPending === true || hosts.length > 0 || options.fingerprint !== undefined;
  if (!named || (options.replaceChanged && options.fingerprint === undefined)) throw new AppError('request.invalid_input', { fields: [options.replaceChanged ? '--fingerprint' : '--all-pending'] });
  const keys = known.rows.filter(fits).map(({ host, port, path, fingerprintSha256 }) => ({ host, port, path, fingerprintSha256 }));
  if (keys.length === 0) throw new AppError('record.not_found', { id: hosts.join(', ') });
  const answer = await client.call('scan.approveHostKeys', { keys, replaceChanged: options.replaceChanged ?? false });
  context.print.result(answer, () => `${context.t('host.approved', answer)}\n`);
}

export function addHostCommands(program: Command, scope: CommandScope): void {
  const host = addCommand(program, scope, 'host', 'host.about');
  addCommand(host, scope, 'list <file>', 'host.list')
    .addOption(describedOption(scope, '--filter <text>', 'option.filter'))
    .addOption(describedOption(scope, '--sort <field>', 'option.sort'))
    .addOption(numberOption(scope, '--limit <count>', 'option.limit', { min: 1, max: 1_000_000 }))
    .action(run(scope, list));
  addCommand(host, scope, 'show <file> <host>', 'host.show').action(run(scope, show));
  addCommand(host, scope, 'keys <file>', 'host.keys').addOption(describedOption(scope, '--state <state>', 'option.keyState').choices(['trusted', 'pending', 'changed', 'revoked'])).action(run(scope, listKeys));
  addCommand(host, scope, 'approve <file> [hosts...]', 'host.approve')
    .addOption(describedOption(scope, '--all-pending', 'option.allPending'))
    .addOption(describedOption(scope, '--fingerprint <sha256>', 'option.fingerprint'))
    .addOption(describedOption(scope, '--replace-changed', 'option.replaceChanged'))
    .action(run(scope, approve));
  addIdentityCommands(host, scope);
  addCryptoCommands(host, scope);
}
