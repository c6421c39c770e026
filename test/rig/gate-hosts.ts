import { debian, OPS, ROOT } from './city-hosts.ts';
import type { HostSpec, RigFile, RigUser } from './host-spec.ts';

/** Hosts that guard their accounts: pam_faillock as CIS asks for (five wrong passwords lock), second factors, sudo rules, odd shells. */

export const PASSWORD = 'correct-horse-9137';
const GATE = debian('bookworm', 'fish', 'csh', 'libpam-google-authenticator');

const withPassword = (name: string, uid: number, more: Partial<RigUser> = {}): RigUser => ({ name, uid, password: PASSWORD, ...more });

const GUARD = ['auth required pam_faillock.so preauth deny=5 unlock_time=900', 'auth [success=1 default=bad] pam_unix.so nodelay', 'auth [default=die] pam_faillock.so authfail deny=5 unlock_time=900'];
const REST = ['@include common-account', '@include common-session', '@include common-password', ''];
/** pam_faillock around pam_unix as its manual page shows it; `before` and `after` ask for more. */
const faillock = ({ before = [], after = [] }: { before?: readonly string[]; after?: readonly string[] } = {}): RigFile => ({
  path: '/etc/pam.d/sshd', text: [...before, ...GUARD, ...after, 'auth required pam_faillock.so authsucc deny=5 unlock_time=900', ...REST].join('\n'),
});
const CODE = 'auth required pam_google_authenticator.so';

/** Wrong passwords of an account that pam_faillock counts at this moment. */
export const failuresOf = (user: string): string => `faillock --user ${user} | grep -c ' V$' || true`;

const INTERACTIVE = ['PasswordAuthentication no', 'KbdInteractiveAuthentication yes'];

/** Takes passwords; locks after five wrong ones. */
export const LOCKING: HostSpec = { name: 'gate-1', image: GATE, users: [ROOT, withPassword('ops', 1501), withPassword('control', 1502), withPassword('stale', 1503, { expired: true })], files: [faillock()] };
/** Takes one answer to one prompt only. */
export const ASKING: HostSpec = { name: 'gate-2', image: GATE, users: [ROOT, withPassword('ops', 1501), withPassword('stale', 1503, { expired: true })], sshdConfig: INTERACTIVE, files: [faillock()] };

const factor = (path: string): RigFile => ({ path, text: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n" TOTP_AUTH\n', mode: 0o400 });
const ownSecret = 'chown ops:ops /home/ops/.google_authenticator';
/** The password, then a code. */
export const SECOND_FACTOR: HostSpec = {
  name: 'gate-3', image: GATE, users: [ROOT, withPassword('ops', 1501)], sshdConfig: INTERACTIVE, boot: [ownSecret],
  files: [factor('/home/ops/.google_authenticator'), faillock({ after: [CODE] })],
};
/** The code, then the password. */
export const CODE_FIRST: HostSpec = {
  name: 'gate-4', image: GATE, users: [ROOT, withPassword('ops', 1501)], sshdConfig: INTERACTIVE, boot: [ownSecret],
  files: [factor('/home/ops/.google_authenticator'), faillock({ before: [CODE] })],
};

/** Six of one kind, for a credential that is wrong on all of them. */
export const LOCKING_FLEET: readonly HostSpec[] = Array.from({ length: 6 }, (_, index) => ({ ...LOCKING, name: `many-${index + 1}` }));

/** Accounts whose sudo says no in three ways, and accounts with shells that are no POSIX shell. */
export const ACCOUNTS: HostSpec = {
  name: 'desk-1', image: GATE, ports: [],
  users: [
    ROOT, { ...OPS, name: 'denied' }, { name: 'asked', uid: 1511, password: PASSWORD, sudo: 'ALL=(root) ALL' }, { name: 'tty', uid: 1512, sudo: 'ALL=(root) NOPASSWD: ALL\nDefaults:tty requiretty' },
    { name: 'fishy', uid: 1521, shell: '/usr/bin/fish' }, { name: 'cshell', uid: 1522, shell: '/bin/csh' }, { name: 'narrow', uid: 1523, shell: '/bin/rbash' }, { name: 'none', uid: 1524, shell: '/usr/sbin/nologin' },
    { name: 'gone', uid: 1525, shell: '/no/such/shell' },
  ],
};
