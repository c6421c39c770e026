import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanTargetSchema } from '../../../../shared/model/scan.ts';
import { detectFormat } from './detect-format.ts';
import { formatEndpoint, isHost, parseEndpoint } from './endpoint.ts';
import { expandCidr, MAX_CIDR_HOSTS } from './expand-cidr.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { parseCsv } from './parse-csv.ts';
import { parseList } from './parse-list.ts';

const hostsOf = (text: string): string[] => parseList(text).drafts.map((draft) => draft.host);

describe('endpoint', () => {
  test.each([
    ['web01', { host: 'web01' }],
    ['root@10.0.0.1', { host: '10.0.0.1', user: 'root' }],
    ['ops@corp@web01.gz.gov.cn:2222', { host: 'web01.gz.gov.cn', user: 'ops@corp', port: 2222 }],
    ['[::1]:22', { host: '::1', port: 22 }],
    ['2001:db8::7', { host: '2001:db8::7' }],
    ['admin@[fe80::1%eth0]:2200', { host: 'fe80::1%eth0', user: 'admin', port: 2200 }],
    ['ssh://root@10.0.0.1:2022/', { host: '10.0.0.1', user: 'root', port: 2022 }],
    ['政务服务器.内网', { host: '政务服务器.内网' }],
  ] as const)('%s', (text, expected) => {
    expect(parseEndpoint(text)).toEqual(expected);
  });

  test.each([
    ['10.0.0.256', 'host'], ['10.0.0', 'host'], ['-oProxyCommand=x', 'host'], ['a b', 'host'], ['', 'host'], ['web..01', 'host'], ['1:2:3', 'host'],
    ['web-*', 'wildcard'], ['web01:0', 'port'], ['web01:65536', 'port'], ['web01:abc', 'port'], ['-root@web01', 'user'], ['ro ot@web01', 'user'], ['@web01', 'user'],
  ] as const)('refuses %j because of its %s', (text, reason) => {
    expect(parseEndpoint(text)).toEqual({ reason });
  });

  test('is written so that it is read back', () => {
    for (const text of ['root@10.0.0.1:22', '[2001:db8::7]:2022', 'web01']) expect(parseEndpoint(formatEndpoint(parseEndpoint(text) as { host: string }))).toEqual(parseEndpoint(text));
  });

  test('whatever is accepted fits the model', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const endpoint = parseEndpoint(text);
      if ('reason' in endpoint) return;
      expect(scanTargetSchema.shape.host.safeParse(endpoint.host).success && isHost(endpoint.host)).toBe(true);
      expect(scanTargetSchema.shape.user.safeParse(endpoint.user ?? null).success).toBe(true);
    }), { numRuns: 2000 });
  });
});

