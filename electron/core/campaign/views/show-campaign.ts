import type { ReturnOf } from '../../../../shared/contract/contract.ts';
import { HOURS_OF_WEEK, confidenceSchema } from '../../../../shared/model/utilisation.ts';
import { hostErrorSchema } from '../../../../shared/model/scan.ts';
import { z } from 'zod';
import type { JobId } from '../../../../shared/kernel/ids.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { CampaignRow } from '../store.ts';
import { listDwellRows, listServerCoverage, readCoverage, readTotals, type CampaignTotals, type DwellFilter } from './store.ts';

type Shown = ReturnOf<'campaign.get'>['campaign'];

function stateOf({ cancelled }: CampaignRow, { counts, lastAt }: CampaignTotals, now: string): Shown['state'] {
  if (cancelled) return 'cancelled';
  if (lastAt <= now || counts.planned + counts.running === 0) return 'ended';
  return counts.done + counts.partial + counts.failed + counts.missed + counts.running > 0 ? 'active' : 'planned';
}

export function showCampaign(database: ProjectDatabase, campaign: CampaignRow, now: string, jobId: JobId | undefined): Shown {
  const totals = readTotals(database, campaign.id, now);
  const { id, plan, createdAt, createdBy } = campaign;
  return { id, plan, createdAt, createdBy, state: stateOf(campaign, totals, now), ...totals, jobId: jobId ?? null };
}

const storedErrorSchema = z.string().transform((text): unknown => JSON.parse(text)).pipe(hostErrorSchema);

export function listDwells(database: ProjectDatabase, filter: DwellFilter): ReturnOf<'campaign.listDwells'> {
  const page = listDwellRows(database, filter);
  return { ...page, rows: page.rows.map((row) => ({ ...row, error: row.error === null ? null : (storedErrorSchema.safeParse(row.error).data ?? null) })) };
}

export function coverageOf(database: ProjectDatabase, campaign: CampaignRow, serverId: string | undefined): ReturnOf<'campaign.getCoverage'> {
  const cells = readCoverage(database, campaign.id, serverId);
  const servers = serverId === undefined ? listServerCoverage(database, campaign.id, { offset: 0, limit: 1 }).total : 1;
  const covered = cells.reduce((sum, cell) => sum + cell.servers, 0);
  return { servers, meanHourShare: servers === 0 ? 0 : Math.min(1, covered / servers / HOURS_OF_WEEK), cells };
}

const storedProfileSchema = z.object({ confidence: confidenceSchema });

export function listCoverage(database: ProjectDatabase, campaign: CampaignRow, page: { readonly offset: number; readonly limit: number }): ReturnOf<'campaign.listCoverage'> {
  const { rows, total } = listServerCoverage(database, campaign.id, page);
  return {
    total, grandTotal: total,
    rows: rows.map(({ profile, hours, ...row }) => ({ ...row, hourShare: hours / HOURS_OF_WEEK, confidence: profile === null ? null : (storedProfileSchema.safeParse(JSON.parse(profile)).data?.confidence ?? null) })),
  };
}
