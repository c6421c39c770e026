import { setImmediate } from 'node:timers/promises';
import { contract, type Contract, type OutputOf, type ReturnOf } from '../../../shared/contract/contract.ts';
import { PAGE_LIMIT } from '../../../shared/contract/paging.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CallInfo, HandlersOf } from '../ports/handlers-of.ts';

/** The procedures an export reads through: it says what the screens say, by construction. */
const READ_METHODS = [
  'project.getStatus', 'inventory.listServers', 'inventory.listFlows', 'organisation.listDepartments', 'organisation.listSystems', 'assessment.listServers', 'assessment.listSystems',
  'catalogue.get', 'plan.get', 'plan.getProblem', 'tracking.listSystems', 'tracking.listHistory', 'tracking.getProgress', 'scan.listRuns', 'scan.listResults',
] as const;
type ReadMethod = (typeof READ_METHODS)[number];
export type ExportReaders = Pick<HandlersOf<Contract>, ReadMethod>;

type ListMethod = Extract<ReadMethod, `${string}.list${string}`>;
type RowOf<Method extends ListMethod> = OutputOf<Method> extends { rows: (infer Row)[] } ? Row : never;

/** Reads whole lists through the procedures, page by page. */
export function createReader(readers: ExportReaders, call: CallInfo) {
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
export type Reader = ReturnType<typeof createReader>;
