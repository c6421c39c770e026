import { expect, test } from 'vitest';
import { readSshConfigTargets } from './read-ssh-config-targets.ts';

const config = `
Host gate
  HostName 10.9.9.9
  User jumper
  Port 2200

Host web01 db01
  HostName 10.0.0.1
  ProxyJump gate
  IdentityFile ~/.ssh/id_%r

Host chained
  ProxyJump inner,b:2222

Host inner
  HostName 10.8.8.8
  ProxyJump gate

Host loop
  ProxyJump loop

Host odd
  HostName bad..name
Host *
  User ops
`;

test('N16 aliases, defaults, jump aliases, chains of them and key paths', () => {
  const { drafts, rejected } = readSshConfigTargets(config, '/home/mei');
  expect(drafts).toEqual([
    { line: 2, host: '10.9.9.9', port: 2200, name: 'gate', user: 'jumper' },
    { line: 7, host: '10.0.0.1', port: 22, name: 'web01', user: 'ops', jump: 'jumper@10.9.9.9:2200', identityFile: '/home/mei/.ssh/id_ops' },
    { line: 7, host: '10.0.0.1', port: 22, name: 'db01', user: 'ops', jump: 'jumper@10.9.9.9:2200', identityFile: '/home/mei/.ssh/id_ops' },
    { line: 12, host: 'chained', port: 22, user: 'ops', jump: 'jumper@10.9.9.9:2200,ops@10.8.8.8:22,b:2222' },
    { line: 15, host: '10.8.8.8', port: 22, name: 'inner', user: 'ops', jump: 'jumper@10.9.9.9:2200' },
  ]);
  expect(rejected).toEqual([{ line: 19, text: 'loop', reason: 'jump' }, { line: 22, text: 'odd', reason: 'host' }]);
});
