import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/kernel/seeded-random.ts';
import type { LoadShape, Role } from './city.ts';
import { loadAt } from './load-at.ts';
import { shapeLoad } from './shape-load.ts';

const shape = (role: Role, seed: number): LoadShape => shapeLoad(seededRandom(seed), role, 'production', 8);
const at = (local: string): number => Date.parse(`${local}+08:00`) / 1000;

/** Mean CPU over the hour that begins at a local time. */
function hourMean(load: LoadShape, local: string): number {
  const from = at(local);
  return Array.from({ length: 60 }, (_, minute) => loadAt(load, from + minute * 60).cpuRatio).reduce((sum, value) => sum + value, 0) / 60;
}

describe('loadAt', () => {
  it('gives ratios and rates within bounds at any time, the same each time', () => {
    const roles: Role[] = ['web', 'app', 'db', 'video', 'backup', 'idle', 'file'];
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...roles), fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }), (seed, role, moment) => {
      const load = loadAt(shape(role, seed), moment);
      expect(load.cpuRatio).toBeGreaterThan(0);
      expect(load.cpuRatio).toBeLessThan(1);
      expect(load.memRatio).toBeGreaterThan(0);
      expect(load.memRatio).toBeLessThan(1);
      expect(Math.min(load.diskReadBytesPerSecond, load.diskWriteBytesPerSecond, load.diskOpsPerSecond, load.netInBytesPerSecond, load.netOutBytesPerSecond)).toBeGreaterThan(0);
      expect(loadAt(shape(role, seed), moment)).toEqual(load);
    }));
  });

  it('follows the office on weekdays and the night for backups', () => {
    const office = shape('app', 1);
    const [tuesdayTen, tuesdayThree, sundayTen] = [hourMean(office, '2026-10-27T10:00:00'), hourMean(office, '2026-10-27T03:00:00'), hourMean(office, '2026-10-25T10:00:00')];
    expect(tuesdayTen).toBeGreaterThan(tuesdayThree * 1.5);
    expect(tuesdayTen).toBeGreaterThan(sundayTen * 1.5);
    const backup = shape('backup', 1);
    expect(hourMean(backup, '2026-10-27T02:00:00')).toBeGreaterThan(hourMean(backup, '2026-10-27T10:00:00') * 2);
  });

  it('rises at the end of a month where books are closed', () => {
    const closing: LoadShape = { ...shape('db', 2), monthEndFactor: 1.8 };
    expect(hourMean(closing, '2026-10-30T10:00:00')).toBeGreaterThan(hourMean(closing, '2026-10-23T10:00:00') * 1.2);
  });
});
