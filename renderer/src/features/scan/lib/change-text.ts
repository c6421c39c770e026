import { SERVER_FIELDS, type ServerFieldSpec } from '../../../../../shared/model/server.ts';
import type { ScanDiffRow } from '../../../../../shared/model/scan.ts';

export type ScannedChange = ScanDiffRow['changes'][number];

interface ValueFormat {
  readonly bytes: (value: number) => string;
  readonly count: (value: number) => string;
}

const SPECS: ReadonlyMap<string, ServerFieldSpec> = new Map(SERVER_FIELDS.map((spec) => [spec.key, spec]));

function scannedText(format: ValueFormat, field: string, value: ScannedChange['from']): string {
  if (value === null || value === '') return '-';
  if (typeof value === 'string') return value;
  return SPECS.get(field)?.type === 'bytes' ? format.bytes(value) : format.count(value);
}

/** Both values with their units, `-` for nothing; sizes that rounding would make look the same are told to the byte. */
export function changeTexts(format: ValueFormat, { field, from, to }: Pick<ScannedChange, 'field' | 'from' | 'to'>): readonly [string, string] {
  const texts = [scannedText(format, field, from), scannedText(format, field, to)] as const;
  if (texts[0] !== texts[1] || typeof from !== 'number' || typeof to !== 'number') return texts;
  return [`${format.count(from)} B`, `${format.count(to)} B`];
}

/** One change in a line; `name`: of the field in the reader's language. */
export function changeLine(format: ValueFormat, change: ScannedChange, name: string): string {
  return `${name}: ${changeTexts(format, change).join(' → ')}`;
}
