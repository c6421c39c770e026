import { SERVER_FIELDS, type ServerField, type ServerFieldSpec } from '../../../../../shared/model/server.ts';

/** How a field is laid out in the grid. */
export interface ServerColumn {
  readonly field: ServerField;
  readonly type: ServerFieldSpec['type'];
  readonly align: 'left' | 'right';
  readonly widthPx: number;
}

const WIDTHS: Partial<Record<ServerField, number>> = { hostname: 200, address: 130, departmentName: 160, systemName: 200, cpuModel: 240, osName: 220, kernel: 180, note: 240, scanState: 104, confidenceStars: 96, lastSeenAt: 150, kind: 96 };
const WIDTH_BY_TYPE = { text: 130, enum: 110, count: 96, bytes: 110, ratio: 96, seconds: 110, instant: 150 } as const satisfies Record<ServerFieldSpec['type'], number>;
const NUMERIC = new Set<ServerFieldSpec['type']>(['count', 'bytes', 'ratio', 'seconds']);

const BY_FIELD = new Map<ServerField, ServerColumn>(SERVER_FIELDS.map((spec) => [spec.key, { field: spec.key, type: spec.type, align: NUMERIC.has(spec.type) ? 'right' : 'left', widthPx: WIDTHS[spec.key] ?? WIDTH_BY_TYPE[spec.type] }]));

/** Layout of the chosen columns in their order. */
export function serverColumns(fields: readonly ServerField[]): readonly ServerColumn[] {
  return fields.flatMap((field) => BY_FIELD.get(field) ?? []);
}

/** Fields that a person may set, in the order of the model. */
export const EDITABLE_FIELDS: readonly ServerFieldSpec[] = SERVER_FIELDS.filter((spec) => spec.editable);
