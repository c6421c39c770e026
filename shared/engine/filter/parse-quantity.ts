import type { ServerFieldSpec } from '../../model/server.ts';

const BYTE_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1], ['b', 1], ['k', 1024], ['kb', 1024], ['kib', 1024], ['m', 1024 ** 2], ['mb', 1024 ** 2], ['mib', 1024 ** 2], ['g', 1024 ** 3], ['gb', 1024 ** 3], ['gib', 1024 ** 3],
  ['t', 1024 ** 4], ['tb', 1024 ** 4], ['tib', 1024 ** 4],
]);
const SECOND_UNITS: ReadonlyMap<string, number> = new Map([['', 1], ['s', 1], ['m', 60], ['h', 3600], ['d', 86_400], ['w', 604_800]]);
const RATIO_UNITS: ReadonlyMap<string, number> = new Map([['', 1], ['%', 0.01]]);
const PLAIN_UNITS: ReadonlyMap<string, number> = new Map([['', 1], ['k', 1000]]);

const UNITS: Readonly<Partial<Record<ServerFieldSpec['type'], ReadonlyMap<string, number>>>> = { bytes: BYTE_UNITS, seconds: SECOND_UNITS, ratio: RATIO_UNITS, count: PLAIN_UNITS };

/** A number with the unit its field allows, in the field's base unit; undefined when it is none. */
export function parseQuantity(text: string, type: ServerFieldSpec['type']): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,9})?)([a-z%]{0,3})$/i.exec(text);
  const factor = UNITS[type]?.get((match?.[2] ?? '').toLowerCase());
  if (!match || factor === undefined) return undefined;
  const value = Number(match[1]) * factor;
  // Percent of a decimal leaves a last wrong digit; twelve places are more than any reading has.
  return type === 'ratio' ? Number(value.toFixed(12)) : value;
}

export function isQuantity(type: ServerFieldSpec['type']): boolean {
  return UNITS[type] !== undefined;
}
