import type { LinkRule } from '../../../../../shared/model/service-system.ts';

export type LinkRuleProblem = 'noCondition' | 'invalidCidr';

/** Dotted IPv4 or colon IPv6 with a prefix length; the core parses it again. */
function isCidr(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(prefix)) return false;
  const parts = address.split('.');
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return Number(prefix) <= 32;
  return /^[0-9a-f:]{2,45}$/i.test(address) && address.includes(':') && Number(prefix) <= 128;
}

/** A rule without a condition would take every server. */
export function linkRuleProblem(rule: LinkRule): LinkRuleProblem | undefined {
  if (rule.hostnameGlob === null && rule.cidr === null && rule.tag === null) return 'noCondition';
  if (rule.cidr !== null && !isCidr(rule.cidr)) return 'invalidCidr';
  return undefined;
}

/** Rank follows the place in the list: the first matching rule wins. */
export function rankRules(rules: readonly LinkRule[]): LinkRule[] {
  return rules.map((rule, index) => ({ ...rule, rank: index + 1 }));
}

export function moveRule<Rule>(rules: readonly Rule[], index: number, step: -1 | 1): Rule[] {
  const target = index + step;
  const moved = rules[index];
  if (moved === undefined || target < 0 || target >= rules.length) return [...rules];
  const rest = rules.filter((_rule, at) => at !== index);
  return [...rest.slice(0, target), moved, ...rest.slice(target)];
}
