import type { Command } from 'commander';
import { basename } from 'node:path';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import { formatBytes, formatInstant } from '../../../../shared/i18n/format.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, describedOption, numberOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject, type ProjectStatus } from '../open-project.ts';
import { renderPairs } from '../output/table.ts';
import { addQuietHoursCommand } from './quiet-hours-command.ts';

function statusText({ t }: CommandContext, status: ProjectStatus): string {
  return renderPairs([
    [t('column.name'), status.name],
    [t('column.path'), status.path],
    [t('column.mode'), status.mode],
    [t('column.departments'), status.counts.departments],
    [t('column.systems'), status.counts.systems],
    [t('column.servers'), status.counts.servers],
    [t('column.savedAt'), formatInstant(status.savedAt)],
  ]);
}

async function create(context: CommandContext, file: string, options: { name?: string }): Promise<void> {
  const session = await context.session();
  const name = options.name ?? basename(file).replace(/\.landfall$/, '');
  const { status } = await session.client.call('project.create', { name, file: session.file(file, 'write') });
  context.print.result(status, () => statusText(context, status));
}

async function info(context: CommandContext, file: string): Promise<void> {
  const { status } = await openProject(context, file, 'read');
  context.print.result(status, () => statusText(context, status));
}

async function verify(context: CommandContext, file: string): Promise<number> {
  const { client } = await openProject(context, file, 'read');
  const proof = await client.call('project.verify', {});
  const { t } = context;
  context.print.result(proof, () => renderPairs([[t('column.integrity'), proof.integrity], [t('column.auditRows'), proof.auditRows], [t('column.auditValid'), t(proof.auditValid ? 'yes' : 'no')], [t('column.firstBroken'), proof.firstBrokenSeq], [t('column.lastHash'), proof.lastHash]]));
  return proof.integrity === 'ok' && proof.auditValid ? EXIT.ok : EXIT.integrity;
}

async function backUp(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const { backup } = await client.call('project.backUp', {});
  context.print.result({ backup }, () => `${backup.id}\n`);
}

async function listBackups(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('project.listBackups', {});
  const { t, language } = context;
  context.print.list(answer.backups, answer, [
    { header: t('column.id'), cell: (row) => row.id },
    { header: t('column.at'), cell: (row) => formatInstant(row.at) },
    { header: t('column.size'), cell: (row) => formatBytes(language, row.sizeBytes), align: 'right' },
    { header: t('column.reason'), cell: (row) => row.reason },
  ]);
}

async function restore(context: CommandContext, file: string, id: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const { status } = await client.call('project.restoreBackup', { id });
  context.print.result(status, () => statusText(context, status));
}

/** Works on a file that cannot be opened, so it is not opened first. */
async function recover(context: CommandContext, file: string): Promise<void> {
  const session = await context.session();
  const answer = await session.client.call('project.recover', { file: session.file(file, 'read') });
  const { t } = context;
  context.print.result(answer, () => `${renderPairs([[t('column.backup'), answer.backup?.id ?? t('no')], [t('column.damagedFile'), answer.damagedFile ?? t('no')]])}${statusText(context, answer.status)}`);
}

async function undo(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('project.undo', {});
  context.print.result(answer, () => `${context.t('project.undone', { action: answer.undone })}\n`);
}

async function redo(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('project.redo', {});
  context.print.result(answer, () => `${context.t('project.redone', { action: answer.redone })}\n`);
}

async function log(context: CommandContext, file: string, options: { limit?: number }): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const page = await allPages((input) => client.call('project.listAudit', input), options.limit);
  const { t } = context;
  context.print.list(page.rows, page, [
    { header: t('column.seq'), cell: (row) => row.seq, align: 'right' },
    { header: t('column.at'), cell: (row) => formatInstant(row.at) },
    { header: t('column.by'), cell: (row) => row.by },
    { header: t('column.action'), cell: (row) => row.action },
    { header: t('column.summary'), cell: (row) => JSON.stringify(row.summary) },
  ]);
}

export function addProjectCommands(program: Command, scope: CommandScope): void {
  const project = addCommand(program, scope, 'project', 'project.about');
  addCommand(project, scope, 'create <file>', 'project.create').addOption(describedOption(scope, '--name <name>', 'option.projectName')).action(run(scope, create));
  addCommand(project, scope, 'info <file>', 'project.info').action(run(scope, info));
  addCommand(project, scope, 'verify <file>', 'project.verify').action(run(scope, verify));
  addCommand(project, scope, 'backup <file>', 'project.backup').action(run(scope, backUp));
  addCommand(project, scope, 'backups <file>', 'project.backups').action(run(scope, listBackups));
  addCommand(project, scope, 'restore <file> <id>', 'project.restore').action(run(scope, restore));
  addCommand(project, scope, 'recover <file>', 'project.recover').action(run(scope, recover));
  addCommand(project, scope, 'undo <file>', 'project.undo').action(run(scope, undo));
  addCommand(project, scope, 'redo <file>', 'project.redo').action(run(scope, redo));
  addCommand(project, scope, 'log <file>', 'project.log').addOption(numberOption(scope, '--limit <count>', 'option.limit', { min: 1, max: 1_000_000 })).action(run(scope, log));
  addQuietHoursCommand(project, scope);
}
