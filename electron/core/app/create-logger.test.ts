import { expect, test } from 'vitest';
import { createLogger, type LogRecord } from './create-logger.ts';

function logged(fields: Record<string, unknown>): LogRecord['fields'] {
  const records: LogRecord[] = [];
  createLogger((record) => records.push(record), () => new Date('2026-11-02T08:00:00.000Z')).info('test.event', fields);
  return records[0]?.fields ?? {};
}

test('values under names of secrets are masked at any depth', () => {
  expect(logged({ password: 'a', credential: { user: 'b' }, input: { list: [{ passphrase: 'c', host: 'h' }] }, fileToken: 'd' })).toEqual({
    password: '***', credential: '***', input: { list: [{ passphrase: '***', host: 'h' }] }, fileToken: '***',
  });
});

test('long texts and deep values are bounded, errors keep their stack', () => {
  const deep = { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } };
  expect(String(logged({ text: 'x'.repeat(5000) })['text']).length).toBe(2001);
  expect(JSON.stringify(logged({ deep }))).toContain('…');
  expect(logged({ error: new TypeError('why') })['error']).toMatchObject({ name: 'TypeError', message: 'why' });
});
