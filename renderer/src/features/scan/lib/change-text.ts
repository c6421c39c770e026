import { SERVER_FIELDS, type ServerFieldSpec } from '../../../../../shared/model/server.ts';
import type { ScanDiffRow } from '../../../../../shared/model/scan.ts';

export type ScannedChange = ScanDiffRow['changes'][number];

interface ValueFormat {
  readonly bytes: (value: number) => string;
  readonly count: (value: number) => string;
}

const SPECS: ReadonlyMap<string, ServerFieldSpec> = new Map(SERVER_FIELDS.map((spec) => [spec.key, spec]));

/** A scanned value with its unit; `-` for nothing. */
export function scannedText(format: ValueFormat, field: string, value: ScannedChange['from']): string {
  if (value === null || value === '') return '-';
  if (typeof value === 'string') return value;
  return SPECS.get(field)?.type === 'bytes' ? format.bytes(value) : format.count(value);
}

/** One change in a line; `name`: of the field in the reader's language. */
export function changeLine(format: ValueFormat, { field, from, to }: ScannedChange, name: string): string {
  return `${name}: ${scannedText(format, field, from)} → ${scannedText(format, field, to)}`;
}
