import { expect, test } from 'vitest';
import { parseCampaignWindow } from './campaign-window.ts';

test('weekdays as a range, a list or none', () => {
  expect(parseCampaignWindow('1-5@09:00-11:00')).toEqual({ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '11:00' });
  expect(parseCampaignWindow('1,3,6-7@14:00-24:00')).toEqual({ weekdays: [1, 3, 6, 7], from: '14:00', to: '24:00' });
  expect(parseCampaignWindow('22:00-23:30')?.weekdays).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each(['', '9-11', '8@09:00-11:00', '5-1@09:00-11:00', '1-5@11:00-09:00', '1-5@09:00-25:00', '1--5@09:00-11:00'])('%j is no window', (text) => {
  expect(parseCampaignWindow(text)).toBeUndefined();
});
