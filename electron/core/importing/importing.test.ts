import { describe, expect, it } from 'vitest';
import type { RawTable } from '../tabular/index.ts';
import { IMPORT_FIELDS } from './import-fields.ts';
import { guessMapping, missingFields, normaliseHeader } from './map-columns.ts';
import { planRows, recordKey } from './plan-rows.ts';
import { readValue } from './read-value.ts';

const fieldOf = (kind: keyof typeof IMPORT_FIELDS, key: string) => {
  const field = IMPORT_FIELDS[kind].find((each) => each.key === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return field;
};
const table = (columns: string[], ...rows: string[][]): RawTable => ({ format: 'csv', encoding: 'utf-8', delimiter: ',', sheets: [], sheet: null, columns, rows: rows.map((cells, index) => ({ line: index + 2, cells })) });

describe('guessMapping', () => {
  it('knows the register of a department', () => {
    expect(guessMapping(['系统名称', '所属部门', '重要程度', '等保等级'])).toEqual({ kind: 'systems', mapping: { name: '系统名称', department: '所属部门', criticality: '重要程度', protectionLevel: '等保等级' } });
  });
  it("knows Azure Migrate's import file", () => {
    const { kind, mapping } = guessMapping(['*Server name', 'IP addresses', '*Cores', '*Memory (In MB)', '*OS name', 'Storage in use (In GB)']);
    expect(kind).toBe('servers');
    expect(mapping).toMatchObject({ hostname: '*Server name', address: 'IP addresses', vcpuCount: '*Cores', memBytes: '*Memory (In MB)', osName: '*OS name', usedStorageBytes: 'Storage in use (In GB)' });
  });
  it("knows RVTools' vInfo", () => {
    expect(guessMapping(['VM', 'Powerstate', 'CPUs', 'Memory', 'Primary IP Address', 'Provisioned MiB', 'In Use MiB']).mapping).toMatchObject({ hostname: 'VM', vcpuCount: 'CPUs', memBytes: 'Memory', diskBytes: 'Provisioned MiB', usedStorageBytes: 'In Use MiB' });
  });
  it('names what is missing', () => expect(missingFields('systems', guessMapping(['系统名称'], 'systems').mapping)).toEqual(['department']));
  it('reads headers without width, case and units', () => expect(normaliseHeader('＊内存大小（GB）')).toBe('内存大小'));
});

describe('readValue', () => {
  it.each([
    ['servers', 'memBytes', '16384', '*Memory (In MB)', 16 * 1024 ** 3],
    ['servers', 'memBytes', '16', '内存(GB)', 16 * 1024 ** 3],
    ['servers', 'memBytes', '1.5T', '内存', 1.5 * 1024 ** 4],
    ['servers', 'vcpuCount', '１６', 'CPU', 16],
    ['systems', 'protectionLevel', '三级', '等保', 3],
    ['systems', 'protectionLevel', '第二级', '等保', 2],
    ['systems', 'criticality', '核心', '重要程度', 'vital'],
    ['systems', 'classified', '否', '涉密', false],
    ['systems', 'latestCutOver', '2027年3月1日', '最迟', '2027-03-01'],
    ['systems', 'downtimeHours', '4小时', '停机', 4],
  ] as const)('%s.%s reads %s under %s', (kind, key, cell, header, value) => expect(readValue(cell, fieldOf(kind, key), header)).toEqual({ value }));

  it.each([
    ['servers', 'vcpuCount', '十六', 'notANumber'],
    ['servers', 'memBytes', '-3', 'notANumber'],
    ['systems', 'latestCutOver', '2027-02-30', 'notADate'],
    ['systems', 'criticality', '超级', 'unknownValue'],
    ['systems', 'code', 'x'.repeat(61), 'tooLong'],
  ] as const)('%s.%s refuses %s', (kind, key, cell, problem) => expect(readValue(cell, fieldOf(kind, key), '')).toEqual({ problem }));

  it('an empty cell is no value', () => expect(readValue(' - ', fieldOf('systems', 'note'), '')).toBeUndefined());
});

describe('planRows', () => {
  const mapping = { name: '系统', department: '部门', criticality: '重要' };
  const known = new Map([[recordKey('财政局', '预算系统'), { id: 's-1', values: { name: '预算系统', department: '财政局', criticality: 'high' } }]]);

  it('H24 tells what each row would do, and why one is refused: a name twice in a file, one that is there already', () => {
    const rows = planRows(table(['系统', '部门', '重要'], ['预算 系统', '财政局', '高'], ['预算系统2', '财政局', '低'], ['', '财政局', ''], ['预算系统2', '财政局', ''], ['国库', '财政局', '很高']), 'systems', mapping, known);
    expect(rows.map(({ row }) => [row.action, row.problems[0]?.reason])).toEqual([['update', undefined], ['create', undefined], ['reject', 'missing'], ['reject', 'duplicateInFile'], ['reject', 'unknownValue']]);
    expect(rows[0]?.id).toBe('s-1');
  });
  it("takes RVTools' memory for MiB", () => {
    const rows = planRows(table(['VM', 'Powerstate', 'Memory'], ['web01', 'poweredOn', '16384']), 'servers', { hostname: 'VM', memBytes: 'Memory' }, new Map());
    expect(rows[0]?.values['memBytes']).toBe(16 * 1024 ** 3);
  });
  it('an identical row changes nothing, an empty cell neither', () => {
    const rows = planRows(table(['系统', '部门', '重要'], ['预算系统', '财政局', '']), 'systems', mapping, known);
    expect(rows[0]?.row.action).toBe('unchanged');
  });
});
