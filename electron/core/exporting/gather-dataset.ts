import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CallInfo } from '../ports/handlers-of.ts';
import type { ExportDataset, ExportPlan, ExportServer, ExportSystem } from './dataset.ts';
import { createReader, type ExportReaders, type Reader } from './export-reader.ts';
import { readLatestResults } from './latest-results.ts';

async function readPlan({ read }: Reader): Promise<ExportPlan | null> {
  try {
    const { summary, plan, settings } = await read('plan.get', {});
    const { problem } = await read('plan.getProblem', {});
    return { name: summary.name, revision: summary.revision, createdAt: summary.createdAt, plan, settings, effortByItem: Object.fromEntries(problem.items.map((item) => [item.id, item.effortPersonDays])) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'plan.not_found') return null;
    throw error;
  }
}

async function readServers({ readAll }: Reader): Promise<ExportServer[]> {
  const assessed = new Map((await readAll('assessment.listServers')).map((row) => [row.serverId, row]));
  const servers = await readAll('inventory.listServers');
  return servers.map((server): ExportServer => {
    const assessment = assessed.get(server.id);
    return { ...server, sizing: assessment?.sizing ?? { basis: 'none', flavourId: null, requiredVcpu: null, requiredMemBytes: null, reasons: [], pricePerMonthMinor: null }, flavourName: assessment?.flavourName ?? null };
  });
}

async function readSystems({ readAll }: Reader): Promise<ExportSystem[]> {
  const assessed = new Map((await readAll('assessment.listSystems')).map((row) => [row.systemId, row]));
  const tracked = new Map((await readAll('tracking.listSystems')).map((row) => [row.systemId, row]));
  return (await readAll('organisation.listSystems')).flatMap((system): ExportSystem[] => {
    const assessment = assessed.get(system.id);
    const tracking = tracked.get(system.id);
    // A system without an assessment would be a fault of the assessment: it covers every system of the register.
    return assessment === undefined ? [] : [{ ...system, strategy: assessment.result, pricePerMonthMinor: assessment.pricePerMonthMinor, trackingState: tracking?.state ?? null, trackedOn: tracking?.on ?? null }];
  });
}

/** A host that has since answered in full is no error any more. */
async function readScanErrors(access: Reader): Promise<ExportDataset['scanErrors']> {
  const results = await readLatestResults(access, ['done', 'partial', 'failed', 'skipped']);
  return results.flatMap((result) => result.errors.map((error) => ({ host: result.host, name: result.hostname ?? result.name, departmentName: result.departmentName, state: result.state, finishedAt: result.finishedAt, error })));
}

/** Everything an export may say, read through the contract's own procedures. */
export async function gatherDataset(readers: ExportReaders, call: CallInfo, now: Date): Promise<ExportDataset> {
  const access = createReader(readers, call);
  const { read, readAll } = access;
  const systems = await readSystems(access);
  const tracking = [];
  for (const system of systems) if (system.trackingState !== null) tracking.push(...(await read('tracking.listHistory', { systemId: system.id })).entries);
  return {
    projectName: (await read('project.getStatus', {})).name ?? '',
    asOf: now.toISOString(),
    currency: (await read('catalogue.get', {})).catalogue.currency,
    departments: await readAll('organisation.listDepartments'),
    systems,
    servers: await readServers(access),
    flows: await readAll('inventory.listFlows'),
    plan: await readPlan(access),
    tracking,
    progress: (await read('tracking.getProgress', {})).progress,
    scanErrors: await readScanErrors(access),
  };
}
