import type { Command } from 'commander';
import { calendarDateSchema, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { CRYPTO_CLASSES, type CryptoClass } from '../../../../shared/model/scan.ts';
import { addCommand, describedOption, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { openProject } from '../open-project.ts';
import { usageError } from '../parse/usage-error.ts';

/** `host`, `host:port` or `[v6]:port`. */
function placeOf(text: string): { host: string; port?: number } {
  const match = /^(?:\[([^\]]{1,100})\]|([^:]{1,253})):(\d{1,5})$/.exec(text);
  return match ? { host: match[1] ?? match[2] ?? '', port: Number(match[3]) } : { host: text.replace(/^\[(.{1,100})\]$/, '$1') };
}

async function list(context: CommandContext, file: string): Promise<void> {
  const { client } = await openProject(context, file, 'read');
  const answer = await client.call('scan.listCryptoExceptions', {});
  const { t } = context;
  context.print.list(answer.exceptions, answer, [
    { header: t('column.host'), cell: (row) => row.host },
    { header: t('column.port'), cell: (row) => row.port, align: 'right' },
    { header: t('column.allowed'), cell: (row) => row.allow.join(' ') },
    { header: t('column.until'), cell: (row) => row.until },
    { header: t('column.expired'), cell: (row) => t(row.expired ? 'yes' : 'no') },
    { header: t('column.by'), cell: (row) => row.by },
    { header: t('column.reason'), cell: (row) => row.reason },
  ]);
}

interface AllowOptions {
  readonly crypto: readonly CryptoClass[];
  readonly until: CalendarDate;
  readonly reason: string;
}

async function allow(context: CommandContext, file: string, host: string, { crypto, until, reason }: AllowOptions): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('scan.allowCrypto', { ...placeOf(host), allow: [...crypto], until, reason });
  const { exception } = answer;
  context.print.result(answer, () => `${context.t('host.exceptionSaved', { host: exception.host, port: exception.port, until: exception.until, allow: exception.allow.join(' ') })}\n`);
}

async function disallow(context: CommandContext, file: string, host: string): Promise<void> {
  const { client } = await openProject(context, file, 'write');
  const answer = await client.call('scan.removeCryptoException', placeOf(host));
  context.print.result(answer, () => `${context.t('host.exceptionRemoved', answer)}\n`);
}

export function addCryptoCommands(host: Command, scope: CommandScope): void {
  const day = (text: string): CalendarDate => {
    const date = calendarDateSchema.safeParse(text);
    if (!date.success) throw usageError(scope.t('usage.date'));
    return date.data;
  };
  addCommand(host, scope, 'exceptions <file>', 'host.exceptions').action(run(scope, list));
  addCommand(host, scope, 'allow-crypto <file> <host>', 'host.allowCrypto')
    .addOption(describedOption(scope, '--crypto <class...>', 'option.crypto').choices(CRYPTO_CLASSES).makeOptionMandatory())
    .addOption(describedOption(scope, '--until <date>', 'option.until').argParser(day).makeOptionMandatory())
    .addOption(describedOption(scope, '--reason <text>', 'option.exceptionReason').makeOptionMandatory())
    .action(run(scope, allow));
  addCommand(host, scope, 'disallow-crypto <file> <host>', 'host.disallowCrypto').action(run(scope, disallow));
}
