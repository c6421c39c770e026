import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostFactsSchema, SECTION_NAMES, type HostFacts } from '../../shared/model/host-facts.ts';
import busybox from './fixtures/debian-12-root-busybox/capture.txt?raw';
import root from './fixtures/debian-12-root-dash/capture.txt?raw';
import user from './fixtures/debian-12-user-bash/capture.txt?raw';
import { parseProbe } from './parse-probe.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T13:04:00.000Z' };
const framed = (...lines: string[]): string => `noise of a login file\n@${options.nonce} BEGIN 1 10.5 root\n${lines.join('\n')}\n@${options.nonce} END 12.5\n`;
const section = (name: string, ...lines: string[]): string[] => [`@${options.nonce} ${name} 10.6`, ...lines];

describe('real captures', () => {
  test.each([['root, dash', root, 'root'], ['root, busybox', busybox, 'root'], ['user, bash', user, 'user']])('%s: every section is read and fits the model', (_label, text, privilege) => {
    const { facts } = parseProbe(text, options);
    expect(hostFactsSchema.parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      privilege,
      identity: { hostname: 'vm', machineId: '3d1219c7c4c5404aaa1f6d2a48adfda4', timezoneOffset: '+0000' },
      os: { family: 'linux', id: 'debian', name: 'Debian GNU/Linux 12 (bookworm)', kernel: '6.18.44-fc-v657', architecture: 'x86_64', bootMode: 'bios' },
      virtualisation: { kind: 'container', technology: 'docker' },
      cpu: { model: 'AMD EPYC', threads: 2, sockets: 1, cores: 2 },
      memory: { memBytes: 24_684_092 * 1024, swapBytes: 0 },
      blockDevices: [{ name: 'vda', kind: 'disk', sizeBytes: 536_870_912 * 512, rotational: true, parents: [] }],
      packages: { manager: 'dpkg' },
    });
    expect(facts.filesystems).toEqual([expect.objectContaining({ mountPoint: '/', source: '/dev/vda', fsType: 'ext4', remote: false })]);
    expect(facts.nics?.find((nic) => nic.name === 'eth0')).toMatchObject({ mac: '02:fc:00:00:00:01', state: 'up', mtu: 1400, addresses: expect.arrayContaining([{ address: '192.0.2.2', prefixLength: 24, family: 'ipv4' }, { address: 'fd00::2', prefixLength: 64, family: 'ipv6' }]) });
    expect(facts.packages?.items.length).toBeGreaterThan(500);
    expect(facts.utilisationNow?.intervalSeconds).toBeGreaterThan(0.9);
    expect(facts.listeners).toContainEqual(expect.objectContaining({ transport: 'tcp', address: '0.0.0.0', port: 8080 }));
    expect(facts.flows).toContainEqual(expect.objectContaining({ transport: 'udp', direction: 'outbound', peerAddress: '192.0.2.77', port: 53, connections: 1 }));
    expect(facts.services).toContainEqual({ name: 'ssh', state: 'unknown', startMode: 'enabled' });
  });

  test('root sees the owner of a socket, an ordinary account is told what it lacks', () => {
    expect(parseProbe(root, options).facts.listeners).toContainEqual({ transport: 'tcp', address: '0.0.0.0', port: 8080, processName: 'python3', pid: 2 });
    const seen = parseProbe(user, { ...options, sudoAsked: true });
    expect(seen.facts.sections.find((report) => report.name === 'sockets')).toMatchObject({ state: 'partial', missing: ['processOfOthers'] });
    expect(seen.problems).toContainEqual({ code: 'SUDO_MISSING', params: { sections: 'sockets' } });
    expect(parseProbe(user, options).problems.map((problem) => problem.code)).not.toContain('SUDO_MISSING');
  });

  test('H09 secrets in command lines reach neither facts nor evidence', () => {
    const { facts, sections } = parseProbe(root, options);
    expect(root).toContain('hunter2');
    expect(JSON.stringify([facts, ...sections.values()])).not.toMatch(/hunter2|s3cret/);
    expect(facts.processes?.find((each) => each.commandLine?.includes('--password'))?.commandLine).toContain('--password=***');
  });
});

