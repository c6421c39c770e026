import { expect, test } from 'vitest';
import { buildDwell, dwellSheet } from './build-dwell.ts';

const NONCE = '0123456789abcdef01234567';

test('what stands before the script is the nonce and a time, nothing else', () => {
  const { stdin, command } = buildDwell({ nonce: NONCE, useSudo: false, seconds: 600.2 });
  expect(stdin).toBe(`LF_NONCE='${NONCE}'; LF_SECONDS=601\n${dwellSheet().script}`);
  expect(command).not.toContain('sudo');
  expect(buildDwell({ nonce: NONCE, useSudo: true, seconds: 1e9 }).stdin).toContain('LF_SECONDS=86400\n');
});

test.each(["'; rm -rf /; '", '0123', `${NONCE} `, NONCE.toUpperCase()])('%j is no nonce', (nonce) => {
  expect(() => buildDwell({ nonce, useSudo: false, seconds: 60 })).toThrow(RangeError);
});

test('a time that is none is refused', () => {
  expect(() => buildDwell({ nonce: NONCE, useSudo: false, seconds: Number.NaN })).toThrow(RangeError);
});

test('the sheet names what the script starts and reads', () => {
  const { script, commands, reads, sha256 } = dwellSheet();
  for (const command of commands) expect(script, command).toMatch(new RegExp(`\\b${command.split(' ')[0] ?? ''}\\b`));
  for (const path of reads) expect(script, path).toContain(path.startsWith('/proc/<pid>') ? '/proc/' : path.replace(/\/\{.*/, ''));
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});
