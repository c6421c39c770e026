import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { untilJob } from '../../support/scan-fixture.ts';
import { sshdMissing, startSshd } from '../../support/sshd.ts';

const FAILLOCK = '/lib/x86_64-linux-gnu/security/pam_faillock.so';
const missing = sshdMissing() ?? (existsSync(FAILLOCK) && existsSync('/usr/sbin/faillock') ? undefined : 'needs pam_faillock');
/** As CIS benchmarks ask for it: locked at the fifth failure, for good. */
const options = 'deny=5 unlock_time=0 fail_interval=86400 dir=$FOLDER/faillock';
const PAM = `mkdir $FOLDER/faillock; printf "auth required pam_faillock.so preauth silent ${options}\\nauth [success=1 default=bad] pam_unix.so\\nauth [default=die] pam_faillock.so authfail ${options}\\nauth sufficient pam_faillock.so authsucc ${options}\\naccount required pam_unix.so\\nsession required pam_permit.so\\n" >$FOLDER/pam; mount --bind $FOLDER/pam /etc/pam.d/sshd`;

describe.skipIf(missing !== undefined)(`accounts that lock at the fifth failure${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('N06 three runs and three single tries with a wrong password leave three failures at most, and the right one still opens', { timeout: 120_000 }, async () => {
    const sshd = await startSshd({ users: [{ name: 'scan', password: 'right-9137' }], prepare: PAM, config: ['UsePAM yes', 'PasswordAuthentication yes', 'KbdInteractiveAuthentication yes'] });
    onTestFinished(() => sshd.close());
    let now = new Date('2026-05-01T08:00:00Z');
    const { core } = await startCoreWithProject({ now: () => now });
    await core.call('scan.importKnownHosts', { text: sshd.knownHostsLine });
    const target = { host: sshd.host, port: sshd.port, user: 'scan', name: null, departmentName: null, tag: null, jump: null, identityFile: null };
    const failures = (): number => {
      const table = execFileSync('unshare', ['--mount', '/bin/sh', '-c', `mount --bind ${sshd.folder}/passwd /etc/passwd && /usr/sbin/faillock --dir ${sshd.folder}/faillock --user scan`], { encoding: 'utf8' });
      return table.split('\n').filter((line) => /^\d{4}-\d{2}-\d{2} .* V$/.test(line.trim())).length;
    };
    const scanWith = async (password: string) => {
      const credential = { kind: 'password', password } as const;
      const { jobId, runId } = await core.call('scan.start', { targets: [target], credential, hostKeyPolicy: 'strict', useSudo: false });
      await untilJob(core, jobId);
      return (await core.call('scan.listResults', { runId })).rows[0];
    };
    for (let run = 1; run <= 3; run += 1) {
      expect((await scanWith('wrong-4711'))?.errors[0]?.code).toBe('AUTH_REJECTED');
      // Whatever is asked within the half hour: the account is left alone.
      expect((await core.call('scan.runPreflight', { target, credential: { kind: 'password', password: 'wrong-4712' }, hostKeyPolicy: 'strict' })).error?.code).toBe('AUTH_PAUSED_BY_GUARD');
      expect(failures()).toBe(run);
      now = new Date(now.getTime() + 31 * 60_000);
    }
    expect((await scanWith('right-9137'))?.state).not.toBe('failed');
    expect(sshd.log()).toContain('Accepted password for scan');
  });
});
