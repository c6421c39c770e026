import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listSshHosts, parseSshConfig, resolveSshHost } from './ssh-config.ts';

const text = `
User ops
Host web01 web02
  HostName 10.0.0.%h
  Port 2222
  IdentityFile ~/.ssh/city
Host db*.gov !db9.gov
  User dba
  ProxyJump ops@bastion:2200,inner
Host tunnel
  ProxyCommand nc -x proxy %h %p
Match exec "touch /tmp/landfall-match-ran"
  User evil
Host *
  IdentityFile ~/.ssh/id_ed25519
  IdentitiesOnly yes
`;

describe('ssh config', () => {
  const file = parseSshConfig(text);
  test('lists hosts named one by one', () => {
    expect(listSshHosts(file).map((host) => host.alias)).toEqual(['web01', 'web02', 'tunnel']);
  });
  test('the first value counts, identity files add up', () => {
    expect(resolveSshHost(file, 'web01')).toEqual({ alias: 'web01', host: '10.0.0.web01', port: 2222, user: 'ops', identityFiles: ['~/.ssh/city', '~/.ssh/id_ed25519'], identitiesOnly: true, jump: undefined, warnings: ['match'] });
  });
  test('wildcards and exclusions', () => {
    expect(resolveSshHost(file, 'db1.gov').jump).toBe('ops@bastion:2200,inner');
    expect(resolveSshHost(file, 'db9.gov').jump).toBeUndefined();
  });
  test('nothing a config could run is run', () => {
    expect(resolveSshHost(file, 'tunnel').warnings).toEqual(['match', 'proxyCommand']);
    expect(existsSync('/tmp/landfall-match-ran')).toBe(false);
    expect(resolveSshHost(file, 'x').user).toBe('ops');
  });
  test.each(['', 'Host', '\u0000\u0001', 'Host "unclosed\n  Port', '}}}'])('text that is no config has no hosts: %j', (odd) => {
    expect(listSshHosts(parseSshConfig(odd)).filter((host) => host.port !== 22)).toEqual([]);
  });
});
