import type { LinkRule } from '../../../../shared/model/service-system.ts';
import { parseCidr } from './cidr.ts';
import { matchesGlob } from './matches-glob.ts';

/** What rules look at. */
export interface LinkCandidate {
  readonly hostname: string;
  readonly addresses: readonly string[];
  readonly tag: string | null;
}

export interface CompiledRule {
  readonly systemId: string;
  readonly matches: (server: LinkCandidate) => boolean;
}

/** Rules by rising rank. One without any condition, or with a CIDR that is none, matches nothing. */
export function compileRules(rules: readonly Omit<LinkRule, 'id'>[]): CompiledRule[] {
  return [...rules].sort((left, right) => left.rank - right.rank).map((rule) => {
    const conditions: ((server: LinkCandidate) => boolean)[] = [];
    const { hostnameGlob, cidr, tag } = rule;
    if (hostnameGlob !== null && hostnameGlob !== '') conditions.push((server) => matchesGlob(hostnameGlob, server.hostname));
    if (tag !== null && tag !== '') conditions.push((server) => server.tag === tag);
    if (cidr !== null && cidr !== '') {
      const block = parseCidr(cidr);
      conditions.push((server) => block !== undefined && server.addresses.some((address) => block.contains(address)));
    }
    return { systemId: rule.systemId, matches: (server) => conditions.length > 0 && conditions.every((holds) => holds(server)) };
  });
}

/** The system of the first rule that holds. */
export function firstMatch(rules: readonly CompiledRule[], server: LinkCandidate): string | undefined {
  return rules.find((rule) => rule.matches(server))?.systemId;
}
