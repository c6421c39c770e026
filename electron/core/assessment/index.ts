import { AppError } from '../../../shared/kernel/app-error.ts';
import type { assessmentContract } from '../../../shared/contract/assessment.ts';
import type { STRATEGIES } from '../../../shared/model/strategy.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { readAllServers } from '../inventory/index.ts';
import type { AssessedServer } from './assess-server.ts';
import type { AssessedSystem, EstateAssessment } from './assess-systems.ts';
import { estateAssessment } from './estate-assessment.ts';
import { loadRules, saveOverride, saveRules, systemExists } from './store.ts';

export { estateAssessment } from './estate-assessment.ts';
export type { AssessedServer } from './assess-server.ts';
export type { AssessedSystem, EstateAssessment } from './assess-systems.ts';

function serverView(server: AssessedServer) {
  const { row, systemName, cpuP95Ratio, memP95Ratio, confidence, sizing, flavour } = server;
  return { serverId: row.id, hostname: row.hostname, systemName, vcpuCount: row.vcpuCount, memBytes: row.memBytes, cpuP95Ratio, memP95Ratio, confidence, sizing, flavourName: flavour?.name ?? null };
}

function systemView(system: AssessedSystem, currency: string) {
  const { row, serverCount, result, overridden, pricePerMonthMinor } = system;
  return { systemId: row.id, name: row.name, departmentName: row.departmentName, serverCount, result, overridden, pricePerMonthMinor, currency };
}

function byStrategy(systems: readonly AssessedSystem[]) {
  const counts = { rehost: 0, replatform: 0, refactor: 0, repurchase: 0, retire: 0, retain: 0 } satisfies Record<(typeof STRATEGIES)[number], number>;
  for (const { result } of systems) counts[result.strategy] += 1;
  return counts;
}

function listSystems(assessment: EstateAssessment, input: { text: string; strategies?: readonly string[] | undefined; offset: number; limit: number }) {
  const text = input.text.trim().toLowerCase();
  const found = assessment.systems.filter(({ row }) => text === '' || row.name.toLowerCase().includes(text) || row.departmentName.toLowerCase().includes(text));
  const wanted = input.strategies;
  const rows = wanted === undefined || wanted.length === 0 ? found : found.filter(({ result }) => wanted.includes(result.strategy));
  const page = rows.slice(input.offset, input.offset + input.limit).map((system) => systemView(system, assessment.currency));
  return { rows: page, total: rows.length, grandTotal: assessment.systems.length, byStrategy: byStrategy(found) };
}

export function createAssessmentFeature(context: CoreContext): HandlersOf<typeof assessmentContract> {
  const current = () => estateAssessment(context.database(), context.now());
  return {
    'assessment.listServers': async ({ filter, offset, limit }) => {
      const { servers } = await current();
      const matching = filter.trim() === '' ? undefined : new Set(readAllServers(context.database(), filter).map((server): string => server.id));
      const rows = matching === undefined ? servers : servers.filter(({ row }) => matching.has(row.id));
      return { rows: rows.slice(offset, offset + limit).map(serverView), total: rows.length, grandTotal: servers.length };
    },
    'assessment.listSystems': async (input) => listSystems(await current(), input),
    'assessment.getServer': async ({ serverId }) => {
      const server = (await current()).serverById.get(serverId);
      if (!server) throw new AppError('record.not_found', { kind: 'server', id: serverId });
      return { assessment: serverView(server) };
    },
    'assessment.getRules': () => ({ rules: loadRules(context.database()) }),
    'assessment.saveRules': ({ rules }) => {
      const database = context.database();
      database.edit({ action: 'assessment.saveRules', by: context.userName(), summary: { rules: rules.length } }, () => saveRules(database, rules));
      return { rules };
    },
    'assessment.overrideStrategy': async ({ systemIds, strategy, reason }) => {
      await context.backUpBeforeEdit(systemIds.length);
      const database = context.database();
      const ids = [...new Set(systemIds)];
      const unknown = ids.find((id) => !systemExists(database, id));
      if (unknown !== undefined) throw new AppError('record.not_found', { kind: 'system', id: unknown });
      const override = strategy === null ? undefined : { strategy, reason, by: context.userName(), at: context.now().toISOString() };
      database.edit({ action: 'assessment.overrideStrategy', by: context.userName(), summary: { systems: ids.length, strategy } }, () => {
        for (const id of ids) saveOverride(database, id, override);
      });
      return { changed: ids.length };
    },
  };
}