describe('blocks', () => {
  test.each([
    ['10.0.0.0', 30, ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.3', 31, ['10.0.0.2', '10.0.0.3']],
    ['10.0.0.9', 32, ['10.0.0.9']],
    ['2001:db8::4', 126, ['2001:db8::4', '2001:db8::5', '2001:db8::6', '2001:db8::7']],
    ['::ffff:10.0.0.1', 128, ['::ffff:a00:1']],
  ] as const)('%s/%i', (address, prefix, expected) => {
    expect(expandCidr(address, prefix)).toEqual({ hosts: expected });
  });

  test('a /20 is the largest', () => {
    expect(expandCidr('10.0.0.0', 20)).toMatchObject({ hosts: { length: MAX_CIDR_HOSTS - 2 } });
    expect(expandCidr('10.0.0.0', 19)).toEqual({ reason: 'cidrTooLarge' });
    expect(expandCidr('2001:db8::', 64)).toEqual({ reason: 'cidrTooLarge' });
    expect(expandCidr('10.0.0.0', 33)).toEqual({ reason: 'host' });
  });
});

describe('pasted list', () => {
  test('comments, commas, full-width signs, several hosts a line', () => {
    expect(hostsOf('# bureau A\n10.0.0.1, 10.0.0.2；10.0.0.3  # spare\n\n// none\nweb01、web02\n"10.0.0.4"')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', 'web01', 'web02', '10.0.0.4']);
    expect(parseList('ｒｏｏｔ＠１０．０．０．１：２２２２').drafts).toEqual([{ line: 1, host: '10.0.0.1', port: 2222, user: 'root' }]);
  });

  test('a number is a port, a word after an address its name', () => {
    expect(parseList('10.0.0.1 2222\n10.0.0.2  db01\nroot@10.0.0.3:22 cache01').drafts).toEqual([
      { line: 1, host: '10.0.0.1', port: 2222 },
      { line: 2, host: '10.0.0.2', name: 'db01' },
      { line: 3, host: '10.0.0.3', user: 'root', port: 22, name: 'cache01' },
    ]);
  });

  test('a command copied from a terminal', () => {
    expect(parseList('ssh -p 2222 -l ops -J gate@10.9.9.9 10.0.0.1').drafts).toEqual([{ line: 1, host: '10.0.0.1', port: 2222, user: 'ops', jump: 'gate@10.9.9.9' }]);
    expect(parseList('ssh -p 99999 10.0.0.1').rejected).toEqual([{ line: 1, text: '99999', reason: 'port' }]);
  });

  test('blocks with account and port', () => {
    expect(parseList('root@10.0.0.0/30:2222').drafts).toEqual(['10.0.0.1', '10.0.0.2'].map((host) => ({ fromBlock: true, line: 1, host, port: 2222, user: 'root' })));
  });

  test('bad parts are named with their line, good ones of the same line are kept', () => {
    const list = parseList('10.0.0.1, 10.0.0.999\r\nweb-*\r\n10.0.0.0/8');
    expect(list.drafts.map((draft) => draft.host)).toEqual(['10.0.0.1']);
    expect(list.rejected).toEqual([
      { line: 1, text: '10.0.0.999', reason: 'host' },
      { line: 2, text: 'web-*', reason: 'wildcard' },
      { line: 3, text: '10.0.0.0/8', reason: 'cidrTooLarge' },
    ]);
  });

  test('a text that expands beyond any estate is refused whole', () => {
    const blocks = Array.from({ length: 30 }, (_, index) => `10.${index}.0.0/20`).join('\n');
    expect(() => parseList(blocks)).toThrow('import.too_large');
  });
});

describe('table', () => {
  test('Chinese header, semicolons, quotes, jump host', () => {
    const list = parseCsv('主机;端口;用户名;名称;所属部门;业务系统;跳板机\n10.0.0.1;2222;root;"政务; 前置";市财政局;预算系统;gate@10.9.9.9:2200\n');
    expect(list).toEqual({ drafts: [{ line: 2, host: '10.0.0.1', port: 2222, user: 'root', name: '政务; 前置', departmentName: '市财政局', tag: '预算系统', jump: 'gate@10.9.9.9:2200' }], rejected: [] });
  });

  test('English header with other columns between, tabs', () => {
    expect(parseCsv('Rack\tIP Address\tSSH Port\tDept\nR1\t10.0.0.1\t\tHousing').drafts).toEqual([{ line: 2, host: '10.0.0.1', departmentName: 'Housing' }]);
  });

  test('rejected rows carry line and reason', () => {
    const list = parseCsv('host,port,user,jump\n10.0.0.1,0,,\n,22,,\n10.0.0.2,22,a b,\n10.0.0.3,22,,bad host\n10.0.0.4');
    expect(list.rejected.map(({ line, reason }) => [line, reason])).toEqual([[2, 'port'], [3, 'host'], [4, 'user'], [5, 'jump']]);
    expect(list.drafts.map((draft) => draft.host)).toEqual(['10.0.0.4']);
  });

  test('without a host column nothing is guessed', () => {
    expect(parseCsv('colour,size\nred,1')).toMatchObject({ drafts: [], rejected: [{ line: 1, reason: 'columns' }] });
  });

  test('a quote that never closes spoils one cell only', () => {
    expect(parseCsv('host,name\n10.0.0.1,"rack 1\n10.0.0.2,two\n').drafts.map((draft) => draft.host)).toEqual(['10.0.0.1', '10.0.0.2']);
  });
});

test('lines of one host are merged, the first wins and later ones add what it left out', () => {
  const { drafts } = parseList('web01\nroot@WEB01\nweb01:2222');
  expect(mergeDrafts([...drafts, { line: 9, host: 'web01', tag: 'portal', user: 'other' }], { user: 'ops', port: 22 })).toEqual({
    targets: [
      { host: 'web01', port: 22, user: 'root', name: null, departmentName: null, tag: 'portal', jump: null, identityFile: null },
      { host: 'web01', port: 2222, user: 'ops', name: null, departmentName: null, tag: null, jump: null, identityFile: null },
    ],
    duplicates: 2,
  });
});

test.each([
  ['host,port\na,22', 'csv'], ['主机\t端口\na\t22', 'csv'], ['Host web\n  HostName 10.0.0.1', 'ssh-config'], ['# mine\nhost *', 'ssh-config'], ['10.0.0.1\nweb01', 'list'], ['hosted.example, b', 'list'],
] as const)('format of %j is %s', (text, format) => {
  expect(detectFormat(text)).toBe(format);
});

test('an address of a block stands for the block, unless a line names it', () => {
  const { drafts } = parseList('10.0.0.0/30\n10.0.0.1 web01');
  const { targets } = mergeDrafts(drafts, { port: 22 });
  expect(targets.map(({ host, name, fromBlock }) => [host, name, fromBlock])).toEqual([['10.0.0.1', 'web01', undefined], ['10.0.0.2', null, true]]);
});
