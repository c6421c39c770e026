import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { GIB } from '../../../shared/kernel/quantities.ts';
import { catalogueSchema, type Catalogue, type Flavour } from '../../../shared/model/catalogue.ts';

const MAX_FILE_BYTES = 5_000_000;

/** Prices of a flavour list are in the currency's unit with up to two decimals; memory is in GiB. */
const flavourRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string().default(''),
  vcpu: z.coerce.number().int(),
  memory_gib: z.coerce.number().positive(),
  architecture: z.string(),
  price_per_month: z.coerce.number().min(0),
});

function refuse(error: z.ZodError, row?: number): never {
  const issue = error.issues[0];
  throw new AppError('catalogue.invalid', { path: issue?.path.join('.') ?? '', reason: issue?.code ?? '', row: row ?? null });
}

function checked(value: unknown): Catalogue {
  const parsed = catalogueSchema.strict().safeParse(value);
  if (!parsed.success) refuse(parsed.error);
  const catalogue = parsed.data;
  for (const list of [catalogue.flavours, catalogue.services]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) throw new AppError('catalogue.invalid', { path: id, reason: 'duplicate-id', row: null });
      seen.add(id);
    }
  }
  return catalogue;
}

function flavoursFromCsv(text: string): unknown[] {
  let rows: unknown[];
  try {
    rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, to: 5000 });
  } catch (cause) {
    throw new AppError('catalogue.invalid', { path: '', reason: 'csv', row: null }, { cause });
  }
  return rows.map((row, position) => {
    const parsed = flavourRowSchema.safeParse(row);
    if (!parsed.success) refuse(parsed.error, position + 2);
    const { id, name, family, vcpu, memory_gib: memGib, architecture, price_per_month: price } = parsed.data;
    return { id, name, family, vcpuCount: vcpu, memBytes: Math.round(memGib * GIB), architecture, pricePerMonthMinor: Math.round(price * 100) } satisfies Record<keyof Flavour, unknown>;
  });
}

/**
 * A whole catalogue as JSON (the shape the sample has), or a CSV of flavours that replaces those of `current`.
 * Errors: `catalogue.invalid` with the place, `import.unknown_format`.
 */
export function readCatalogueFile(path: string, current: Catalogue): Catalogue {
  const extension = extname(path).toLowerCase();
  if (extension !== '.json' && extension !== '.csv') throw new AppError('import.unknown_format', { extension });
  if (statSync(path).size > MAX_FILE_BYTES) throw new AppError('catalogue.invalid', { path: '', reason: 'too-large', row: null });
  const text = readFileSync(path, 'utf8');
  if (extension === '.csv') return checked({ ...current, flavours: flavoursFromCsv(text) });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('catalogue.invalid', { path: '', reason: 'json', row: null }, { cause });
  }
  return checked(value);
}
