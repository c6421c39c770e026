import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { signerFingerprintSchema } from '../../../../shared/model/bundle.ts';
import { formatBytes } from '../../../../shared/i18n/format.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext, CoreSession } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { renderPairs, renderTable } from '../output/table.ts';
import { toldUsageError } from '../parse/told-usage-error.ts';
import { readSecretFile, readSecretStdin } from '../read-secret.ts';

export interface BundlePassphraseOptions {
  readonly bundlePassphraseFile?: string;
  readonly bundlePassphraseStdin?: boolean;
  readonly askBundlePassphrase?: boolean;
}
interface CreateOptions extends BundlePassphraseOptions {
  readonly force?: boolean;
}

/** From a file, stdin or a person; none when nothing of it is asked for. */
async function readBundlePassphrase(context: CommandContext, options: BundlePassphraseOptions): Promise<{ passphrase?: string }> {
  if (options.bundlePassphraseFile !== undefined) return { passphrase: await readSecretFile(context, options.bundlePassphraseFile) };
  if (options.bundlePassphraseStdin) return { passphrase: await readSecretStdin(context) };
  if (!options.askBundlePassphrase) return {};
  if (!context.interactive()) throw toldUsageError(context.print, context.t('bundle.cannotAsk'));
  return { passphrase: await context.io.stdin.ask(context.t('bundle.askPassphrase'), { hidden: true }) };
}

/** Writes the bundle of the open project. */
export async function writeBundle(context: CommandContext, { client, file }: CoreSession, target: string, options: CreateOptions): Promise<OutputOf<'bundle.create'>> {
  return client.call('bundle.create', { file: file(target, 'write'), overwrite: options.force === true, ...(await readBundlePassphrase(context, options)) });
}

async function create(context: CommandContext, project: string, target: string, options: CreateOptions): Promise<void> {
  const answer = await writeBundle(context, await openProject(context, project, 'read'), target, options);
  const { t, language } = context;
  context.print.result(answer, () => renderPairs([[t('column.hosts'), answer.hosts], [t('column.leftOut'), answer.leftOut], [t('column.size'), formatBytes(language, answer.sizeBytes)], [t('column.encrypted'), t(answer.encrypted ? 'yes' : 'no')], [t('column.signer'), answer.signer]]));
}

async function inspect(context: CommandContext, bundle: string, options: BundlePassphraseOptions): Promise<void> {
  const { client, file } = await context.session();
  const answer = await client.call('bundle.inspect', { file: file(bundle, 'read'), ...(await readBundlePassphrase(context, options)) });
  const { t } = context;
  const head = () => renderPairs([[t('column.id'), answer.bundleId], [t('column.collector'), answer.collector], [t('column.signer'), answer.signer], [t('column.createdAt'), answer.createdAt], [t('column.hosts'), answer.hostCount], [t('column.encrypted'), t(answer.encrypted ? 'yes' : 'no')], [t('column.signatureValid'), t(answer.signatureValid ? 'yes' : 'no')]]);
  const hosts = () => renderTable(answer.hosts, [{ header: t('column.host'), cell: (row) => row.hostname }, { header: t('column.place'), cell: (row) => row.place }, { header: t('column.lastSeen'), cell: (row) => row.collectedAt }, { header: t('column.section'), cell: (row) => row.sections, align: 'right' }], { cut: false });
  context.print.result(answer, () => (answer.hosts.length === 0 ? head() : `${head()}\n${hosts()}`));
}

async function importOne(context: CommandContext, project: string, bundle: string, options: BundlePassphraseOptions & { accept?: boolean }): Promise<void> {
  const { client, file } = await openProject(context, project, 'write');
  const answer = await client.call('bundle.import', { file: file(bundle, 'read'), accept: options.accept === true, ...(await readBundlePassphrase(context, options)) });
  context.print.result(answer, () => `${context.t(`bundle.outcome.${answer.outcome}`, { hosts: answer.hosts, created: answer.created, added: answer.added, unreadable: answer.unreadable })}\n`);
}

