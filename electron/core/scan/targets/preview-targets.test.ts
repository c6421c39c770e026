import { expect, test } from 'vitest';
import { previewTargets } from './preview-targets.ts';

const preview = (text: string, source: Partial<Parameters<typeof previewTargets>[0]> = {}) => previewTargets({ format: 'auto', defaultPort: 22, ...source }, { text, encoding: 'utf-8' }, '/home/mei');

test('the form is found, defaults are filled in, duplicates counted', () => {
  expect(preview('\ufeffhost,user\n10.0.0.1,\n10.0.0.1,root\n10.0.0.2,', { defaultUser: 'ops', defaultPort: 2222 })).toMatchObject({
    format: 'csv', duplicates: 1, rejected: [], targets: [{ host: '10.0.0.1', port: 2222, user: 'root' }, { host: '10.0.0.2', port: 2222, user: 'ops' }],
  });
});

test('a given form is not doubted', () => {
  expect(preview('host,port\n10.0.0.1,22', { format: 'list' })).toMatchObject({ format: 'list', targets: [{ host: 'host' }, { host: 'port' }, { host: '10.0.0.1', port: 22 }] });
});

test('more than one run can hold is refused', () => {
  const blocks = Array.from({ length: 6 }, (_, index) => `10.${index}.0.0/20`).join('\n');
  expect(() => preview(blocks)).toThrow('import.too_large');
});
