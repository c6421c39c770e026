import { GIB, KIB, MIB, TIB } from '../kernel/quantities.ts';
import type { ServerFieldSpec } from './server.ts';

/** A value as `inventory.editServers` takes it; null clears the override. */
export type EditValue = string | number | null;
/** `reason` is an i18n key under `inventory:edit.problem`. */
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

/** Reads what a person typed for a field: sizes as 64G or 1.5 TiB (binary units) become bytes, an empty text clears the override. */
export function parseEdit(spec: Pick<ServerFieldSpec, 'key' | 'type'>, typed: string): ParsedEdit {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (spec.type === 'bytes') return parseBytes(text);
  if (spec.type === 'count') return /^\d{1,9}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, reason: 'notACount' };
  if (spec.key === 'kind' && !KINDS.has(text)) return { ok: false, reason: 'unknownKind' };
  return text.length > 4000 ? { ok: false, reason: 'tooLong' } : { ok: true, value: text };
}