describe('a text cut at any byte', () => {
  /** The capture with ten packages only, so that every single offset can be tried. */
  const short = root.split('\n').filter((line, _index, all) => !/^[a-z0-9.+-]+\|/.test(line) || all.indexOf(line) < all.indexOf('manager dpkg') + 10).join('\n');
  const whole = parseProbe(short, options).facts;
  const isFewer = (part: HostFacts): void => {
    for (const [key, value] of Object.entries(part)) {
      if (key !== 'sections' && key !== 'privilege') expect(value, key).toEqual(whole[key as keyof HostFacts]);
    }
  };

  test('never throws and never yields another fact', () => {
    expect(whole.packages?.items).toHaveLength(9);
    for (let end = 0; end < short.length; end += 1) isFewer(parseProbe(short.slice(0, end), options).facts);
  });

  test('says what was cut', () => {
    const { problems, facts } = parseProbe(root.slice(0, root.indexOf('adduser|')), options);
    expect(problems).toContainEqual({ code: 'OUTPUT_TRUNCATED', params: { sections: 'packages' } });
    expect(facts.sections.find((report) => report.name === 'history')?.state).toBe('skipped');
  });
});

describe('hostile text', () => {
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('L tcp 1.2.3.4 99999999999999999999 -1 x', 'P -1 x', 'metric cpuRatio 5 1 1', 'bins 1:2', 't NaN', 'mount a b c d e', 'dev a 9999999999999999 0 - - - - x', '!TRUNCATED', 'manager rpm', '__proto__ x', 'constructor 1', `@${options.nonce} END 1`));
  test('is read without throwing and always fits the model', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...SECTION_NAMES), fc.array(line, { maxLength: 8 }))), (parts) => {
      const { facts } = parseProbe(framed(...parts.flatMap(([name, lines]) => section(name, ...lines))), options);
      expect(hostFactsSchema.safeParse(facts).success).toBe(true);
    }), { numRuns: 300 });
  });

  test('a forged frame needs the nonce', () => {
    const { facts } = parseProbe(framed(...section('processes', 'P 1 0 root 100 x', 'C 1 @000000000000000000000000 identity 1', 'hostname forged')), options);
    expect(facts.identity).toBeUndefined();
  });

  test('H06 escape sequences and direction marks are stripped', () => {
    const { facts, sections } = parseProbe(framed(...section('identity', 'hostname web\u001b[31m01\u202e\u0007')), options);
    expect(facts.identity?.hostname).toBe('web[31m01');
    expect(sections.get('identity')).toBe('hostname web[31m01');
  });

  test('H08 two megabytes of one section are read in linear time', () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `F tcp out 10.0.${index % 256}.${(index >> 8) % 256} 443 1 - -`);
    const started = performance.now();
    expect(parseProbe(framed(...section('sockets', ...lines)), options).facts.flows).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('notes and gaps', () => {
  test('C04 a wrong clock is a note', () => {
    const { problems, facts } = parseProbe(framed(...section('identity', 'hostname a', 'clock 1795438800 +0800')), options);
    expect(facts.identity?.clockSkewSeconds).toBe(1795438800 - Date.parse(options.collectedAt) / 1000);
    expect(problems.map((problem) => problem.code)).toContain('CLOCK_SKEW');
  });

  test('a command that ran out of time and a section without time', () => {
    const { problems, facts } = parseProbe(framed(...section('packages', 'manager rpm', 'bash|4.1|x86_64', '', '!TIMEOUT rpm'), `@${options.nonce} history 11 skipped`), options);
    expect(facts.packages?.items).toHaveLength(1);
    expect(facts.sections.find((report) => report.name === 'packages')?.state).toBe('timed-out');
    expect(problems.find((problem) => problem.code === 'CMD_TIMEOUT')?.params['sections']).toContain('packages');
  });

  test('H23 another Unix is named, not guessed', () => {
    const { problems, facts } = parseProbe(framed(...section('identity', 'hostname aix1'), ...section('os', 'system AIX', 'kernel 2', 'architecture 00F84C454C00')), options);
    expect(problems).toEqual([{ code: 'PLATFORM_UNSUPPORTED', params: { platform: 'AIX' } }]);
    expect(facts.sections.find((report) => report.name === 'cpu')?.state).toBe('absent');
  });
});
