import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DwellReader } from './dwell-reader.ts';

const NONCE = '0123456789abcdef01234567';
const AT = Date.parse('2026-11-02T08:00:00.000Z');
const frame = (text: string): string => `@${NONCE} ${text}\n`;
const BEGIN = `${frame('BEGIN 1 100.00 root')}id 3d1219c7c4c5404aaa1f6d2a48adfda4\nname web01\nboot e095622c\n`;

interface Counters { cpu?: string; mem?: string; disk?: string; net?: string; flows?: string[] }

function sample(seconds: number, { cpu, mem = '1000 400', disk, net, flows = [] }: Counters): string {
  const lines = [cpu === undefined ? '' : `c ${cpu}`, `m ${mem}`, disk === undefined ? '' : `d sda ${disk}`, net === undefined ? '' : `n eth0 ${net}`, ...flows].filter((line) => line !== '');
  return `${frame(`S ${seconds.toFixed(2)}`)}${lines.join('\n')}\n${frame('E')}`;
}

function read(...texts: string[]): DwellReader {
  const reader = new DwellReader(NONCE);
  texts.forEach((text, index) => reader.push(text, AT + index * 10_000));
  return reader;
}

const FIRST = sample(100, { cpu: '100 0 50 1000 10 0 0 0 2', disk: '10 100 20 200', net: '1000 2000' });

describe('samples', () => {
  test('are means of the interval, per second, at the time they arrive here', () => {
    const { samples, rejectedCount } = read(BEGIN + FIRST, sample(110, { cpu: '300 0 150 2690 20 0 0 0 2', mem: '1000 200', disk: '110 1100 70 2200', net: '11000 4000' })).take();
    expect(rejectedCount).toBe(0);
    expect(samples).toEqual([{
      atMs: AT + 10_000, intervalSeconds: 10,
      values: { cpuRatio: 300 / 2000, memRatio: 0.7, diskReadBytesPerSecond: 51_200, diskWriteBytesPerSecond: 102_400, diskOpsPerSecond: 15, netInBytesPerSecond: 1000, netOutBytesPerSecond: 200 },
    }]);
  });

  test('a device that is not named again did nothing', () => {
    const { samples } = read(BEGIN + FIRST, sample(110, { cpu: '200 0 50 1900 10 0 0 0 2' })).take();
    expect(samples[0]?.values).toMatchObject({ diskOpsPerSecond: 0, netInBytesPerSecond: 0 });
  });

  test('two lines that come at once make no sample; the next one covers the whole time', () => {
    const { samples } = read(BEGIN + FIRST, sample(100.1, { cpu: '101 0 50 1010 10 0 0 0 2' }), sample(110, { cpu: '300 0 150 2690 20 0 0 0 2', net: '11000 2000' })).take();
    expect(samples.map((each) => [each.intervalSeconds, each.values.netInBytesPerSecond])).toEqual([[10, 1000]]);
  });

  test.each([
    ['H20 a processor that was added', { cpu: '300 0 150 2690 20 0 0 0 4' }],
    ['H20 a counter that went back', { cpu: '90 0 150 2690 20 0 0 0 2' }],
    ['H20 more ticks than there are processors', { cpu: '9007199254740991 0 150 2690 20 0 0 0 2' }],
    ['H20 a negative counter', { cpu: '-5 0 150 2690 20 0 0 0 2' }],
    ['H20 a counter beyond what is exact', { cpu: '18446744073709551615 0 150 2690 20 0 0 0 2' }],
    ['H20 10^9 processors', { cpu: '300 0 150 2690 20 0 0 0 1000000000' }],
    ['H20 NaN', { cpu: 'NaN 0 150 2690 20 0 0 0 2' }],
  ])('%s leaves the processor out, not the rest', (_, counters) => {
    const { samples, rejectedCount } = read(BEGIN + FIRST, sample(110, counters)).take();
    expect(samples[0]?.values.cpuRatio).toBeUndefined();
    expect(samples[0]?.values.memRatio).toBe(0.6);
    expect(rejectedCount).toBe(1);
  });

  test('H20 a restart in the middle gives no sample across it', () => {
    const { samples, rejectedCount } = read(BEGIN + FIRST, sample(5, { cpu: '10 0 5 20 1 0 0 0 2', net: '5 5' }), sample(15, { cpu: '110 0 5 920 1 0 0 0 2', net: '15 5' })).take();
    expect(samples.map((each) => each.intervalSeconds)).toEqual([10]);
    expect(samples[0]?.values).toMatchObject({ cpuRatio: 0.1, netInBytesPerSecond: 1 });
    expect(rejectedCount).toBe(1);
  });

  test('H20 a network counter that wrapped at 32 bits, or says a petabyte a second, is left out', () => {
    const wrapped = read(BEGIN + FIRST, sample(110, { cpu: '300 0 150 2690 20 0 0 0 2', net: '5 2000' })).take();
    const absurd = read(BEGIN + FIRST, sample(110, { cpu: '300 0 150 2690 20 0 0 0 2', net: '9007199254740991 2000' })).take();
    for (const { samples } of [wrapped, absurd]) {
      expect(samples[0]?.values.netInBytesPerSecond).toBeUndefined();
      expect(samples[0]?.values.cpuRatio).toBe(0.15);
    }
  });

  test('H21 time that leaps by more than an hour gives no mean', () => {
    expect(read(BEGIN + FIRST, sample(100_000, { cpu: '300 0 150 2690 20 0 0 0 2' })).take().samples).toEqual([]);
  });
});

