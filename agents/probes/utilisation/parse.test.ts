import { describe, expect, test } from 'vitest';
import { parseUtilisation } from './parse.ts';

const first = ['t 100.00', 'cpu 100 0 100 800 0 0 0 0', 'mem 1000 400', 'load 0.50 0.4 0.3', 'disk sda 10 100 10 200', 'net eth0 1000 2000'];
const second = ['t 102.00', 'cpu 130 0 110 840 10 0 0 10', 'mem 1000 250', 'load 1.25 0.4 0.3', 'disk sda 14 300 16 1200', 'disk sdb 5 5 5 5', 'net eth0 5000 12000'];

describe('parseUtilisation', () => {
  test('H22 steal counts as busy, waiting for disks does not; a disk seen once gives no rate', () => {
    expect(parseUtilisation([...first, ...second])).toEqual({
      intervalSeconds: 2, cpuRatio: 0.5, memRatio: 0.75, memUsedBytes: 750 * 1024, load1: 1.25,
      diskReadBytesPerSecond: 100 * 512, diskWriteBytesPerSecond: 500 * 512, diskOpsPerSecond: 5, netInBytesPerSecond: 2000, netOutBytesPerSecond: 5000,
    });
  });
  test.each([
    ['a processor counter that went back', [...first, ...second.map((line) => line.replace('cpu 130', 'cpu 90'))]],
    ['a network counter that wrapped', [...first, ...second.map((line) => line.replace('net eth0 5000', 'net eth0 500'))]],
    ['readings too close', [...first, ...second.map((line) => line.replace('t 102.00', 't 100.20'))]],
    ['one reading', first],
    ['no memory', [...first, ...second.filter((line) => !line.startsWith('mem'))]],
  ])('%s gives no fact', (_label, lines) => {
    expect(parseUtilisation(lines)).toBeUndefined();
  });
});
