import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { SERVER_FIELDS } from '../../../../shared/model/server.ts';
import { addCommand, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { findServer } from '../find-server.ts';
import { openProject } from '../open-project.ts';
import { renderTable } from '../output/table.ts';

type Identity = OutputOf<'inventory.getServer'>['identity'];

/** Names and places of a server with the reason they are one machine, and what it shares with others; empty when there is neither. */
export function identityText({ t }: Pick<CommandContext, 't'>, { sightings, findings }: Identity): string {
  const known = sightings.length < 2 ? '' : renderTable(sightings, [
    { header: t('column.knownAs'), cell: (row) => row.hostname },
    { header: t('column.place'), cell: (row) => row.place.trim() },
    { header: t('column.lastSeen'), cell: (row) => row.lastSeenAt },
    { header: t('column.because'), cell: (row) => row.because.map(({ kind, weight }) => `${kind} ${weight > 0 ? '+' : ''}${weight}`).join(', ') },
  ], { cut: false });
  const shared = findings.map(({ kind, value, count, servers }) => `${t(`host.finding.${kind}`, { value, count, servers: servers.map((server) => server.hostname).join(', ') })}\n`).join('');
  return [known, shared].filter((part) => part !== '').join('\n');
}

async function split(context: CommandContext, file: string, host: string, place: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const serverId = await findServer(client, host);
  const { identity } = await client.call('inventory.getServer', { serverId });
  // A place of the direct way ends with a blank nobody types.
  const known = identity.sightings.find((sighting) => sighting.place === place || sighting.place.trim() === place);
  const answer = await client.call('inventory.splitServer', { serverId, place: known?.place ?? place });
  context.print.result(answer, () => `${context.t('host.split', { id: answer.serverId })}\n`);
}

async function rejoin(context: CommandContext, file: string, host: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('inventory.rejoinServer', { serverId: await findServer(client, host) });
  context.print.result(answer, () => `${context.t('host.rejoined', { id: answer.serverId, count: answer.removed })}\n`);
}

async function conflicts(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('inventory.listConflicts', {});
  const { t } = context;
  context.print.list(answer.conflicts, answer, [
    { header: t('column.id'), cell: (row) => row.serverId },
    { header: t('column.host'), cell: (row) => row.hostname },
    { header: t('column.field'), cell: (row) => row.field },
    { header: t('column.at'), cell: (row) => row.at },
    { header: t('column.values'), cell: (row) => row.values.map(({ value, by }) => `${String(value)} (${by})`).join(', ') },
  ]);
}

/** A person's word: it holds over every scan, and can be undone. */
async function resolve(context: CommandContext, file: string, host: string, field: string, typed: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const serverId = await findServer(client, host);
  const isNumber = SERVER_FIELDS.some((spec) => spec.key === field && spec.type !== 'text') && typed.trim() !== '' && Number.isFinite(Number(typed));
  const answer = await client.call('inventory.editServers', { serverIds: [serverId], changes: { [field]: isNumber ? Number(typed) : typed } });
  context.print.result(answer, () => `${context.t('host.resolved', { count: answer.changed })}\n`);
}

export function addIdentityCommands(host: Command, scope: CommandScope): void {
  addCommand(host, scope, 'split <file> <host> <place>', 'host.splitAbout').action(run(scope, split));
  addCommand(host, scope, 'rejoin <file> <host>', 'host.rejoinAbout').action(run(scope, rejoin));
  addCommand(host, scope, 'conflicts <file>', 'host.conflictsAbout').action(run(scope, conflicts));
  addCommand(host, scope, 'resolve <file> <host> <field> <value>', 'host.resolveAbout').action(run(scope, resolve));
}
