import { expect, test } from 'vitest';
import { parseFilter } from '../../../../../shared/engine/filter/parse-filter.ts';
import { systemFilter } from './system-filter.ts';

test.each(['预算系统', 'a "b", c', 'CORP\\app', '系统:x !y'])('a name cannot become filter grammar: %s', (name) => {
  expect(parseFilter(systemFilter(name))).toEqual({ ok: true, terms: [{ kind: 'contains', negated: false, field: 'systemName', values: [name] }] });
});
