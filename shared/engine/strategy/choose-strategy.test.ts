import { describe, expect, it } from 'vitest';
import { TIB } from '../../kernel/quantities.ts';
import { calendarDateSchema } from '../../kernel/calendar-date.ts';
import { strategyRuleSchema } from '../../model/strategy.ts';
import { chooseStrategy } from './choose-strategy.ts';
import { conditionHolds } from './condition-holds.ts';
import { DEFAULT_STRATEGY_RULES } from './default-rules.ts';
import { effortPersonDays } from './effort.ts';
import { findOsEndOfLife, isEndOfLife } from './os-end-of-life.ts';
import { servedSoftware } from './served-software.ts';
import type { StrategyInput } from './strategy-input.ts';
import en from '../../i18n/en/strategy.json' with { type: 'json' };

const plain: StrategyInput = {
  classified: false, architecture: ['x86_64'], osId: ['openeuler'], osEndOfLife: false, serverCount: 4, physicalShare: 0, cpuP95Ratio: 0.3, criticality: 'medium', protectionLevel: 2,
  environment: 'production', software: ['web:nginx'], usedStorageBytes: TIB, peerCount: 3,
};
const choose = (change: Partial<StrategyInput>) => chooseStrategy({ ...plain, ...change }, DEFAULT_STRATEGY_RULES);

describe('the rules a project starts with', () => {
  it.each<[string, Partial<StrategyInput>, string, string]>([
    ['classified systems stay', { classified: true, osEndOfLife: true }, 'classified-stays', 'retain'],
    ['idle, silent and not productive: a candidate for retirement', { cpuP95Ratio: 0.01, peerCount: 0, environment: 'test' }, 'idle-and-silent', 'retire'],
    ['idle but productive systems are moved', { cpuP95Ratio: 0.01, peerCount: 0 }, 'rehost', 'rehost'],
    ['a test system is moved as it is, whatever it runs', { environment: 'test', osEndOfLife: true }, 'test-as-is', 'rehost'],
    ['idle without any flow data is no reason', { cpuP95Ratio: 0.01, peerCount: null, environment: 'staging' }, 'rehost', 'rehost'],
    ['an unsupported system under a database', { osEndOfLife: true, software: ['database:mysql'] }, 'end-of-life-database', 'replatform'],
    ['an unsupported system', { osEndOfLife: true }, 'end-of-life-os', 'replatform'],
    ['a database becomes a service', { software: ['database:dameng', 'web:nginx'] }, 'managed-database', 'replatform'],
    ['Arm stays Arm', { architecture: ['aarch64'] }, 'keeps-arm', 'rehost'],
    ['AIX is rebuilt', { osId: ['aix'] }, 'aix-rebuild', 'refactor'],
    ['physical machines are converted', { physicalShare: 0.6 }, 'physical-to-virtual', 'rehost'],
    ['all else is moved as it is', {}, 'rehost', 'rehost'],
    ['ignorance decides nothing', { classified: null, osEndOfLife: null, cpuP95Ratio: null, physicalShare: null, osId: [], architecture: [], software: [] }, 'rehost', 'rehost'],
  ])('%s', (_, change, ruleId, strategy) => {
    expect(choose(change)).toMatchObject({ ruleId, strategy });
  });

  it('are valid, have ids of their own and a sentence each', () => {
    expect(strategyRuleSchema.array().parse(DEFAULT_STRATEGY_RULES)).toEqual(DEFAULT_STRATEGY_RULES);
    const ids = DEFAULT_STRATEGY_RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(en.ruleReason)).toEqual([...ids, 'no-rule', 'override']);
  });
});

describe('chooseStrategy', () => {
  it('shows the facts that decided and how many rules did not hold', () => {
    expect(choose({ osEndOfLife: true })).toMatchObject({ facts: [{ field: 'osEndOfLife', value: true }], rejectedRuleCount: 11 });
  });

  it('lets a person decide', () => {
    expect(chooseStrategy(plain, DEFAULT_STRATEGY_RULES, { strategy: 'repurchase', reason: 'bought' })).toMatchObject({ strategy: 'repurchase', layer: 'SaaS', ruleId: 'override', reason: 'bought' });
  });

  it('passes over rules that are switched off, to the last resort', () => {
    const off = DEFAULT_STRATEGY_RULES.map((rule) => ({ ...rule, enabled: false }));
    expect(chooseStrategy(plain, off)).toMatchObject({ ruleId: 'no-rule', strategy: 'rehost', rejectedRuleCount: 0 });
  });
});

it.each([
  [{ field: 'criticality', operator: 'is-not', value: 'high' }, true],
  [{ field: 'serverCount', operator: 'at-least', value: 4 }, true],
  [{ field: 'serverCount', operator: 'at-most', value: 3 }, false],
  [{ field: 'software', operator: 'contains', value: 'NGINX' }, true],
  [{ field: 'osId', operator: 'is-not', value: 'openEuler' }, false],
  [{ field: 'peerCount', operator: 'unknown', value: null }, false],
  [{ field: 'serverCount', operator: 'at-least', value: '3' }, false],
] as const)('condition %j', (condition, holds) => {
  expect(conditionHolds(condition, plain)).toBe(holds);
});

it('effort grows with servers, data, level and criticality', () => {
  expect(effortPersonDays('rehost', plain, 1)).toBe(12);
  expect(effortPersonDays('rehost', { ...plain, protectionLevel: 3, criticality: 'vital' }, 1)).toBe(24);
  expect(effortPersonDays('rehost', plain, 2)).toBe(24);
  expect(effortPersonDays('retain', plain, 5)).toBe(0);
});

it.each([
  ['centos', '6.10', true], ['centos', '7', true], ['centos', '70', undefined], ['rhel', '8.6', false], ['ubuntu', '22.04', false], ['sles', '12.5', true],
  ['windows', '2012 R2', true], ['openeuler', '20.03 (LTS-SP3)', true], ['kylin', 'V10 (Lance)', false], ['uos', '20', false], ['plan9', '4', undefined], [null, '7', undefined],
])('end of support of %s %s: %s', (osId, version, ended) => {
  expect(isEndOfLife(osId, version, calendarDateSchema.parse('2026-11-23'))).toBe(ended);
});

it('marks what was not checked against its source', () => {
  expect(findOsEndOfLife('kylin', 'V10')?.verified).toBe(false);
  expect(findOsEndOfLife('centos', '7.9')).toMatchObject({ version: '7', endOfLife: '2024-06-30', verified: true });
});

it('knows products by process first, by port where there is none', () => {
  expect(servedSoftware([{ port: 3306, processName: '' }, { port: 9999, processName: 'postgres' }, { port: 3306, processName: 'haproxy' }, { port: 80, processName: '' }])).toEqual(['database:mysql', 'database:postgresql']);
});
