import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../../test/support/export-dataset.ts';
import { writeJsonl } from './write-jsonl.ts';

describe('writeJsonl', () => {
  const lines = writeJsonl(exportDataset()).trimEnd().split('\n').map((line): Record<string, unknown> => JSON.parse(line));

  it('says what it is on the first line', () => expect(lines[0]).toMatchObject({ kind: 'landfall-export', version: 1, project: '示例市上云' }));

  it('holds every row of every kind once', () => {
    const counts = Object.fromEntries(Object.entries(Object.groupBy(lines, (line) => String(line['kind']))).map(([kind, rows]) => [kind, rows?.length]));
    expect(counts).toMatchObject({ department: 1, system: 3, server: 2, flow: 1, plan: 1, wave: 2, assignment: 2, unassigned: 1, tracking: 1, 'scan-error': 1, adoption: 2 });
  });
});
