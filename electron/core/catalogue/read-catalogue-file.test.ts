import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from './current-catalogue.ts';
import { readCatalogueFile } from './read-catalogue-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readCatalogueFile(path, sampleCatalogue());
}
const HEADER = 'id,name,family,vcpu,memory_gib,architecture,price_per_month\n';

describe('readCatalogueFile', () => {
  it('takes a whole catalogue as JSON, with or without a byte order mark', () => {
    const sample = sampleCatalogue();
    expect(read('a.json', JSON.stringify(sample))).toEqual(sample);
    expect(read('b.JSON', `\uFEFF${JSON.stringify(sample)}`)).toEqual(sample);
  });

  it('takes flavours as CSV and keeps the services', () => {
    const catalogue = read('c.csv', `${HEADER}s1,Small,general,2,4,x86_64,123.45\n`);
    expect(catalogue.flavours).toEqual([{ id: 's1', name: 'Small', family: 'general', vcpuCount: 2, memBytes: 4 * 1024 ** 3, architecture: 'x86_64', pricePerMonthMinor: 12345 }]);
    expect(catalogue.services).toEqual(sampleCatalogue().services);
  });

  it.each([
    ['broken JSON', 'd.json', '{', 'json'],
    ['an unknown key', 'e.json', JSON.stringify({ ...sampleCatalogue(), hint: 1 }), 'unrecognized_keys'],
    ['one id twice', 'f.csv', `${HEADER}s,A,x,1,1,x86_64,1\ns,B,x,1,1,x86_64,1\n`, 'duplicate-id'],
    ['an unknown architecture', 'g.csv', `${HEADER}s,A,x,1,1,sparc,1\n`, 'invalid_value'],
    ['a negative price', 'h.csv', `${HEADER}s,A,x,1,1,x86_64,-1\n`, 'too_small'],
    ['rows of uneven length', 'i.csv', `${HEADER}s,A\n`, 'csv'],
  ])('refuses %s and says where', (_, name, text, reason) => {
    expect(() => read(name, text)).toThrow(expect.objectContaining({ code: 'catalogue.invalid', params: expect.objectContaining({ reason }) }));
  });

  it('refuses other kinds of files', () => {
    expect(() => read('j.exe', 'MZ')).toThrow(expect.objectContaining({ code: 'import.unknown_format' }));
  });
});
