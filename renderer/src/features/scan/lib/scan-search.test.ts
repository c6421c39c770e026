import { expect, test } from 'vitest';
import { SCAN_URL } from './scan-search.ts';

test('the address of the screen comes back as written, defaults unwritten', () => {
  const raw = { view: 'keys', run: 'run-1', part: 'changes', text: '10.', state: 'failed', code: 'REFUSED', department: '财政局', keyState: 'pending' };
  const read = SCAN_URL.read(raw);
  expect(SCAN_URL.read(SCAN_URL.write(read))).toEqual(read);
  expect(SCAN_URL.write(SCAN_URL.read({}))).toEqual({ view: undefined, run: undefined, part: undefined, text: '', state: undefined, code: undefined, department: undefined, noDepartment: undefined, keyState: undefined });
  const without = { ...read, department: null };
  expect(SCAN_URL.read(SCAN_URL.write(without))).toEqual(without);
  expect(SCAN_URL.read({ view: 'new' }).view).toBe('new');
});

test('what is not known is left out, long text is cut', () => {
  const read = SCAN_URL.read({ view: 'x', state: 'x', code: 'x', keyState: 'x', text: 'a'.repeat(300) });
  expect(read).toMatchObject({ view: 'runs', state: undefined, code: undefined, keyState: undefined });
  expect(read.text).toHaveLength(200);
});
