import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { tempDir } from '../../support/temp-dir.ts';

const nonce = '0123456789abcdef01234567';
const FIXTURES = join(import.meta.dirname, '../../../agents/probes/fixtures');
const REAL = ['awk', 'sed', 'grep', 'xargs', 'sort', 'id', 'sleep', 'tr', 'printf'];
/** Prints what the documentation shows for these exact words; anything else is a program that fails. */
const STUB = `#!/bin/sh
case "\${0##*/} $*" in
  'date -u +%Y-%m-%dT%H:%M:%SZ') echo 2026-11-23T13:03:55Z; exit 0 ;;
  'ps -o ppid= -o args= -p '*) echo '1 sh -s'; exit 0 ;;
  'ps -A -o pid= -o ppid=') exec /bin/ps -A -o pid= -o ppid= ;;
esac
set -- "\${0##*/}" "$@"
/usr/bin/awk -v wanted="$ $*" '/^\\$ / { open = $0 == wanted; found += open; next } open { print } END { exit found ? 0 : 1 }' "\${0%/*}/../commands.txt"
`;

/** The script as a host of this kind runs it: every program there is on it prints a documented output. */
function answerOf(platform: string, [program, ...args]: readonly [string, ...string[]]): string {
  const folder = tempDir(platform);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const commands = readFileSync(join(FIXTURES, platform, 'commands.txt'), 'utf8');
  writeFileSync(join(folder, 'commands.txt'), commands);
  writeFileSync(join(bin, 'stub'), STUB);
  chmodSync(join(bin, 'stub'), 0o755);
  const named = commands.split('\n').flatMap((line) => (line.startsWith('$ ') ? (line.split(' ')[1] ?? []) : []));
  for (const name of new Set([...named, 'date'])) symlinkSync('stub', join(bin, name));
  for (const name of REAL.filter((each) => !named.includes(each))) symlinkSync(existsSync(`/usr/bin/${name}`) ? `/usr/bin/${name}` : `/bin/${name}`, join(bin, name));
  const script = buildProbe({ nonce, useSudo: false }).stdin.replace(/PATH=\/usr\/sbin\S*/, `PATH=${bin}`);
  const done = spawnSync(program, args, { input: script, encoding: 'utf8', env: {}, maxBuffer: 4e6 });
  expect(done.stderr).toBe('');
  return done.stdout.replace(/^self \d+$/m, 'self 4242').replaceAll(/(?<=^@[0-9a-f]{24} \S+ (?:1 )?)\d+\.00/gm, '0.00').replace(/(BEGIN 1 0\.00) \w+/, '$1 user');
}

const shells: readonly (readonly [string, readonly [string, ...string[]]])[] = [['dash', ['/bin/dash', '-s']], ['mksh', ['/bin/mksh', '-s']], ['ksh93', ['/usr/bin/ksh93', '-s']]];

describe.skipIf(process.platform !== 'linux')('the script on other Unix systems, each program printing what the documentation shows', () => {
  test.each(['aix', 'solaris-11', 'solaris-10', 'hp-ux', 'freebsd'])('%s: the capture the parsers are tested with is what the script prints, in each shell', (platform) => {
    for (const [label, shell] of shells.filter(([, [program]]) => existsSync(program))) {
      const answer = answerOf(platform, shell);
      const file = join(FIXTURES, platform, 'capture.txt');
      if (process.env['LANDFALL_WRITE_FIXTURES'] === '1') writeFileSync(file, answer);
      expect(answer, label).toBe(readFileSync(file, 'utf8'));
    }
  });
});
