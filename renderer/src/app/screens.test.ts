import { expect, test } from 'vitest';
import { isCurrent, SCREENS } from './screens.ts';

const current = (pathname: string): string[] => SCREENS.filter((screen) => isCurrent(screen, pathname)).map(({ key }) => key);

test('exactly one screen is current on each path', () => {
  expect(current('/')).toEqual(['overview']);
  expect(current('/server/srv-1')).toEqual(['inventory']);
  expect(current('/scan')).toEqual(['scan']);
  expect(current('/scanner')).toEqual([]);
});

test('each jump letter is used once', () => {
  expect(new Set(SCREENS.map(({ jump }) => jump)).size).toBe(SCREENS.length);
});
