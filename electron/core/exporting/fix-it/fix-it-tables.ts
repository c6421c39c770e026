import { describeHostError, describeHostErrorDetails } from '../../../../shared/i18n/describe-error.ts';
import { HOST_ERROR_CODES } from '../../../../shared/model/scan.ts';
import { tableOf, type Table } from '../table.ts';
import type { ExportLanguage, Wording } from '../wording.ts';
import type { FixItProblem } from './fix-it-data.ts';

const SEVERITIES = ['failed', 'partial', 'note'] as const;

const place = ({ host, port }: FixItProblem): string => `${host}:${port}`;

/** Worst first, then what concerns most hosts. */
function causesOf(problems: readonly FixItProblem[]) {
  const causes = [...Map.groupBy(problems, (problem) => problem.code)].map(([code, rows]) => ({ code, hosts: new Set(rows.map(place)).size, ...HOST_ERROR_CODES[code] }));
  return causes.sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || right.hosts - left.hosts || (left.code < right.code ? -1 : 1));
}

/** Sheet "What to do": one row per cause, with who can mend it and how. */
function causesTable(problems: readonly FixItProblem[], language: ExportLanguage, wording: Wording): Table {
  const server = wording.word('fixIt', 'anyServer');
  const text = (code: FixItProblem['code']) => describeHostError(language, code, { host: server, port: 'SSH' });
  return tableOf('fix-it-causes', [
    { key: 'problem', kind: 'text', value: (row) => text(row.code).title, width: 32, wrap: true },
    { key: 'hostCount', kind: 'integer', value: (row) => row.hosts, width: 9 },
    { key: 'effect', kind: 'text', value: (row) => wording.word('effect', row.severity), width: 18, wrap: true },
    { key: 'fixer', kind: 'text', value: (row) => wording.word('fixer', row.fixer), width: 14 },
    { key: 'whatToDo', kind: 'text', value: (row) => text(row.code).next, width: 56, wrap: true },
    { key: 'cause', kind: 'text', value: (row) => text(row.code).why, width: 48, wrap: true },
    { key: 'lastErrorCode', kind: 'text', value: (row) => row.code, width: 24 },
  ], causesOf(problems));
}

/** Sheet "Hosts": one row per host and problem, in the order of the causes. */
function hostsTable(problems: readonly FixItProblem[], language: ExportLanguage, wording: Wording): Table {
  const order = causesOf(problems).map((cause) => cause.code);
  const rows = [...problems]
    .sort((left, right) => order.indexOf(left.code) - order.indexOf(right.code) || place(left).localeCompare(place(right), 'en', { numeric: true }))
    .map((problem) => {
      const params = { host: problem.host, port: problem.port, ...problem.params };
      return { ...problem, text: describeHostError(language, problem.code, params), details: describeHostErrorDetails(language, params) };
    });
  return tableOf('fix-it-hosts', [
    { key: 'serverId', kind: 'text', value: (row) => row.serverId, hidden: true },
    { key: 'address', kind: 'text', value: (row) => row.host, width: 20 },
    { key: 'port', kind: 'integer', value: (row) => row.port, width: 7 },
    { key: 'hostname', kind: 'text', value: (row) => row.name, width: 24 },
    { key: 'department', kind: 'text', value: (row) => row.departmentName, width: 22 },
    { key: 'jump', kind: 'text', value: (row) => row.jump, width: 20 },
    { key: 'lastErrorCode', kind: 'text', value: (row) => row.code, width: 24 },
    { key: 'seen', kind: 'text', value: (row) => [row.text.what, ...row.details].filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : ''), width: 52, wrap: true },
    { key: 'nextStep', kind: 'text', value: (row) => row.text.next, width: 52, wrap: true },
    { key: 'fixer', kind: 'text', value: (row) => wording.word('fixer', HOST_ERROR_CODES[row.code].fixer), width: 14 },
    { key: 'contactedAt', kind: 'instant', value: (row) => row.contactedAt, width: 18 },
  ], rows);
}

/** The sheets of a fix-it pack. */
export function fixItTables(problems: readonly FixItProblem[], language: ExportLanguage, wording: Wording): readonly [Table, Table] {
  return [causesTable(problems, language, wording), hostsTable(problems, language, wording)];
}
