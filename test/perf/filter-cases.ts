import type { Page } from 'playwright';
import type { ShownAnswer } from './paint-probe.ts';

export interface Case {
  /** Filter text, or the field to order by. */
  readonly text: string;
  readonly answer: ShownAnswer;
}

const NUMBERS = [2, 3, 5, 7, 9, 12, 17, 23, 31, 47, 61] as const;

/** What people look for: one field, two fields, a word, the negative; each text once. */
function candidates(): string[] {
  const numbers = NUMBERS.flatMap((number) => [`mem>${number}G`, `cpu<${number}%`, `disk>${number * 40}G`, `memp95>${number}%`, `used<${number * 10}G`, `os:kylin mem>${number}G`, `kind:virtual cpu>${number}%`, `!os:kylin disk<${number * 30}G`]);
  const words = ['os:kylin', 'os:centos', 'os:uos', 'state:failed', 'dept:财政', 'host:db', 'host:app', 'system:平台', 'dept:公安', 'ip:127.1.2', 'arch:aarch64', '教育', 'kind:physical', 'env:prod', 'stars>3', 'vcpu>4', 'vcpu>8', 'db0', 'osver:7'];
  return [...words, ...numbers];
}

async function answerOf(page: Page, token: string, input: { filter: string; sort?: { field: string; descending: boolean }[] }): Promise<ShownAnswer> {
  return page.evaluate(
    async ({ token: header, input: asked }) => {
      const reply = await fetch('/rpc/inventory.listServers', { method: 'POST', headers: { 'content-type': 'application/json', 'x-landfall': header }, body: JSON.stringify({ v: 1, input: { ...asked, offset: 0, limit: 1 } }) });
      const { data } = (await reply.json()) as { data?: { total: number; rows: { hostname: string }[] } };
      return { total: data?.total ?? -1, firstHost: data?.rows[0]?.hostname ?? null };
    },
    { token, input },
  );
}

const tokenOf = (page: Page): Promise<string> => page.evaluate(async () => ((await (await fetch('/session')).json()) as { token: string }).token);

/**
 * Filters whose last key changes the list, with the answer of the core. A text that was already on the way to another one is
 * left out: the screen would have it in its memory.
 */
export async function filterCases(page: Page, wanted: number): Promise<Case[]> {
  const token = await tokenOf(page);
  const typed = new Set<string>();
  const cases: Case[] = [];
  for (const text of candidates()) {
    if (cases.length === wanted) break;
    const before = await answerOf(page, token, { filter: text.slice(0, -1) });
    const answer = await answerOf(page, token, { filter: text });
    if (answer.total < 0 || typed.has(text) || answer.total === before.total) continue;
    for (let length = 1; length <= text.length; length += 1) typed.add(text.slice(0, length));
    cases.push({ text, answer });
  }
  return cases;
}

/** Orders by the columns on the screen, each once up and once down, under the filter `filter`. */
export async function sortCases(page: Page, filter: string, fields: readonly string[]): Promise<Case[]> {
  const token = await tokenOf(page);
  const cases: Case[] = [];
  for (const field of fields) for (const descending of [false, true]) cases.push({ text: field, answer: await answerOf(page, token, { filter, sort: [{ field, descending }] }) });
  return cases;
}