async function list(context: CommandContext, project: string): Promise<void> {
  const { client } = await openProject(context, project, 'read');
  const answer = await client.call('bundle.list', {});
  const { t } = context;
  context.print.list(answer.bundles, answer, [
    { header: t('column.id'), cell: (row) => row.bundleId }, { header: t('column.collector'), cell: (row) => row.collector }, { header: t('column.hosts'), cell: (row) => row.hosts, align: 'right' },
    { header: t('column.state'), cell: (row) => row.state }, { header: t('column.reason'), cell: (row) => row.reasons.join(', ') }, { header: t('column.signer'), cell: (row) => row.signer },
  ]);
}

async function refuse(context: CommandContext, project: string, bundleId: string): Promise<void> {
  const { client } = await openProject(context, project, 'write');
  const answer = await client.call('bundle.refuse', { bundleId });
  context.print.result(answer, () => `${context.t('bundle.refused')}\n`);
}

function demandFingerprint({ t, print }: CommandContext, text: string): string {
  if (!signerFingerprintSchema.safeParse(text).success) throw toldUsageError(print, t('usage.fingerprint'));
  return text;
}

async function trust(context: CommandContext, project: string, fingerprint: string, options: { collector?: string }): Promise<void> {
  const { client } = await openProject(context, project, 'write');
  const answer = await client.call('bundle.trustSigner', { fingerprint: demandFingerprint(context, fingerprint), collector: options.collector ?? null });
  context.print.result(answer, () => `${context.t('bundle.trusted', { fingerprint })}\n`);
}

async function distrust(context: CommandContext, project: string, fingerprint: string): Promise<void> {
  const { client } = await openProject(context, project, 'write');
  const answer = await client.call('bundle.removeSigner', { fingerprint: demandFingerprint(context, fingerprint) });
  context.print.result(answer, () => `${context.t('bundle.distrusted', { fingerprint })}\n`);
}

async function signers(context: CommandContext, project: string): Promise<void> {
  const { client } = await openProject(context, project, 'read');
  const answer = await client.call('bundle.listSigners', {});
  const { t } = context;
  context.print.list(answer.signers, answer, [{ header: t('column.signer'), cell: (row) => row.fingerprint }, { header: t('column.collector'), cell: (row) => row.collector }, { header: t('column.by'), cell: (row) => row.by }, { header: t('column.at'), cell: (row) => row.at }]);
}

/** How the passphrase of a bundle is given. */
export function addBundlePassphraseOptions(command: Command, scope: CommandScope): Command {
  return command
    .addOption(describedOption(scope, '--bundle-passphrase-file <file>', 'option.bundlePassphraseFile'))
    .addOption(describedOption(scope, '--bundle-passphrase-stdin', 'option.bundlePassphraseStdin'))
    .addOption(describedOption(scope, '--ask-bundle-passphrase', 'option.askBundlePassphrase'));
}

export function addBundleCommands(program: Command, scope: CommandScope): void {
  const bundle = addCommand(program, scope, 'bundle', 'bundle.about');
  addBundlePassphraseOptions(addCommand(bundle, scope, 'create <file> <bundle>', 'bundle.create'), scope).addOption(describedOption(scope, '--force', 'option.force')).action(run(scope, create));
  addBundlePassphraseOptions(addCommand(bundle, scope, 'inspect <bundle>', 'bundle.inspect'), scope).action(run(scope, inspect));
  addBundlePassphraseOptions(addCommand(bundle, scope, 'import <file> <bundle>', 'bundle.import'), scope).addOption(describedOption(scope, '--accept', 'option.acceptBundle')).action(run(scope, importOne));
  addCommand(bundle, scope, 'list <file>', 'bundle.list').action(run(scope, list));
  addCommand(bundle, scope, 'refuse <file> <id>', 'bundle.refuse').action(run(scope, refuse));
  addCommand(bundle, scope, 'trust <file> <fingerprint>', 'bundle.trust').addOption(describedOption(scope, '--collector <name>', 'option.collector')).action(run(scope, trust));
  addCommand(bundle, scope, 'distrust <file> <fingerprint>', 'bundle.distrust').action(run(scope, distrust));
  addCommand(bundle, scope, 'signers <file>', 'bundle.signers').action(run(scope, signers));
}
