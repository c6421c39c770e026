import { describe, expect, it } from 'vitest';
import { awkNumber } from './awk-number.ts';

describe('awkNumber', () => {
  // Right-hand sides printed by mawk 1.3.4 with %.5g.
  it.each([[0, '0'], [1, '1'], [0.123456, '0.12346'], [12345.6, '12346'], [123456, '1.2346e+05'], [99999.9, '1e+05'], [0.00001234, '1.234e-05'], [0.0001, '0.0001'], [1e10, '1e+10'], [0.0000999999, '0.0001'], [99999.4, '99999']])('%d is %s', (value, text) => {
    expect(awkNumber(value, 5)).toBe(text);
  });
});
