import type { City, Criticality, Environment } from './city.ts';

export interface Registers {
  readonly departmentsCsv: string;
  readonly systemsCsv: string;
}

const CRITICALITY_WORD: Readonly<Record<Criticality, string>> = { low: '一般', medium: '中等', high: '重要', vital: '核心' };
const ENVIRONMENT_WORD: Readonly<Record<Environment, string>> = { production: '生产', staging: '预发布', test: '测试', development: '开发', training: '培训', recovery: '灾备' };
const LEVEL_WORD = ['一级', '二级', '三级', '四级'] as const;

/**
 * The two registers as departments hand them in: Chinese headers and words, UTF-8, CRLF, empty where a department did
 * not know. They go through the importer like any other file.
 */
export function registerCsv(city: City): Registers {
  return {
    departmentsCsv: csv([['部门名称', '部门编码', '领域', '联系人'], ...city.departments.map(({ name, code, sector, contact }) => [name, code, sector, contact])]),
    systemsCsv: csv([
      ['系统名称', '系统编码', '所属部门', '重要程度', '环境', '等保等级', '是否涉密', '负责人', '可中断小时'],
      ...city.systems.map((system) => [
        system.name, system.code, city.departments[system.departmentIndex]?.name ?? '',
        system.criticality === undefined ? '' : CRITICALITY_WORD[system.criticality], ENVIRONMENT_WORD[system.environment],
        system.protectionLevel === undefined ? '' : LEVEL_WORD[system.protectionLevel - 1] ?? '', system.classified ? '是' : '否',
        system.owner, system.downtimeHours === undefined ? '' : String(system.downtimeHours),
      ]),
    ]),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
