import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { debian, OPS, ROOT } from '../../rig/city-hosts.ts';
import type { HostSpec } from '../../rig/host-spec.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { scanRigHost } from '../../rig/scan-rig-host.ts';
import { startRig, type Rig } from '../../rig/start-rig.ts';

const missing = rigMissing();

/** Each would run `touch` if any of it ever came to a shell as code; the file would tell. */
const TRAP = '/tmp/sprung';
const NAMES = [`$(touch ${TRAP})`, `\`touch ${TRAP}\``, `'; touch ${TRAP}; '`, `"; touch ${TRAP}; "`, `a && touch ${TRAP}`, `| touch ${TRAP}`, `-exec touch ${TRAP}`, `x\ntouch ${TRAP}\n`, '*', '%s%n', '\\'];
/** A file of that name: what stands between slashes is a folder. */
const asFile = (name: string): string => name.replaceAll('/', '_');
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const SECRETS = ['canary-4711-flag', 'canary-4712-word', 'canary-4713-url', 'canary-4714-name', 'canary-4715-end'];
const [FLAG, WORD, URL_SECRET, NAMED, END] = SECRETS;
/** A program with 64 KB of arguments, among them secrets in the ways they are given in; one stands at the very end. */
const TALKATIVE = `exec python3 -c 'import time; time.sleep(100000)' --password=${FLAG} --token ${WORD} postgres://app:${URL_SECRET}@10.0.0.3/db MYSQL_PWD=${NAMED} $(head -c 65000 /dev/zero | tr '\\0' x) --password=${END}`;

/** Names wherever the script reads names: programs and their arguments, mounts, jobs, units, web sites, certificates, accounts. */
const HOST: HostSpec = {
  name: 'trap-1', image: debian('bookworm', 'python3', 'cron'), users: [ROOT, OPS],
  boot: [
    ...NAMES.flatMap((name, index) => [
      `mkdir -p "/srv/"${quoted(asFile(name))} && mount -t tmpfs -o size=64k ${quoted(asFile(name))} "/srv/"${quoted(asFile(name))}`,
      `cp /bin/sleep "/opt/"${quoted(asFile(name))}`,
      `printf '%s\\n' ${quoted(`${index} 3 * * * root ${name.replaceAll('\n', ' ').replaceAll('%', '')}`)} >"/etc/cron.d/"${quoted(asFile(name).replaceAll('\n', '_'))}`,
      `mkdir -p "/etc/systemd/system/"${quoted(asFile(name))}.d && printf '[Service]\\nExecStart=/bin/true %s\\n' ${quoted(name.replaceAll('\n', ' '))} >"/etc/systemd/system/"${quoted(asFile(name))}.service`,
      `mkdir -p /etc/ssl/private && printf x >"/etc/ssl/certs/"${quoted(asFile(name))}.pem`,
    ]),
    `printf '%s\\n' ${quoted(`trap$(touch ${TRAP}):x:2001:2001:"; touch ${TRAP}:/home/x:/bin/$(touch ${TRAP})`)} >>/etc/passwd`,
    `printf '%s\\n' ${quoted(`PRETTY_NAME="$(touch ${TRAP})\`touch ${TRAP}\`"`)} >>/etc/os-release`,
  ],
  services: NAMES.filter((name) => !name.includes('\n')).map((name) => `exec "/opt/"${quoted(asFile(name))} 100000 2>/dev/null || exec sleep 100000`).concat(
    `exec python3 -c 'import time; time.sleep(100000)' ${NAMES.map(quoted).filter((word) => !word.includes('\n')).join(' ')}`,
    TALKATIVE,
  ),
};

describe.skipIf(missing !== undefined)(`names that are code${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: Rig;
  beforeAll(async () => { rig = await startRig({ hosts: [HOST] }); }, 600_000);
  afterAll(() => rig.stop());

  test.each(['root', 'ops'])('H14 of files, mounts, programs, arguments, jobs and accounts: read as %s they stay names, and nothing of them runs', async (user) => {
    const host = rig.host('trap-1');
    const { parsed: { facts, problems } } = await scanRigHost(rig, host, { user });
    expect(await host.exec(`ls ${TRAP} 2>&1 || true`)).toContain('No such file');
    expect(problems).toEqual([]);
    expect(facts.sections.filter(({ state }) => state === 'unreadable' || state === 'timed-out')).toEqual([]);
    expect(facts.processes?.some(({ commandLine }) => commandLine?.includes(`$(touch ${TRAP})`))).toBe(true);
    expect(facts.os?.name).toContain('$(touch');
  });

  test.each(['root', 'ops'])('H09 secrets in 64 KB of arguments, read as %s: in no fact and in no text that is kept', async (user) => {
    const host = rig.host('trap-1');
    const running = await host.exec('for each in /proc/[0-9]*; do [ "$(cat "$each/comm")" != python3 ] || cat "$each/cmdline"; done');
    expect(running.length).toBeGreaterThan(65_000);
    for (const secret of SECRETS) expect(running).toContain(secret);
    const { parsed } = await scanRigHost(rig, host, { user });
    const kept = JSON.stringify([parsed.facts, parsed.problems, ...parsed.sections.values()]);
    expect(kept).toContain('--password=***');
    for (const secret of SECRETS) expect(kept.includes(secret), secret).toBe(false);
  });
});
