import { setImmediate } from 'node:timers/promises';
import type { Contract, OutputOf, ReturnOf } from '../../../shared/contract/contract.ts';
import { PAGE_LIMIT } from '../../../shared/contract/paging.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { CallInfo, HandlersOf } from '../ports/handlers-of.ts';
import type { ExportDataset, ExportPlan, ExportServer, ExportSystem } from './dataset.ts';

/** The procedures an export reads through: it says what the screens say, by construction. */
const READ_METHODS = [
  'project.getStatus', 'inventory.listServers', 'inventory.listFlows', 'organisation.listDepartments', 'organisation.listSystems', 'assessment.listServers', 'assessment.listSystems',
  'catalogue.get', 'plan.get', 'plan.getProblem', 'tracking.listSystems', 'tracking.listHistory', 'tracking.getProgress', 'scan.listRuns', 'scan.listResults',
] as const;
type ReadMethod = (typeof READ_METHODS)[number];
export type ExportReaders = Pick<HandlersOf<Contract>, ReadMethod>;

type ListMethod = Extract<ReadMethod, `${string}.list${string}`>;
type RowOf<Method extends ListMethod> = OutputOf<Method> extends { rows: (infer Row)[] } ? Row : never;

function reader(readers: ExportReaders, call: CallInfo) {
  /** Parses both ways, as every transport does, so a row has exactly the contract's shape. */
  const read = async <Method extends ReadMethod>(method: Method, input: object): Promise<OutputOf<Method>> => {
    const handler = readers[method] as (input: unknown, call: CallInfo) => Promise<ReturnOf<Method>> | ReturnOf<Method>;
    return contract[method].output.parse(await handler(contract[method].input.parse(input), call)) as OutputOf<Method>;
  };
  const readAll = async <Method extends ListMethod>(method: Method, input: object = {}): Promise<RowOf<Method>[]> => {
    const rows: RowOf<Method>[] = [];
    for (;;) {
      if (call.signal.aborted) throw new AppError('request.cancelled');
      const page = (await read(method, { ...input, offset: rows.length, limit: PAGE_LIMIT })) as { rows: RowOf<Method>[]; total: number };
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
      // Pages are read synchronously; others of the core get their turn between two of them.
      await setImmediate();
    }
  };
  return { read, readAll };
}
type Reader = ReturnType<typeof reader>;

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

/** The latest failed or partial contact of each place; a host that has since answered in full is no error any more. */
async function readScanErrors({ read, readAll }: Reader): Promise<ExportDataset['scanErrors']> {
  const { runs } = await read('scan.listRuns', {});
  const seen = new Set<string>();
  const errors: ExportDataset['scanErrors'][number][] = [];
  for (const run of [...runs].sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1))) {
    for (const result of await readAll('scan.listResults', { runId: run.id })) {
      const place = `${result.host}:${result.port}`;
      if (seen.has(place)) continue;
      seen.add(place);
      for (const error of result.errors) errors.push({ host: result.host, name: result.hostname ?? result.name, departmentName: result.departmentName, state: result.state, finishedAt: result.finishedAt, error });
    }
  }
  return errors;
}

/** Everything an export may say, read through the contract's own procedures. */
export async function gatherDataset(readers: ExportReaders, call: CallInfo, now: Date): Promise<ExportDataset> {
  const access = reader(readers, call);
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
