import { parse } from 'csv-parse/sync';
import { DELIMITERS } from '../../tabular/index.ts';
import { readCsvHeader, type TargetColumn } from './csv-header.ts';
import { isUser, parseEndpoint, parsePort } from './endpoint.ts';
import { formatJumpChain, parseJumpChain } from './jump-chain.ts';
import { assertListSize, rejectLine, saidOnly, type DraftList, type RejectReason, type TargetDraft } from './target-draft.ts';

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function firstLine(text: string): string {
  return text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
}

/** The delimiter that makes the first line a header with a host column, or undefined when none does. */
export function sniffCsvDelimiter(text: string): string | undefined {
  const line = firstLine(text);
  const cells = (delimiter: string): string[] => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  return DELIMITERS.filter((delimiter) => line.includes(delimiter) && readCsvHeader(cells(delimiter)) !== undefined).sort((a, b) => cells(b).length - cells(a).length)[0];
}

/** A quote that is never closed would swallow the rest of the file; then quotes are read as plain characters. */
function readRecords(text: string, delimiter: string): CsvRecord[] {
  const options = { delimiter, info: true, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 65_536 } as const;
  try {
    return parse(text, options) as unknown as CsvRecord[];
  } catch {
    return parse(text, { ...options, quote: null, max_record_size: 0 }) as unknown as CsvRecord[];
  }
}

type CellReader = (column: TargetColumn) => string | undefined;

function readRow(cell: CellReader, line: number): TargetDraft | { readonly reason: RejectReason } {
  const endpoint = parseEndpoint(cell('host') ?? '');
  if ('reason' in endpoint) return endpoint;
  const portText = cell('port');
  const port = portText === undefined ? endpoint.port : parsePort(portText.replace(/\.0$/, ''));
  if (portText !== undefined && port === undefined) return { reason: 'port' };
  const user = cell('user') ?? endpoint.user;
  if (user !== undefined && !isUser(user)) return { reason: 'user' };
  const jumpText = cell('jump');
  const jump = jumpText === undefined ? undefined : parseJumpChain(jumpText);
  if (jumpText !== undefined && !jump) return { reason: 'jump' };
  return {
    line,
    host: endpoint.host,
    ...saidOnly({ port, user, name: cell('name')?.slice(0, 253), departmentName: cell('department')?.slice(0, 200), tag: cell('tag')?.slice(0, 200), jump: jump && formatJumpChain(jump) }),
  };
}

/** Reads a table with a header in English or Chinese. Without a host column every line is rejected with `columns`. */
export function parseCsv(text: string): DraftList {
  const list: DraftList = { drafts: [], rejected: [] };
  const delimiter = sniffCsvDelimiter(text) ?? ',';
  const [header, ...rows] = readRecords(text, delimiter);
  const columns = readCsvHeader(header?.record ?? []);
  if (!header || !columns) {
    if (header) list.rejected.push(rejectLine(header.info.lines, header.record.join(delimiter), 'columns'));
    return list;
  }
  for (const { record, info } of rows) {
    const cell: CellReader = (column) => {
      const index = columns.get(column);
      const value = index === undefined ? undefined : record[index]?.normalize('NFKC').trim();
      return value === '' ? undefined : value;
    };
    if (record.every((value) => value.trim() === '')) continue;
    const row = readRow(cell, info.lines);
    if ('reason' in row) list.rejected.push(rejectLine(info.lines, record.join(delimiter), row.reason));
    else list.drafts.push(row);
    assertListSize(list);
  }
  return list;
}
