import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildCity } from './build-city.ts';
import { registerCsv } from './register-csv.ts';

describe('registerCsv', () => {
  const city = buildCity({ seed: 5, servers: 200 });
  const { departmentsCsv, systemsCsv } = registerCsv(city);

  it('has a line for every department', () => {
    const rows: unknown = parse(departmentsCsv, { columns: true });
    expect(rows).toEqual(city.departments.map(({ name, code, sector, contact }) => ({ 部门名称: name, 部门编码: code, 领域: sector, 联系人: contact })));
  });

  it('has a line for every system, with empty cells where nobody knew', () => {
    const rows: unknown[] = parse(systemsCsv, { columns: true });
    expect(rows).toHaveLength(city.systems.length);
    city.systems.forEach((system, index) => {
      expect(rows[index]).toMatchObject({ 系统名称: system.name, 所属部门: city.departments[system.departmentIndex]?.name, 是否涉密: system.classified ? '是' : '否' });
      expect(rows[index]).toHaveProperty('可中断小时', system.downtimeHours === undefined ? '' : String(system.downtimeHours));
    });
    expect(systemsCsv).toContain(',,');
  });
});
