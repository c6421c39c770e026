import { IMPORT_FIELDS, type ImportField, type ImportKind } from './import-fields.ts';

/** Field key → header of the file. */
export type Mapping = Readonly<Record<string, string>>;

/**
 * A header without what varies: width, case, blanks, punctuation, the star Azure puts before required columns, and units in
 * brackets.
 */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[(（[][^)）\]]{0,40}[)）\]]/g, '').replace(/\b(mib|gib|mb|gb)$/g, '').replace(/[\s_\-*#.:：/]+/g, '');
}

/** The first column whose header goes by one of the field's names, in the order of the names; a column serves one field only. */
function mappingFor(fields: readonly ImportField[], columns: readonly string[]): Record<string, string> {
  const byHeader = new Map<string, string>();
  for (const column of columns) if (!byHeader.has(normaliseHeader(column))) byHeader.set(normaliseHeader(column), column);
  const used = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const field of fields) {
    const column = field.headers.map((header) => byHeader.get(header)).find((name) => name !== undefined && !used.has(name));
    if (column === undefined) continue;
    mapping[field.key] = column;
    used.add(column);
  }
  return mapping;
}

export interface GuessedMapping {
  readonly kind: ImportKind;
  readonly mapping: Mapping;
}

const complete = (kind: ImportKind, mapping: Mapping): boolean => IMPORT_FIELDS[kind].every((field) => !field.required || Object.hasOwn(mapping, field.key));

/**
 * What a file is most likely a register of: the kind, among those whose required fields are found, that explains most columns;
 * systems before servers before departments when equal. With `kind` given, only the columns are guessed.
 */
export function guessMapping(columns: readonly string[], kind?: ImportKind): GuessedMapping {
  const kinds: readonly ImportKind[] = kind === undefined ? ['systems', 'servers', 'departments'] : [kind];
  const guesses = kinds.map((each) => ({ kind: each, mapping: mappingFor(IMPORT_FIELDS[each], columns) }));
  const score = (guess: GuessedMapping): number => (complete(guess.kind, guess.mapping) ? 1000 : 0) + Object.keys(guess.mapping).length;
  return guesses.reduce((best, guess) => (score(guess) > score(best) ? guess : best));
}

/** Required fields that no column serves. */
export function missingFields(kind: ImportKind, mapping: Mapping): string[] {
  return IMPORT_FIELDS[kind].filter((field) => field.required && !Object.hasOwn(mapping, field.key)).map((field) => field.key);
}
