import { expect, test } from 'vitest';
import { bulkChange } from './bulk-change.ts';

test.each([['criticality', 'vital', { criticality: 'vital' }], ['criticality', null, { criticality: null }], ['environment', 'prod?', { environment: null }], ['protectionLevel', '3', { protectionLevel: 3 }], ['classified', 'no', { classified: false }], ['classified', null, { classified: null }], ['owner', '  ', { owner: null }]] as const)('%s = %s', (field, value, change) => {
  expect(bulkChange(field, value)).toEqual(change);
});
