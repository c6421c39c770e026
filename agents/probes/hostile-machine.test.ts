import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostFactsSchema } from '../../shared/model/host-facts.ts';
import physical from './fixtures/physical-from-documentation/capture.txt?raw';
import root from './fixtures/debian-12-machine-root/capture.txt?raw';
import { PROBE_SECTIONS } from './probe-sections.ts';
import { splitFrame } from './split-frame.ts';

const nonce = '0123456789abcdef01234567';
const context = { collectedAt: '2026-11-23T16:09:00.000Z', facts: {} };
const NAMES = new Set(['hardware', 'storage', 'mounts', 'network-detail', 'scheduled', 'sessions', 'firewall']);
const SECTIONS = PROBE_SECTIONS.filter(({ name }) => NAMES.has(name));
const captured = (name: string): string[] => [physical, root].flatMap((text) => [...splitFrame(text, nonce).sections].flatMap(([section, { lines }]) => (section === name ? lines : [])));

const FIELDS = ['-1', '0', 'NaN', '1e99', '18446744073709551616', '9007199254740991', '99999999999999', '', '-', '|||', '::::', '////', '__proto__', 'x'.repeat(4000), '﷽'.repeat(900), ']['];

/** A line of a real answer with some of its words replaced by what no host should say, or with its words in another order. */
const hostileLine = (lines: readonly string[]): fc.Arbitrary<string> => fc.tuple(fc.constantFrom(...lines), fc.array(fc.tuple(fc.nat(12), fc.constantFrom(...FIELDS)), { maxLength: 3 }), fc.boolean()).map(([line, changes, reversed]) => {
  const words = line.split(' ');
  for (const [at, field] of changes) words[at % words.length] = field;
  return (reversed ? words.toReversed() : words).join(' ').slice(0, 4000);
});

describe.each(SECTIONS)('$name', ({ name, read, maskLine }) => {
  const lines = captured(name);
  const facts = (from: readonly string[]) => ({ schema: 1, collectedAt: context.collectedAt, privilege: 'root', sections: [], ...read(maskLine ? from.map(maskLine) : from, context) });

  test('H20 hostile words never throw, and what is made of them fits the model', () => {
    fc.assert(fc.property(fc.array(fc.oneof(hostileLine(lines), fc.string({ maxLength: 200 })), { maxLength: 30 }), (from) => {
      expect(hostFactsSchema.safeParse(facts(from)).error).toBeUndefined();
    }), { numRuns: 300 });
  });

  test('a section filled to its budget by one kind of line fits the model', () => {
    for (const line of lines.slice(0, 40)) {
      const from = Array.from({ length: 2500 }, (_each, index) => `${line.replace(/(\d)/, `${String(index)}$1`)}${String(index)}`);
      expect(hostFactsSchema.safeParse(facts([...from, ...from.map((each) => each.replace(' ', ' a'))])).error, line).toBeUndefined();
    }
  });
});