describe('flows', () => {
  const F = 'f 1 tcp out 10.0.0.7 5432 40112 5432 06 - -';

  test('a flow is told once, with its process as soon as it is known and the connections since the last part', () => {
    const reader = read(BEGIN + sample(100, { flows: [F] }));
    expect(reader.take().flows).toEqual([{ transport: 'tcp', direction: 'outbound', peerAddress: '10.0.0.7', port: 5432, connections: 1 }]);
    expect(reader.take().flows).toEqual([]);
    reader.push(sample(110, { flows: ['p 1 4711 java --password hunter2', 'k 1 9'] }), AT);
    expect(reader.take().flows).toEqual([{ transport: 'tcp', direction: 'outbound', peerAddress: '10.0.0.7', port: 5432, processName: 'java --password ***', connections: 8 }]);
  });

  test('nonsense is no flow', () => {
    const lines = ['f 1 tcp out 10.0.0.700 5432 1 2 06 - -', 'f 2 sctp out 10.0.0.7 1 1 2 06 - -', 'f 3 tcp both 10.0.0.7 1 1 2 06 - -', 'f 4 tcp in 10.0.0.7 99999 1 2 06 - -', 'f 9999999 tcp in 10.0.0.7 1 1 2 06 - -', 'f -1 tcp in 10.0.0.7 1 1 2 06 - -', 'k 77 5', 'p 77 1 x'];
    expect(read(BEGIN + sample(100, { flows: lines })).take().flows).toEqual([]);
  });

  test('10^6 flows stay at the bound', () => {
    const reader = read(BEGIN);
    for (let start = 0; start < 1_000_000; start += 10_000) {
      reader.push(sample(100 + start / 1000, { flows: Array.from({ length: 10_000 }, (_, index) => `f ${start + index} tcp in 10.${(index >> 8) & 255}.${index & 255}.1 80 1 2 01 - -`) }), AT);
    }
    expect(reader.take().flows.length).toBeLessThanOrEqual(4001);
  });
});

