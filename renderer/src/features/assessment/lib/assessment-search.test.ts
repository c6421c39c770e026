import { expect, test } from 'vitest';
import { ASSESSMENT_URL } from './assessment-search.ts';

test('reading what was written gives the same view', () => {
  const search = { tab: 'servers', text: 'a', strategies: ['rehost', 'retain'], filter: 'os:kylin', system: 's', server: 'v' } as const;
  expect(ASSESSMENT_URL.read(ASSESSMENT_URL.write(search))).toEqual(search);
  expect(ASSESSMENT_URL.read({ strategies: 'rehost,nonsense' }).strategies).toEqual(['rehost']);
});
