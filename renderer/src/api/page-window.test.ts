import { expect, test } from 'vitest';
import { pagesFor } from './page-window.ts';

test('pagesFor names each page a window touches, within the list', () => {
  expect(pagesFor(0, 40, 200, 4717)).toEqual([0]);
  expect(pagesFor(190, 230, 200, 4717)).toEqual([0, 200]);
  expect(pagesFor(4600, 9000, 200, 4717)).toEqual([4600]);
  expect(pagesFor(-5, 10, 200, 3)).toEqual([0]);
  expect(pagesFor(0, 10, 200, 0)).toEqual([]);
});
