import type { Command } from 'commander';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CredentialScope } from '../../../../shared/model/vault.ts';
import { formatInstant } from '../../../../shared/i18n/format.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject, type OpenProject } from '../open-project.ts';
import { renderPairs } from '../output/table.ts';
import { readSecretFile, readSecretStdin } from '../read-secret.ts';
import { findCredential, readVaultPassphrase, unlockVault, type VaultPassphraseOptions } from '../vault-access.ts';
import { refuseSecretArguments } from './refuse-secret-arguments.ts';

type Secret = InputOf<'vault.add'>['secret'];

interface SecretOptions {
  readonly identity?: string;
  readonly passphraseFile?: string;
  readonly passwordFile?: string;
  readonly passwordStdin?: boolean;
}
interface EntryOptions extends VaultPassphraseOptions, SecretOptions {
  readonly user?: string;
  readonly department?: readonly string[];
  readonly host?: readonly string[];
  readonly rename?: string;
}

async function readSecret(context: CommandContext, { file }: OpenProject, options: SecretOptions): Promise<Secret | undefined> {
  if (options.identity !== undefined) {
    const passphrase = options.passphraseFile === undefined ? {} : { passphrase: await readSecretFile(context, options.passphraseFile) };
    return { kind: 'key-file', file: file(options.identity, 'read'), ...passphrase };
  }
  if (options.passwordFile !== undefined) return { kind: 'password', password: await readSecretFile(context, options.passwordFile) };
  return options.passwordStdin ? { kind: 'password', password: await readSecretStdin(context) } : undefined;
}

async function askPassword(context: CommandContext): Promise<Secret> {
  if (!context.interactive()) throw new AppError('request.invalid_input', { fields: ['--identity', '--password-file', '--password-stdin'] });
  return { kind: 'password', password: await context.io.stdin.ask(context.t('scan.askPassword'), { hidden: true }) };
}

/** A new passphrase is typed twice; a file or stdin is taken at its word. */
async function readNewPassphrase(context: CommandContext, options: VaultPassphraseOptions): Promise<string> {
  const passphrase = await readVaultPassphrase(context, options);
  if (options.vaultPassphraseFile !== undefined || options.vaultPassphraseStdin) return passphrase;
  const again = await context.io.stdin.ask(context.t('vault.askAgain'), { hidden: true });
  if (again !== passphrase) throw new AppError('request.invalid_input', { fields: [context.t('vault.notEqual')] });
  return passphrase;
}

async function create(context: CommandContext, file: string, options: VaultPassphraseOptions): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('vault.create', { passphrase: await readNewPassphrase(context, options) });
  context.print.result(answer, () => `${context.t('vault.created', { file: answer.status.fileName })}\n`);
}

async function info(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('vault.getStatus', {});
  context.print.result(answer, () => renderPairs([[context.t('column.state'), answer.status.state], [context.t('column.path'), answer.status.fileName]]));
}

async function add(context: CommandContext, file: string, name: string, options: EntryOptions): Promise<void> {
  const project = await openProject(context, file, 'write');
  await unlockVault(context, project.client, options);
  const secret = (await readSecret(context, project, options)) ?? (await askPassword(context));
  const answer = await project.client.call('vault.add', { name, user: options.user ?? null, scope: { departments: [...(options.department ?? [])], hosts: [...(options.host ?? [])] }, secret });
  context.print.result(answer, () => `${context.t('vault.added', { name: answer.entry.name })}\n`);
}

function newScope(before: CredentialScope, { department, host }: EntryOptions): CredentialScope | undefined {
  return department || host ? { departments: [...(department ?? before.departments)], hosts: [...(host ?? before.hosts)] } : undefined;
}

async function update(context: CommandContext, file: string, name: string, options: EntryOptions): Promise<void> {
  const project = await openProject(context, file, 'write');
  await unlockVault(context, project.client, options);
  const { id, scope: before } = await findCredential(project.client, name);
  const [secret, scope] = [await readSecret(context, project, options), newScope(before, options)];
  const answer = await project.client.call('vault.update', { id, ...(options.rename === undefined ? {} : { name: options.rename }), ...(options.user === undefined ? {} : { user: options.user }), ...(scope ? { scope } : {}), ...(secret ? { secret } : {}) });
  context.print.result(answer, () => `${context.t('vault.added', { name: answer.entry.name })}\n`);
}

