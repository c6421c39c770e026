import { expect, test } from 'vitest';
import { mergeProblems } from './merge-problems.ts';

const cut = { code: 'OUTPUT_TRUNCATED', params: { bytes: 4_194_304 } } as const;
const late = { code: 'CMD_TIMEOUT', params: { sections: 'packages' } } as const;
const sudo = { code: 'SUDO_MISSING', params: { sections: '' } } as const;

test('an endless answer is told as cut only, not as slow beside it', () => {
  expect(mergeProblems([cut], [sudo, late, { code: 'OUTPUT_TRUNCATED', params: { sections: 'history' } }])).toEqual([cut, sudo]);
});

test('a slow section of a whole answer is told', () => {
  expect(mergeProblems([], [sudo, late])).toEqual([sudo, late]);
});
