import { Command, type CommanderError, type Option } from 'commander';
import { describedOption, type CommandScope } from './command-builder.ts';
import { addBundleCommands } from './commands/bundle-commands.ts';
import { addCampaignCommands } from './commands/campaign-commands.ts';
import { addDemoCommand } from './commands/demo-command.ts';
import { addDocsCommand } from './commands/docs-command.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addHostCommands } from './commands/host-commands.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addInformationCommands } from './commands/information-commands.ts';
import { addOrganisationCommands } from './commands/organisation-commands.ts';
import { addPlanCommands } from './commands/plan-commands.ts';
import { addProjectCommands } from './commands/project-commands.ts';
import { addScanCommand } from './commands/scan-command.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { addStartCommand } from './commands/start-command.ts';
import { addTrackingCommands } from './commands/tracking-commands.ts';
import { addVaultCommands } from './commands/vault-commands.ts';
import type { GlobalOptions } from './command-context.ts';
import { LANGUAGES } from '../../../shared/i18n/language.ts';

/** The options every command takes, before or behind its own. */
function addGlobalOptions(command: Command, scope: CommandScope): void {
  command
    .addOption(describedOption(scope, '--json', 'option.json'))
    .addOption(describedOption(scope, '--jsonl', 'option.jsonl').conflicts('json'))
    .addOption(describedOption(scope, '--lang <language>', 'option.lang').choices(LANGUAGES))
    .addOption(describedOption(scope, '--no-input', 'option.noInput'));
}

function forEachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const child of command.commands) forEachCommand(child, visit);
}

/** The whole command tree; `docs/cli.md` and the help are made from it. */
export function createProgram(scope: CommandScope, { version, globals }: { version: string; globals: GlobalOptions }): Command {
  const program = new Command('landfall').description(scope.t('about')).version(version, '-V, --version', scope.t('option.version')).helpOption('-h, --help', scope.t('option.help'));
  addProjectCommands(program, scope);
  addScanCommand(program, scope);
  addVaultCommands(program, scope);
  addHostCommands(program, scope);
  addCampaignCommands(program, scope);
  addBundleCommands(program, scope);
  addImportCommand(program, scope);
  addOrganisationCommands(program, scope);
  addPlanCommands(program, scope);
  addTrackingCommands(program, scope);
  addExportCommand(program, scope);
  addServeCommand(program, scope);
  addStartCommand(program, scope);
  addDemoCommand(program, scope);
  addInformationCommands(program, scope);
  addDocsCommand(program, scope);
  forEachCommand(program, (command) => {
    addGlobalOptions(command, scope);
    command.helpCommand(false).showHelpAfterError(scope.t('helpHint')).exitOverride((error: CommanderError) => {
      throw error;
    });
    command.configureHelp({ styleTitle: (title) => helpTitle(scope, title), optionDescription: (option) => optionHelp(scope, option), sortSubcommands: false });
    if (command !== program) command.helpOption('-h, --help', scope.t('option.help'));
  });
  program.addHelpText('before', `${scope.t('examples')}\n`);
  program.hook('preAction', (_program, action) => {
    const options: { json?: boolean; jsonl?: boolean; input?: boolean } = action.optsWithGlobals();
    Object.assign(globals, { json: options.json === true, jsonl: options.jsonl === true, input: globals.input && options.input !== false });
  });
  return program;
}

/** commander writes these words itself. */
function helpTitle({ t }: CommandScope, title: string): string {
  const titles: Readonly<Record<string, string>> = { 'Usage:': t('help.usage'), 'Options:': t('help.options'), 'Commands:': t('help.commands'), 'Arguments:': t('help.arguments') };
  return titles[title] ?? title;
}

function optionHelp({ t }: CommandScope, { description, argChoices, defaultValue }: Option): string {
  const extras = [argChoices ? t('help.choices', { choices: argChoices.join(', ') }) : '', defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : t('help.default', { value: String(defaultValue) })].filter(Boolean);
  return extras.length > 0 ? `${description} (${extras.join('; ')})` : description;
}
