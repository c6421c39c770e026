import { HOST_ERROR_CODES } from '../../../../shared/model/scan.ts';
import type { CallInfo } from '../../ports/handlers-of.ts';
import { createReader, type ExportReaders } from '../export-reader.ts';
import { readLatestResults } from '../latest-results.ts';
import type { FixItData, FixItProblem } from './fix-it-data.ts';

/**
 * What is still open after the latest contact of each host; what only the scanning person can mend is left out.
 * `department`: that one alone. The register's department of a server comes before the one its list named.
 */
export async function gatherFixIt(readers: ExportReaders, call: CallInfo, { now, department }: { readonly now: Date; readonly department: string | undefined }): Promise<FixItData> {
  const access = createReader(readers, call);
  const names = new Map((await access.readAll('organisation.listDepartments')).map((row) => [row.id, row.name]));
  const results = await readLatestResults(access, ['done', 'partial', 'failed']);
  const problems = results.flatMap((result): FixItProblem[] => {
    const departmentName = (result.departmentId === null ? undefined : names.get(result.departmentId)) ?? result.departmentName;
    if (department !== undefined && departmentName !== department) return [];
    const { host, port, jump, serverId, finishedAt } = result;
    return result.errors.filter(({ code }) => HOST_ERROR_CODES[code].fixer !== 'scanner')
      .map(({ code, params }) => ({ serverId, host, port, name: result.hostname ?? result.name, jump, departmentName, code, params, contactedAt: finishedAt }));
  });
  return { projectName: (await access.read('project.getStatus', {})).name ?? '', asOf: now.toISOString(), problems };
}
