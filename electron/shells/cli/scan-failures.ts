import type { Client } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ScanRunId } from '../../../shared/kernel/ids.ts';
import { describeHostError, describeHostErrorDetails } from '../../../shared/i18n/describe-error.ts';
import type { CommandContext } from './command-context.ts';

type ErrorGroup = OutputOf<'scan.getRun'>['run']['errorGroups'][number];

/** Hosts told in full per kind of failure; `host list --filter error:CODE` has them all. */
const HOSTS_TOLD = 2;

async function groupText({ language, t }: CommandContext, client: Client, runId: ScanRunId, { code, count }: ErrorGroup): Promise<string> {
  const { rows } = await client.call('scan.listResults', { runId, codes: [code], limit: HOSTS_TOLD });
  const told = rows.flatMap((row) => {
    const error = row.errors.find((each) => each.code === code);
    if (error === undefined) return [];
    const { what } = describeHostError(language, code, { host: row.host, port: row.port, user: row.user ?? '', ...error.params });
    return [[`  ${row.host}:${row.port}  ${what}`, ...describeHostErrorDetails(language, error.params).map((detail) => `    ${detail}`)].join('\n')];
  });
  const { title, next } = describeHostError(language, code);
  const more = count > told.length ? [`  ${t('scan.moreHosts', { count: count - told.length, code })}`] : [];
  return [`${title} (${code})`, ...told, ...more, ...(next === undefined ? [] : [`  ${next}`])].join('\n');
}

/** One paragraph per kind of failure: which hosts, what happened there, and what to do next. */
export async function describeFailures(context: CommandContext, client: Client, runId: ScanRunId, groups: readonly ErrorGroup[]): Promise<string> {
  const texts: string[] = [];
  for (const group of groups) texts.push(await groupText(context, client, runId, group));
  return texts.join('\n');
}