describe('frames', () => {
  test('only frames of this dwell count, and only after its begin', () => {
    const forged = `@ffffffffffffffffffffffff S 5\nc 1 1 1 1 1 1 1 1 1\n@ffffffffffffffffffffffff E\n`;
    const reader = read(`${FIRST}motd\n${forged}`, BEGIN, forged + FIRST);
    expect(reader.take().samples).toEqual([]);
    expect(reader.host).toEqual({ privilege: 'root', machineId: '3d1219c7c4c5404aaa1f6d2a48adfda4', hostname: 'web01' });
    reader.push(frame('END 120.00'), AT);
    expect(reader.state).toBe('ended');
    reader.push(sample(130, { cpu: '300 0 150 2690 20 0 0 0 2' }), AT);
    expect(reader.take().samples).toEqual([]);
  });

  test('endless output without a frame ends it', () => {
    const noise = read('x'.repeat(10_000).concat('\n').repeat(10));
    expect(noise.state).toBe('flooded');
    const running = read(BEGIN);
    for (let count = 0; count < 200; count += 1) running.push('y'.repeat(10_000), AT);
    expect(running.state).toBe('flooded');
  });

  test('a system without the sources says so', () => {
    expect(read(`${frame('BEGIN 1 0.00 user')}system AIX\n${frame('END 0.00')}`).state).toBe('unsupported');
  });

  test('control characters and overlong lines never reach what is kept', () => {
    const { sampleText, flowText } = read(BEGIN + sample(100, { flows: ['f 1 tcp out 10.0.0.7 80 1 80 01 12 ba\u001b[31md\u202e', `f 2 tcp out 10.0.0.8 80 1 80 01 12 ${'z'.repeat(9000)}`] })).take();
    // oxlint-disable-next-line no-control-regex -- the test looks for them
    expect(sampleText + flowText).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    expect(flowText).toBe('f 1 tcp out 10.0.0.7 80 1 80 01 12 ba[31md');
  });

  const WHOLE = BEGIN + FIRST + sample(110, { cpu: '300 0 150 2690 20 0 0 0 2', net: '11000 4000', flows: ['f 1 tcp out 10.0.0.7 5432 40112 5432 06 - -'] }) + frame('END 111.00');

  test('cut at every byte it never gives another figure', () => {
    const { samples, flows } = read(WHOLE).take();
    for (let length = 0; length < WHOLE.length; length += 1) {
      const part = read(WHOLE.slice(0, length)).take();
      expect([0, 1]).toContain(part.samples.length);
      expect(samples).toEqual(expect.arrayContaining([...part.samples]));
      expect(flows).toEqual(expect.arrayContaining([...part.flows]));
    }
  });

  test('arriving in any pieces it gives the same', () => {
    fc.assert(fc.property(fc.array(fc.nat(WHOLE.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), WHOLE.length];
      const reader = new DwellReader(NONCE);
      for (let index = 1; index < places.length; index += 1) reader.push(WHOLE.slice(places[index - 1], places[index]), AT);
      expect(reader.take()).toEqual(read(WHOLE).take());
    }));
  });

  test('whatever a host sends, nothing is thrown and every figure is possible', () => {
    const word = fc.oneof(fc.constantFrom('S', 'E', 'END', 'BEGIN', 'c', 'm', 'd', 'n', 'f', 'k', 'p', '-1', 'NaN', '1e308', '9007199254740993', '0', '7', 'sda', 'tcp', 'out', '10.0.0.1'), fc.string({ maxLength: 8 }));
    const line = fc.tuple(fc.boolean(), fc.array(word, { maxLength: 11 })).map(([framed, words]) => `${framed ? `@${NONCE} ` : ''}${words.join(' ')}`);
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const reader = read(BEGIN + lines.join('\n') + FIRST, FIRST);
      for (const { values, intervalSeconds } of reader.take().samples) {
        expect(intervalSeconds).toBeGreaterThan(0);
        for (const value of Object.values(values)) expect(Number.isFinite(value) && value >= 0).toBe(true);
        expect(Math.max(values.cpuRatio ?? 0, values.memRatio ?? 0)).toBeLessThanOrEqual(1);
      }
    }));
  });
});
