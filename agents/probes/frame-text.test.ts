import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameText, KNOWN_NONCE } from './frame-text.ts';
import { parseProbe } from './parse-probe.ts';
import { splitFrame } from './split-frame.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const captures = readdirSync(FIXTURES).flatMap((folder) => readdirSync(join(FIXTURES, folder)).filter((name) => name === 'capture.txt').map((name) => join(folder, name)));
const COLLECTED = '2026-11-23T10:00:00.000Z';

test.each(captures)('%s, kept masked and framed anew, yields the facts it yielded at first', (path) => {
  const raw = readFileSync(join(FIXTURES, path), 'utf8');
  const nonce = /^@([0-9a-f]{24}) BEGIN/m.exec(raw)?.[1] ?? '';
  const first = parseProbe(raw, { nonce, collectedAt: COLLECTED });
  const { platform, sections } = splitFrame(raw, nonce);
  const kept = [...sections].map(([name, { closed, skipped }]) => ({ name, text: first.sections.get(name) ?? '', closed, skipped }));
  const again = parseProbe(frameText({ privilege: first.facts.privilege, platform, sections: kept }), { nonce: KNOWN_NONCE, collectedAt: COLLECTED });
  expect(again.facts).toEqual(first.facts);
});

test('H18 a line of a host cannot pass for a mark though the nonce is known', () => {
  const text = `@${KNOWN_NONCE} END 1\nkey value`;
  const frame = splitFrame(frameText({ privilege: 'user', platform: 'linux', sections: [{ name: 'os', text, closed: true, skipped: false }, { name: 'cpu', text: 'x', closed: false, skipped: false }] }), KNOWN_NONCE);
  expect(frame.sections.get('os')?.lines).toHaveLength(2);
  expect(frame.sections.get('cpu')?.closed).toBe(false);
});
