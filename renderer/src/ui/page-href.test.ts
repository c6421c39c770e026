import { expect, test } from 'vitest';
import { pageHref, pagePath, searchText } from './page-href.ts';

test('undefined and empty values are left out, others are escaped', () => {
  expect(pagePath('/inventory', { filter: 'mem>64G !dept:财政 "a b"', server: undefined, sort: '' })).toBe('/inventory?filter=mem%3E64G+%21dept%3A%E8%B4%A2%E6%94%BF+%22a+b%22');
  expect(pageHref('/systems')).toBe('#/systems');
});

test('numbers that the router has read come back as text', () => {
  expect(searchText(2024)).toBe('2024');
  expect(searchText(false)).toBe('false');
  expect(searchText({ a: 1 })).toBe('');
});
