import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostFactsSchema, SECTION_NAMES, type HostFacts } from '../../shared/model/host-facts.ts';
import { PROBE_PLATFORMS } from '../../shared/model/probe-platform.ts';
import { parseProbe } from './parse-probe.ts';
import { PLATFORM_SECTIONS } from './platform-sections.ts';

/** Every capture there is, of every platform: a new section or a new fixture is fuzzed without a word here. */
const FIXTURES = join(import.meta.dirname, 'fixtures');
const captures = readdirSync(FIXTURES).flatMap((name): [string, string][] => {
  const file = join(FIXTURES, name, 'capture.txt');
  return existsSync(file) ? [[name, readFileSync(file, 'utf8')]] : [];
});
const collectedAt = '2026-11-23T13:04:00.000Z';
const nonceOf = (text: string): string => /@([0-9a-f]{24}) BEGIN/.exec(text)?.[1] ?? '';
const read = (text: string, nonce: string): HostFacts => parseProbe(text, { nonce, collectedAt, sudoAsked: true }).facts;

/** Long lists add nothing to a test that cuts everywhere: at most this many lines of each section. */
const LINES = 24;
function shortened(text: string): string {
  let count = 0;
  return text.split('\n').filter((line) => { count = line.startsWith('@') ? 0 : count + 1; return count <= LINES; }).join('\n');
}

describe.each(captures)('%s', (_name, capture) => {
  const nonce = nonceOf(capture);

  test('H10 cut at any byte: no throw, and no other fact than the whole has', () => {
    const bytes = Buffer.from(shortened(capture));
    const whole = read(bytes.toString('utf8'), nonce);
    expect(Object.keys(whole).length).toBeGreaterThan(6);
    let lastLine = -1;
    for (let end = 0; end < bytes.length; end += 1) {
      // Only whole lines are read: between two line ends nothing can change, so one of those cuts stands for all.
      if (bytes[end] !== 10 && end !== lastLine + 2) continue;
      if (bytes[end] === 10) lastLine = end;
      const part = read(bytes.subarray(0, end).toString('utf8'), nonce);
      for (const [key, value] of Object.entries(part)) if (key !== 'sections' && key !== 'privilege') expect(value, `${key}, cut at ${end}`).toEqual(whole[key as keyof HostFacts]);
    }
  });

  test('H10 flipped bits, NUL and bytes that are no UTF-8: no throw, and the model holds', () => {
    const bytes = Buffer.from(shortened(capture));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.oneof(fc.constantFrom(0, 0x80, 0xc3, 0xff, 0x1b, 0x2d, 0x2a, 0x20), fc.nat(255)));
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const broken = Buffer.from(bytes);
      for (const [at, byte] of changes) broken[at] = byte;
      expect(hostFactsSchema.safeParse(read(broken.toString('utf8'), nonce)).error).toBeUndefined();
    }), { numRuns: 60, seed: 20_261_123 });
  });

  test('H20 numbers no machine can have: the model holds, and none of them is believed', () => {
    const odd = ['-1', '0', '1000000000', '18446744073709551616', 'NaN', '1e309', '99999999999999999999', '-9223372036854775808', 'Infinity'];
    for (const number of odd) {
      const facts = read(shortened(capture).split('\n').map((line) => (line.startsWith('@') ? line : line.replaceAll(/(?<![\w.:/-])\d{2,}(?![\w.:/-])/g, number))).join('\n'), nonce);
      expect(hostFactsSchema.safeParse(facts).error).toBeUndefined();
      expect(facts.cpu === undefined || (facts.cpu.threads >= 1 && facts.cpu.threads <= 16_384)).toBe(true);
      expect(facts.memory === undefined || facts.memory.memBytes > 0).toBe(true);
      for (const { sizeBytes, usedBytes } of facts.filesystems ?? []) expect(usedBytes).toBeLessThanOrEqual(sizeBytes);
    }
  });

  test.skipIf(!/ identity \d/.test(capture))('a frame with another marker, and a section twice: the first, honest one counts', () => {
    const lines = capture.split('\n');
    const forged = [...lines.slice(0, -2), `@${'0'.repeat(24)} identity 1`, 'hostname forged', `@${nonce} identity 9`, 'hostname twice', ...lines.slice(-2)].join('\n');
    expect(read(forged, nonce).identity?.hostname).toBe(read(capture, nonce).identity?.hostname);
  });
});

