import { compareText } from '../../kernel/compare-text.ts';

/**
 * JSON with one text per meaning: object keys in code-unit order, lists in the order of their own canonical texts
 * (every list of a problem and of a plan is a set; what has an order carries a date or an index). `undefined` members
 * are left out as JSON does. Numbers are written by the language's shortest round-trip form; -0 becomes 0.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).sort(compareText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([left], [right]) => compareText(left, right));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value === 0 ? 0 : value) ?? 'null';
}
