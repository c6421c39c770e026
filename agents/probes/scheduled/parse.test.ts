import { expect, test } from 'vitest';
import busybox from '../fixtures/debian-12-machine-busybox/capture.txt?raw';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import root from '../fixtures/debian-12-machine-root/capture.txt?raw';
import user from '../fixtures/debian-12-machine-user/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseScheduled } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };
const read = (text: string) => parseProbe(text, options).facts.schedule;

test('tables, folders and single users’ jobs, by the paths in their commands', () => {
  const jobs = read(root)?.jobs;
  expect(jobs).toHaveLength(25);
  expect(jobs).toContainEqual({ kind: 'cron', source: '/etc/cron.d/sysstat', user: 'root', schedule: '5-55/10 * * * *', runs: ['debian-sa1'] });
  expect(jobs).toContainEqual({ kind: 'cron', source: '/etc/anacrontab', schedule: '@monthly', runs: ['/etc/cron.monthly'] });
  expect(jobs).toContainEqual({ kind: 'cron', source: '/var/spool/cron/crontabs/root', user: 'root', schedule: '15 2 * * 1-5', runs: ['/usr/bin/mysqldump', '/srv/data/app.sql'] });
  expect(jobs).toContainEqual({ kind: 'cron', source: '/var/spool/cron/crontabs/root', user: 'root', schedule: '@reboot', runs: [] });
  expect(jobs).toContainEqual({ kind: 'periodic', source: '/etc/cron.daily', schedule: 'daily', runs: ['logrotate'] });
  expect(read(root)?.atJobs).toBe(1);
  expect(read(busybox)).toEqual(read(root));
});

test('an ordinary account sees no job of single users, and is told so', () => {
  const { facts } = parseProbe(user, options);
  expect(facts.schedule?.jobs.filter(({ source }) => source.startsWith('/var/spool'))).toEqual([]);
  expect(facts.schedule?.jobs).toHaveLength(23);
  expect(facts.sections.find(({ name }) => name === 'scheduled')).toMatchObject({ state: 'partial', missing: ['jobsOfUsers'] });
});

test('timers with the unit they start', () => {
  expect(read(physical)?.jobs).toEqual([{ kind: 'timer', source: 'logrotate.timer', runs: ['logrotate.service'] }, { kind: 'timer', source: 'sysstat-collect.timer', runs: ['sysstat-collect.service'] }]);
});

test('lines of another shape make no job', () => {
  expect(parseScheduled(['cron', 'cron /etc/crontab', 'every daily', 'timer', 'at x', '!TIMEOUT systemctl'])).toBeUndefined();
});
