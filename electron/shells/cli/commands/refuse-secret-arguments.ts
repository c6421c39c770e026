import { CommanderError, type Command } from 'commander';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import { describedOption, type CommandScope } from '../command-builder.ts';

/** `--password x` and the like end with a hint; the secret is not repeated. */
export function refuseSecretArguments(command: Command, scope: CommandScope): Command {
  // Not a usage error of commander: that would print the secret again.
  const refuse = (): never => {
    scope.context.print.message(scope.t('usage.secretInArguments'));
    throw new CommanderError(EXIT.usage, 'landfall.secretInArguments', '');
  };
  for (const flags of ['--password [secret]', '--passphrase [secret]', '--vault-passphrase [secret]', '--new-passphrase [secret]']) {
    command.addOption(describedOption(scope, flags, 'option.passwordRefused').hideHelp().preset('').argParser(refuse));
  }
  return command;
}
