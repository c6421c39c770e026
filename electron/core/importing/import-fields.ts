import type { IMPORT_KINDS } from '../../../shared/contract/importing.ts';
import { CRITICALITIES, ENVIRONMENTS } from '../../../shared/model/service-system.ts';

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How the text of a cell becomes a value. `size` is bytes, its unit taken from the header or the value, GiB when neither names one. */
export type FieldType = 'text' | 'count' | 'decimal' | 'size' | 'date' | 'flag' | 'level' | 'list' | { readonly words: Readonly<Record<string, string>> };

export interface ImportField {
  readonly key: string;
  readonly required: boolean;
  readonly type: FieldType;
  readonly maxLength?: number;
  /** Headers this field goes by, in the form `normaliseHeader` gives. */
  readonly headers: readonly string[];
}

const words = (own: readonly string[], others: Readonly<Record<string, string>>): FieldType => ({ words: { ...Object.fromEntries(own.map((word) => [word, word])), ...others } });

const CRITICALITY = words(CRITICALITIES, { 低: 'low', 一般: 'low', 中: 'medium', 中等: 'medium', 普通: 'medium', 高: 'high', 重要: 'high', 核心: 'vital', 关键: 'vital', critical: 'vital' });
const ENVIRONMENT = words(ENVIRONMENTS, { 生产: 'production', 正式: 'production', prod: 'production', 预发布: 'staging', 预生产: 'staging', 准生产: 'staging', 测试: 'test', 开发: 'development', dev: 'development', 培训: 'training', 灾备: 'recovery', 容灾: 'recovery', dr: 'recovery' });
const KIND = words(['physical', 'virtual', 'container', 'unknown'], { 物理机: 'physical', 物理服务器: 'physical', 虚拟机: 'virtual', 虚拟: 'virtual', 容器: 'container', 未知: 'unknown' });

const field = (key: string, type: FieldType, headers: readonly string[], required = false, maxLength = 200): ImportField => ({ key, type, headers, required, maxLength });

/**
 * Fields by kind of register. Headers cover the Chinese registers of departments, plain English, Azure Migrate's import
 * file and RVTools' vInfo sheet.
 */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  departments: [
    field('name', 'text', ['部门名称', '部门', '委办局', '委办局名称', '单位', '单位名称', 'department', 'departmentname', 'name', '名称'], true),
    field('code', 'text', ['部门编码', '编码', '代码', '单位编码', 'code', 'departmentcode'], false, 60),
    field('sector', 'text', ['领域', '行业', '条线', 'sector'], false, 120),
    field('contact', 'text', ['联系人', '负责人', '联系方式', 'contact', 'owner']),
  ],
  systems: [
    field('name', 'text', ['系统名称', '业务系统', '业务系统名称', '应用名称', '应用系统', '信息系统名称', 'system', 'systemname', 'servicesystem', 'application', 'applicationname', 'appname', 'name', '名称'], true),
    field('department', 'text', ['所属部门', '部门', '部门名称', '委办局', '所属单位', '建设单位', '主管部门', '单位', 'department', 'departmentname', 'businessunit'], true),
    field('code', 'text', ['系统编码', '编码', '代码', 'code', 'systemcode'], false, 60),
    field('criticality', CRITICALITY, ['重要程度', '重要性', '关键程度', 'criticality', 'importance']),
    field('environment', ENVIRONMENT, ['环境', '部署环境', 'environment', 'env']),
    field('protectionLevel', 'level', ['等保等级', '等保级别', '等级保护', '安全等级', '定级', 'protectionlevel', 'mlps', 'mlpslevel']),
    field('classified', 'flag', ['是否涉密', '涉密', 'classified']),
    field('owner', 'text', ['负责人', '系统负责人', '责任人', '管理员', 'owner']),
    field('downtimeHours', 'decimal', ['可中断小时', '可中断时长', '允许停机时长', '停机窗口', 'downtime', 'downtimehours', 'tolerateddowntime']),
    field('earliestCutOver', 'date', ['最早割接日期', '最早日期', 'earliest', 'earliestcutover', 'notbefore']),
    field('latestCutOver', 'date', ['最迟割接日期', '最迟日期', '最晚割接日期', 'latest', 'latestcutover', 'deadline']),
    field('servers', 'list', ['服务器', '服务器清单', '主机', '主机清单', 'servers', 'hosts'], false, 32_000),
    field('note', 'text', ['备注', '说明', 'note', 'notes', 'remark', 'description'], false, 4000),
  ],
  servers: [
    field('hostname', 'text', ['主机名', '服务器名称', '服务器名', '设备名称', '虚拟机名称', 'hostname', 'host', 'servername', 'server', 'name', 'vm', 'dnsname'], true, 253),
    field('address', 'text', ['ip', 'ip地址', '地址', '管理ip', 'ipaddress', 'ipaddresses', 'primaryipaddress', 'address'], false, 253),
    field('department', 'text', ['所属部门', '部门', '部门名称', '委办局', '所属单位', '单位', 'department']),
    field('system', 'text', ['业务系统', '所属系统', '系统名称', '应用系统', 'system', 'servicesystem', 'application', 'applications']),
    field('kind', KIND, ['类型', '服务器类型', '设备类型', 'servertype', 'type', 'kind']),
    field('osName', 'text', ['操作系统', 'os', 'osname', 'operatingsystem', 'osaccordingtothevmwaretools', 'osaccordingtotheconfigurationfile']),
    field('osVersion', 'text', ['操作系统版本', '系统版本', 'osversion']),
    field('architecture', 'text', ['架构', 'cpu架构', 'architecture', 'osarchitecture', 'arch']),
    field('cpuModel', 'text', ['cpu型号', '处理器', '处理器型号', 'cpumodel', 'processor']),
    field('vcpuCount', 'count', ['cpu核数', '核数', 'vcpu', 'cpu', 'cpus', 'cores', 'cpucores', 'vcpus']),
    field('memBytes', 'size', ['内存', '内存大小', 'memory', 'mem', 'ram', 'memorysize']),
    field('diskBytes', 'size', ['磁盘', '磁盘容量', '存储容量', '硬盘', 'disk', 'disksize', 'provisioned', 'totaldiskcapacity', 'storage']),
    field('usedStorageBytes', 'size', ['已用存储', '已用容量', '存储使用', 'storageinuse', 'inuse', 'usedstorage']),
    field('environment', 'text', ['环境', '部署环境', 'environment', 'env']),
    field('tag', 'text', ['标签', 'tag', 'tags']),
    field('note', 'text', ['备注', '说明', 'note', 'notes', 'annotation', 'remark'], false, 4000),
  ],
};
