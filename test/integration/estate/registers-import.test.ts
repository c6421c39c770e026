import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../agents/estate/build-city.ts';
import { registerCsv } from '../../../agents/estate/register-csv.ts';
import { IMPORT_FIELDS } from '../../../electron/core/importing/import-fields.ts';
import { guessMapping } from '../../../electron/core/importing/map-columns.ts';
import { readValue } from '../../../electron/core/importing/read-value.ts';

describe('the registers of the city', () => {
  const { departmentsCsv, systemsCsv } = registerCsv(buildCity({ seed: 6, servers: 700 }));

  it.each([['departments', departmentsCsv], ['systems', systemsCsv]] as const)('are understood by the importer without help: %s', (kind, text) => {
    const [headers = [], ...rows]: string[][] = parse(text);
    const guess = guessMapping(headers);
    expect(guess.kind).toBe(kind);
    expect(Object.values(guess.mapping).toSorted()).toEqual(headers.toSorted());
    for (const field of IMPORT_FIELDS[kind]) {
      const header = guess.mapping[field.key];
      if (header === undefined) continue;
      for (const row of rows) expect(readValue(row[headers.indexOf(header)] ?? '', field, header) ?? {}).not.toHaveProperty('problem');
    }
  });
});
