import { GIB, KIB, MIB, TIB } from '../../../../../shared/kernel/quantities.ts';
import type { Server, ServerField, ServerFieldSpec } from '../../../../../shared/model/server.ts';

export type EditValue = string | number | null;
export type ParsedEdit = { readonly ok: true; readonly value: EditValue } | { readonly ok: false; readonly reason: 'notACount' | 'notASize' | 'tooLong' | 'unknownKind' };

const UNIT_BYTES = new Map<string, number>([['', 1], ['B', 1], ['K', KIB], ['M', MIB], ['G', GIB], ['T', TIB]]);
const KINDS = new Set<string>(['physical', 'virtual', 'container', 'unknown']);

function parseBytes(text: string): ParsedEdit {
  const match = /^(\d{1,12}(?:\.\d{1,6})?) ?([KMGT]?)(?:iB|B)?$/i.exec(text);
  const unit = UNIT_BYTES.get((match?.[2] ?? '').toUpperCase());
  if (!match || unit === undefined) return { ok: false, reason: 'notASize' };
  const bytes = Math.round(Number(match[1]) * unit);
  return Number.isSafeInteger(bytes) ? { ok: true, value: bytes } : { ok: false, reason: 'notASize' };
}

/** Reads what was typed for a field; an empty text clears the override. */
export function parseEdit(spec: Pick<ServerFieldSpec, 'key' | 'type'>, typed: string): ParsedEdit {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (spec.type === 'bytes') return parseBytes(text);
  if (spec.type === 'count') return /^\d{1,9}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, reason: 'notACount' };
  if (spec.key === 'kind' && !KINDS.has(text)) return { ok: false, reason: 'unknownKind' };
  return text.length > 4000 ? { ok: false, reason: 'tooLong' } : { ok: true, value: text };
}

/** What an edit will do to the selected rows. */
export interface EditEffect {
  readonly changes: number;
  /** Rows that hold the value already. */
  readonly same: number;
  /** Rows where an override of the field exists and is replaced or cleared. */
  readonly replacesOverride: number;
}

/** Counts the effect before it is applied. Clearing changes only rows that carry an override. */
export function editEffect(servers: readonly Server[], field: ServerField, value: EditValue): EditEffect {
  let changes = 0;
  let replacesOverride = 0;
  for (const server of servers) {
    const overridden = server.overridden.includes(field);
    const differs = value === null ? overridden : server[field] !== value;
    if (differs) changes += 1;
    if (differs && overridden) replacesOverride += 1;
  }
  return { changes, same: servers.length - changes, replacesOverride };
}
