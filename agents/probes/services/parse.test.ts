import { expect, test } from 'vitest';
import { parseServices } from './parse.ts';

test('systemd: units and unit files are one service; templates and units that do not exist are none', () => {
  expect(parseServices([
    'manager systemd', 'unit nginx.service loaded active running', 'unit backup.service loaded failed failed', 'unit setup.service loaded active exited', 'unit gone.service not-found inactive dead',
    'file nginx.service enabled', 'file getty@.service enabled', 'file old.service masked', 'file rc-local.service static',
  ])).toEqual([
    { name: 'nginx', state: 'running', startMode: 'enabled' }, { name: 'backup', state: 'failed', startMode: 'unknown' }, { name: 'setup', state: 'stopped', startMode: 'unknown' },
    { name: 'old', state: 'unknown', startMode: 'masked' }, { name: 'rc-local', state: 'unknown', startMode: 'static' },
  ]);
});

test('chkconfig: only the start mode is known', () => {
  expect(parseServices(['manager chkconfig', 'file sshd enabled', 'file cups disabled'])).toEqual([{ name: 'sshd', state: 'unknown', startMode: 'enabled' }, { name: 'cups', state: 'unknown', startMode: 'disabled' }]);
});
