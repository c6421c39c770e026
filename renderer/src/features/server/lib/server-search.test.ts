import { expect, test } from 'vitest';
import { SERVER_URL } from './server-search.ts';

test('reading what was written gives the same view', () => {
  const search = { tab: 'load', evidence: 'ev-1', section: 'history' } as const;
  expect(SERVER_URL.read(SERVER_URL.write(search))).toEqual(search);
  expect(SERVER_URL.read({ tab: 'constructor', section: 'passwd' })).toEqual({ tab: 'facts', evidence: undefined, section: undefined });
});
