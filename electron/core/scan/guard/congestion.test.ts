import { expect, test } from 'vitest';
import { createCongestion, signOf } from './congestion.ts';

function startAll(congestion: ReturnType<typeof createCongestion>, way: string, most = 100): number {
  let started = 0;
  while (started < most && congestion.mayStart(way)) {
    congestion.started(way);
    started += 1;
  }
  return started;
}

test('N12 N13 a way that turns contacts away bears half as many, down to one, and grows back while it answers', () => {
  const congestion = createCongestion();
  expect(startAll(congestion, 'gate', 16)).toBe(16);
  congestion.ended('gate', 'crowded');
  for (let ended = 1; ended < 16; ended += 1) congestion.ended('gate', 'none');
  expect(startAll(congestion, 'gate')).toBe(8);
  for (let ended = 0; ended < 8; ended += 1) congestion.ended('gate', 'crowded');
  expect(startAll(congestion, 'gate')).toBe(1);
  congestion.ended('gate', 'answered');
  expect(startAll(congestion, 'gate')).toBe(2);
});

test('N13 another way is not slowed', () => {
  const congestion = createCongestion();
  startAll(congestion, 'gate', 4);
  for (let ended = 0; ended < 4; ended += 1) congestion.ended('gate', 'crowded');
  expect(startAll(congestion, 'other', 50)).toBe(50);
});

test('N12 which failures are the way\'s', () => {
  expect(signOf(undefined)).toBe('answered');
  expect(signOf({ code: 'SOURCE_PENALISED', params: {} })).toBe('crowded');
  expect(signOf({ code: 'BASTION_FAILED', params: { cause: 'RESET_BEFORE_BANNER' } })).toBe('crowded');
  expect(signOf({ code: 'AUTH_REJECTED', params: {} })).toBe('none');
});
