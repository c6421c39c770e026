import type { Command } from 'commander';
import { HOST_ERROR_CODES, HOST_KEY_POLICIES, hostErrorCodeSchema, type HostErrorCode, type HostKeyPolicy } from '../../../../shared/model/scan.ts';
import { describedOption, numberOption, type CommandScope } from '../command-builder.ts';
import { usageError } from '../parse/usage-error.ts';
import type { CredentialOptions } from '../scan-credential.ts';
import { refuseSecretArguments } from './refuse-secret-arguments.ts';
import { addBundlePassphraseOptions, type BundlePassphraseOptions } from './bundle-commands.ts';
import { addVaultPassphraseOptions } from './vault-commands.ts';

export interface ScanOptions extends CredentialOptions, BundlePassphraseOptions {
  readonly bundle?: string;
  readonly force?: boolean;
  readonly targets?: string;
  readonly port?: number;
  readonly hostKeys: HostKeyPolicy;
  readonly knownHosts?: string;
  readonly concurrency: number;
  readonly pace?: number;
  readonly holdDepartment?: readonly string[];
  readonly ignoreQuietHours?: boolean;
  readonly jump?: string;
  readonly sudo: boolean;
  readonly preflight?: boolean;
  readonly resume?: boolean;
  readonly retry?: readonly HostErrorCode[];
  readonly local?: boolean;
  readonly sample?: number;
  readonly seed: number;
}

function addSourceOptions(command: Command, scope: CommandScope): void {
  const retry = (text: string, before: readonly HostErrorCode[] = []): readonly HostErrorCode[] => {
    const code = hostErrorCodeSchema.safeParse(text.toUpperCase());
    if (!code.success) throw usageError(scope.t('usage.hostErrorCode', { codes: Object.keys(HOST_ERROR_CODES).join(', ') }));
    return [...before, code.data];
  };
  command
    .addOption(describedOption(scope, '--targets <file>', 'option.targets'))
    .addOption(describedOption(scope, '--resume', 'option.resume'))
    .addOption(describedOption(scope, '--retry <code>', 'option.retry').argParser(retry))
    .addOption(describedOption(scope, '--local', 'option.local').conflicts(['targets', 'resume', 'retry', 'sample']))
    .addOption(numberOption(scope, '--sample <servers>', 'option.sample', { min: 20, max: 4717 }).conflicts(['targets', 'resume', 'retry']))
    .addOption(numberOption(scope, '--seed <number>', 'option.seed', { min: 0, max: 4_294_967_295 }).default(1))
    .addOption(describedOption(scope, '--preflight', 'option.preflight'));
}

/** How a command proves who it is; no secret ever stands in its arguments. */
export function addAccessOptions(command: Command, scope: CommandScope): void {
  command
    .addOption(describedOption(scope, '--user <name>', 'option.user'))
    .addOption(describedOption(scope, '--identity <key>', 'option.identity').conflicts(['agent', 'passwordFile', 'passwordStdin']))
    .addOption(describedOption(scope, '--passphrase-file <file>', 'option.passphraseFile'))
    .addOption(describedOption(scope, '--agent', 'option.agent').conflicts(['passwordFile', 'passwordStdin']))
    .addOption(describedOption(scope, '--password-file <file>', 'option.passwordFile').conflicts('passwordStdin'))
    .addOption(describedOption(scope, '--password-stdin', 'option.passwordStdin'))
    .addOption(describedOption(scope, '--vault <name>', 'option.vault').conflicts(['identity', 'agent', 'passwordFile', 'passwordStdin']));
  addVaultPassphraseOptions(refuseSecretArguments(command, scope), scope);
}

export function addScanOptions(command: Command, scope: CommandScope): Command {
  addSourceOptions(command, scope);
  addAccessOptions(command, scope);
  addBundlePassphraseOptions(command, scope);
  return command
    .addOption(describedOption(scope, '--bundle <out.lfb>', 'option.scanBundle').conflicts(['resume', 'retry']))
    .addOption(describedOption(scope, '--force', 'option.force'))
    .addOption(numberOption(scope, '--port <number>', 'option.port', { min: 1, max: 65535 }))
    .addOption(describedOption(scope, '--host-keys <policy>', 'option.hostKeys').choices(HOST_KEY_POLICIES).default('ask'))
    .addOption(describedOption(scope, '--known-hosts <file>', 'option.knownHosts'))
    .addOption(numberOption(scope, '--concurrency <count>', 'option.concurrency', { min: 1, max: 200 }).default(16))
    .addOption(numberOption(scope, '--pace <per-second>', 'option.pace', { min: 1, max: 500 }))
    .addOption(describedOption(scope, '--hold-department <name...>', 'option.holdDepartment'))
    .addOption(describedOption(scope, '--ignore-quiet-hours', 'option.ignoreQuietHours'))
    .addOption(describedOption(scope, '--jump <user@host,...>', 'option.jump'))
    .addOption(describedOption(scope, '--no-sudo', 'option.noSudo'));
}
