import { describe, expect, it } from 'vitest';
import { softwareEndOfLife } from './software-end-of-life.ts';

describe('softwareEndOfLife', () => {
  it.each([
    ['postgresql', '13.11', '2025-11-13'], ['postgresql', '9.6.24', '2021-11-11'], ['mysql', '5.7.44', '2023-10-31'], ['tomcat', '9.0.50', '2027-03-31'], ['tomcat', '10.1.4', null], ['zabbix-server', '7.0.3', '2029-06-30'],
    ['postgresql', undefined, undefined], ['postgresql', '99.1', undefined], ['dameng', '8.1', undefined], ['mysql', 'toString', undefined], ['kingbase', 'V8', undefined],
  ])('%s %s ends %s', (product, version, end) => {
    expect(softwareEndOfLife(product, version)).toBe(end);
  });
});
