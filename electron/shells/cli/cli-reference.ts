import type { Command, Option } from 'commander';
import { EXIT } from '../../../shared/kernel/error-codes.ts';
import { JSON_SHAPES } from './json-shapes.ts';
import type { Translate } from './translator.ts';

const GLOBAL_FLAGS = new Set(['--json', '--jsonl', '--lang <language>', '--no-input', '-h, --help', '-V, --version']);
const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function optionRows(options: readonly Option[]): string[] {
  return options.map((option) => {
    const extra = [option.argChoices ? option.argChoices.map((choice) => `\`${choice}\``).join(', ') : '', option.defaultValue === undefined || typeof option.defaultValue === 'boolean' ? '' : `default \`${String(option.defaultValue)}\``, option.mandatory ? 'required' : ''].filter(Boolean);
    return `| \`${option.flags.replaceAll('|', '\\|')}\` | ${escape(option.description)}${extra.length > 0 ? ` (${extra.join('; ')})` : ''} |`;
  });
}

function optionTable(options: readonly Option[]): string[] {
  return options.length === 0 ? [] : ['| Option | Meaning |', '|---|---|', ...optionRows(options), ''];
}

function leaves(command: Command, path: readonly string[] = []): { path: readonly string[]; command: Command }[] {
  return command.commands.flatMap((child) => {
    const childPath = [...path, child.name()];
    // A group with arguments of its own, as `scan`, is a command too.
    const own = child.commands.length === 0 || child.registeredArguments.length > 0 ? [{ path: childPath, command: child }] : [];
    return [...own, ...leaves(child, childPath)];
  });
}

function commandSection({ path, command }: { path: readonly string[]; command: Command }): string[] {
  const usage = [...path, ...command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}${argument.variadic ? '...' : ''}>` : `[${argument.name()}${argument.variadic ? '...' : ''}]`))].join(' ');
  const own = command.options.filter((option) => !option.hidden && !GLOBAL_FLAGS.has(option.flags));
  return [`### \`landfall ${usage}\``, '', escape(command.description()), '', ...optionTable(own)];
}

/** The reference of the command line in Markdown, made from the commands themselves. */
export function cliReference(program: Command, t: Translate): string {
  const globals = program.options.filter((option) => !option.hidden);
  const exits = Object.entries(EXIT).map(([name, code]) => `| ${code} | ${t(`exit.${name as keyof typeof EXIT}`)} |`);
  const shapes = Object.keys(JSON_SHAPES).map((command) => `\`${command}\``).join(', ');
  return [
    '# Command line', '', '<!-- Made by `npm run docs` from the commands; edit their definitions, not this file. -->', '',
    program.description(), '', t('reference.streams'), '', t('reference.secrets'), '',
    '## Options of every command', '', ...optionTable(globals),
    '## Exit codes', '', '| Code | Meaning |', '|---|---|', ...exits, '',
    '## Commands', '', ...leaves(program).flatMap(commandSection),
    '## JSON', '', t('reference.json'), '', shapes, '',
  ].join('\n');
}