async function list(context: CommandContext, file: string, options: VaultPassphraseOptions): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  await unlockVault(context, client, options);
  const answer = await client.call('vault.list', {});
  const { t } = context;
  context.print.list(answer.entries, answer, [
    { header: t('column.name'), cell: (row) => row.name },
    { header: t('column.kind'), cell: (row) => row.kind },
    { header: t('column.user'), cell: (row) => row.user },
    { header: t('column.scope'), cell: (row) => [...row.scope.departments, ...row.scope.hosts].join(', ') },
    { header: t('column.fingerprint'), cell: (row) => row.fingerprintSha256 },
    { header: t('column.lastUsed'), cell: (row) => formatInstant(row.lastUsedAt) },
  ]);
}

async function remove(context: CommandContext, file: string, name: string, options: VaultPassphraseOptions): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  await unlockVault(context, client, options);
  const answer = await client.call('vault.remove', { id: (await findCredential(client, name)).id });
  context.print.result(answer, () => `${context.t('vault.removed', { name })}\n`);
}

async function check(context: CommandContext, file: string, options: VaultPassphraseOptions): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  await unlockVault(context, client, options);
  const answer = await client.call('vault.check', {});
  context.print.result(answer, () => `${context.t('vault.checked', answer)}\n`);
}

async function passwd(context: CommandContext, file: string, options: VaultPassphraseOptions & { newPassphraseFile?: string }): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const passphrase = await readVaultPassphrase(context, options);
  const next = options.newPassphraseFile === undefined ? await readNewPassphrase(context, {}) : await readSecretFile(context, options.newPassphraseFile);
  const answer = await client.call('vault.changePassphrase', { passphrase, newPassphrase: next });
  context.print.result(answer, () => `${context.t('vault.passphraseChanged')}\n`);
}

export function addVaultPassphraseOptions(command: Command, scope: CommandScope): Command {
  return command
    .addOption(describedOption(scope, '--vault-passphrase-file <file>', 'option.vaultPassphraseFile').conflicts('vaultPassphraseStdin'))
    .addOption(describedOption(scope, '--vault-passphrase-stdin', 'option.vaultPassphraseStdin'));
}

function addEntryOptions(command: Command, scope: CommandScope): Command {
  return addVaultPassphraseOptions(refuseSecretArguments(command, scope), scope)
    .addOption(describedOption(scope, '--user <name>', 'option.user'))
    .addOption(describedOption(scope, '--identity <key>', 'option.identity').conflicts(['passwordFile', 'passwordStdin']))
    .addOption(describedOption(scope, '--passphrase-file <file>', 'option.passphraseFile'))
    .addOption(describedOption(scope, '--password-file <file>', 'option.passwordFile').conflicts('passwordStdin'))
    .addOption(describedOption(scope, '--password-stdin', 'option.passwordStdin').conflicts('vaultPassphraseStdin'))
    .addOption(describedOption(scope, '--department <name...>', 'option.scopeDepartment'))
    .addOption(describedOption(scope, '--host <pattern...>', 'option.scopeHost'));
}

export function addVaultCommands(program: Command, scope: CommandScope): void {
  const vault = addCommand(program, scope, 'vault', 'vault.about');
  const plain = (usage: string, about: Parameters<typeof addCommand>[3]): Command => addVaultPassphraseOptions(refuseSecretArguments(addCommand(vault, scope, usage, about), scope), scope);
  plain('create <file>', 'vault.create').action(run(scope, create));
  addCommand(vault, scope, 'info <file>', 'vault.info').action(run(scope, info));
  addEntryOptions(addCommand(vault, scope, 'add <file> <name>', 'vault.add'), scope).action(run(scope, add));
  addEntryOptions(addCommand(vault, scope, 'update <file> <name>', 'vault.update'), scope).addOption(describedOption(scope, '--rename <name>', 'option.rename')).action(run(scope, update));
  plain('list <file>', 'vault.list').action(run(scope, list));
  plain('remove <file> <name>', 'vault.remove').action(run(scope, remove));
  plain('check <file>', 'vault.check').action(run(scope, check));
  plain('passwd <file>', 'vault.passwd').addOption(describedOption(scope, '--new-passphrase-file <file>', 'option.newPassphraseFile')).action(run(scope, passwd));
}
