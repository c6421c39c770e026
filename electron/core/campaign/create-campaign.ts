import { planDwells, type PlannedDwell } from '../../../shared/engine/campaign/plan-dwells.ts';
import { hourOfWeek } from '../../../shared/engine/stats/day-distribution.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CampaignId } from '../../../shared/kernel/ids.ts';
import type { CampaignPlan } from '../../../shared/model/campaign.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { readAllServers } from '../inventory/index.ts';
import { placesOfServers } from '../scan/index.ts';
import { insertCampaign } from './store.ts';

const HOUR_MS = 3_600_000;

/** Servers of the filter that a scan has read, by name: only they can be reached again. Throws `campaign.no_servers`, `campaign.no_slots`, `campaign.too_large`. */
function dwellsOf(database: ProjectDatabase, plan: CampaignPlan, now: Date): readonly PlannedDwell<string>[] {
  const places = placesOfServers(database);
  const servers = readAllServers(database, plan.filter).map((server) => server.id).filter((id) => places.has(id));
  if (servers.length === 0) throw new AppError('campaign.no_servers', { filter: plan.filter.slice(0, 200) });
  const dwells = planDwells(plan, servers);
  if (!dwells) throw new AppError('campaign.too_large', { servers: servers.length });
  const ahead = dwells.filter(({ endsAtMs }) => endsAtMs > now.getTime());
  if (ahead.length === 0) throw new AppError('campaign.no_slots', { from: plan.firstDay, to: plan.lastDay });
  return ahead;
}

export function previewCampaign(context: CoreContext, plan: CampaignPlan): OutputOf<'campaign.preview'> {
  const dwells = dwellsOf(context.database(), plan, context.now());
  const turns = [...Map.groupBy(dwells, ({ server }) => server).values()].map((each) => each.length);
  const hours = new Set(dwells.flatMap(({ startsAtMs, endsAtMs }) => [hourOfWeek(startsAtMs), hourOfWeek(Math.max(startsAtMs, endsAtMs - HOUR_MS / 60))]));
  return {
    servers: turns.length, dwells: dwells.length, dwellsPerServer: { low: Math.min(...turns), high: Math.max(...turns) },
    firstAt: new Date(dwells[0]?.startsAtMs ?? 0).toISOString(), lastAt: new Date(dwells.at(-1)?.endsAtMs ?? 0).toISOString(), hoursOfWeek: hours.size,
  };
}

export function createCampaign(context: CoreContext, plan: CampaignPlan): CampaignId {
  const database = context.database();
  const now = context.now();
  const dwells = dwellsOf(database, plan, now);
  const id = `cmp-${context.newId()}` as CampaignId;
  const by = context.userName();
  database.record({ action: 'campaign.create', by, summary: { name: plan.name, dwells: dwells.length } }, () => {
    insertCampaign(database, { id, plan, cancelled: false, createdAt: now.toISOString(), createdBy: by }, dwells.map(({ server, startsAtMs, endsAtMs }) => ({
      serverId: server, startsAt: new Date(startsAtMs).toISOString(), endsAt: new Date(endsAtMs).toISOString(),
    })));
  });
  return id;
}