describe('any section of any platform', () => {
  const framed = (platform: string, name: string, lines: readonly string[]): string => [`@${'a'.repeat(24)} BEGIN 1 1.00 root${platform === 'linux' ? '' : ` ${platform}`}`, `@${'a'.repeat(24)} ${name} 1.10`, ...lines, `@${'a'.repeat(24)} END 2.00`, ''].join('\n');
  const nonce = 'a'.repeat(24);
  const words = ['L tcp', 'P 1 1 root 5', 'C 1', 'total', 'dev sda', 'mount - - /', 'link eth0', 'addr eth0 inet', 'unit', 'file', '$ netstat -an', '$ ps -A', 'tcp4 0 0', 'volume C: NTFS', 'manager rpm', 'cpu', 'mem', 't', 'disk', 'net', 'bins', 'MemTotal:', '!TIMEOUT x', '!TRUNCATED'];
  const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.tuple(fc.constantFrom(...words), fc.array(fc.oneof(fc.nat().map(String), fc.string({ maxLength: 12 }), fc.constantFrom('-', '*.*', '10.0.0.1.22', '/', '%', '18446744073709551616', '__proto__')), { maxLength: 9 })).map(([word, rest]) => [word, ...rest].join(' ')));

  test('H10 random lines: no throw, and the model holds', () => {
    fc.assert(fc.property(fc.constantFrom(...PROBE_PLATFORMS), fc.constantFrom(...SECTION_NAMES), fc.array(line, { maxLength: 30 }), (platform, name, lines) => {
      expect(hostFactsSchema.safeParse(read(framed(platform, name, lines), nonce)).error).toBeUndefined();
    }), { numRuns: 1500, seed: 7 });
  });

  test.each(PROBE_PLATFORMS)('H08 %s: lines of 64 KB and a million rows are read in linear time', (platform) => {
    for (const { name } of PLATFORM_SECTIONS[platform]) {
      const long = ['a'.repeat(65_536), '1'.repeat(65_536), ' '.repeat(65_536), '1 '.repeat(32_768), 'P 1 1 root 5 '.repeat(5000), '$ ps -A'.repeat(9000), ' on /'.repeat(13_000), ','.repeat(65_536)];
      const started = performance.now();
      expect(hostFactsSchema.safeParse(read(framed(platform, name, long), nonce)).error, name).toBeUndefined();
      expect(performance.now() - started, name).toBeLessThan(1500);
    }
  });

  test('H08 two million processes: the rows there are, and how many there were', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `P ${index + 1} 1 root 100 worker`);
    const facts = read(framed('linux', 'processes', ['total 2000000', ...rows, '!TRUNCATED']), nonce);
    expect(facts.processes).toHaveLength(20_000);
    expect(facts.processTotal).toBe(2_000_000);
    expect(facts.sections.find(({ name }) => name === 'processes')?.state).toBe('truncated');
  });

  test.each([
    ['memory', ['MemTotal:  16.265.940 kB', 'MemTotal: 16 265 940 kB', 'Gesamt: 16265940 kB', 'MemTotal: ١٦٢٦٥٩٤٠ kB', '内存总量: 16265940 kB'], 'memory'],
    ['cpu', ['threads 1.024', 'threads ١٦', '线程 16'], 'cpu'],
    ['filesystems', ['mount 8:1 / / ext4 /dev/sda1', '--', '/dev/sda1 41,152,736 6,543,210 32,487,654 17% /', '/dev/sda1 41.152.736 6.543.210 32.487.654 17 % /'], 'filesystems'],
    ['uptime', ['uptime 12,5 3,2', 'uptime ١٢'], 'uptime'],
    ['utilisation', ['t 1,5', 'cpu 1.000 0 0 1.000 0 0 0 0', 'mem 1.000 500', 't 3,5', 'cpu 2.000 0 0 3.000 0 0 0 0', 'mem 1.000 400'], 'utilisationNow'],
  ] as const)('H11 %s: numbers written for people of a language are refused, not misread', (name, lines, fact) => {
    expect(read(framed('linux', name, lines), nonce)[fact]).toBeUndefined();
  });

  test.each([['no processor', 'cpu', ['threads 0']], ['a thousand million processors', 'cpu', ['threads 1000000000']], ['negative memory', 'memory', ['MemTotal: -1 kB']], ['no memory', 'memory', ['MemTotal: 0 kB']], ['2^64 bytes', 'memory', ['MemTotal: 18014398509481984 kB']], ['NaN', 'uptime', ['uptime NaN 0']]] as const)('H20 %s: left out, and the section says it was not readable', (_label, name, lines) => {
    const facts = read(framed('linux', name, lines), nonce);
    expect(facts[name]).toBeUndefined();
    expect(facts.sections.find((report) => report.name === name)?.state).toBe('unreadable');
  });
});
