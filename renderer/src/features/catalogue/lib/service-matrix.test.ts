import { expect, test } from 'vitest';
import { catalogueServiceSchema } from '../../../../../shared/model/catalogue.ts';
import { serviceMatrix } from './service-matrix.ts';

const service = (category: string, layer: string) => catalogueServiceSchema.parse({ id: 's', name: 'S', category, layer, unit: 'GiB', pricePerUnitMonthMinor: 1, leadTimeDays: 3 });

test('nine rows of four cells, each service once', () => {
  const rows = serviceMatrix([service('storage', 'IaaS'), service('storage', 'IaaS'), service('database', 'PaaS')]);
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => row.cells.length === 4)).toBe(true);
  const storage = rows.find((row) => row.category === 'storage');
  expect(storage).toMatchObject({ total: 2 });
  expect(storage?.cells.map((cell) => cell.services.length)).toEqual([2, 0, 0, 0]);
});
