import { describe, expect, test } from 'vitest';
import { hostFactsSchema } from '../../../shared/model/host-facts.ts';
import databases from '../fixtures/debian-12-mariadb-redis-sudo/capture.txt?raw';
import postgresql from '../fixtures/debian-13-postgresql-root/capture.txt?raw';
import windows from '../fixtures/windows/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:40:02.000Z' };
const CAPTURES = [['PostgreSQL', postgresql], ['MariaDB and Redis', databases]] as const;

describe('software of real captures', () => {
  test('products, versions, data', () => {
    expect(parseProbe(postgresql, options).facts.software).toEqual([expect.objectContaining({ product: 'postgresql', version: '17.12', state: 'running', confidence: 0.9, ports: [5432], user: 'postgres', dataPaths: ['/var/lib/postgresql/17/main'], dataBytesIsUpperBound: false })]);
    expect(parseProbe(databases, options).facts.software).toEqual([
      expect.objectContaining({ product: 'mariadb', version: '10.11.18', ports: [3306], dataPaths: ['/var/lib/mysql'] }), expect.objectContaining({ product: 'redis', version: '7.0.15', ports: [6379], dataPaths: ['/var/lib/redis'] }),
    ]);
  });

  test('H23 on Windows by its processes (from documentation, not from a machine); none of an answer that was cut', () => {
    expect(parseProbe(windows, options).facts.software?.map(({ product, ports }) => [product, ports])).toEqual([['sql-server', [1433]], ['iis', []]]);
    expect(parseProbe(windows.slice(0, windows.lastIndexOf('END')), options).facts.software).toBeUndefined();
  });

  test.each(CAPTURES)('H10 %s: a text cut at any byte never yields another fact', (_label, text) => {
    const whole = parseProbe(text, options).facts;
    expect(hostFactsSchema.parse(whole)).toEqual(whole);
    for (let end = 0; end < text.length; end += 1) {
      const { software, containers, certificates, clusters, history } = parseProbe(text.slice(0, end), options).facts;
      for (const [found, expected] of [[software, whole.software], [containers, whole.containers], [certificates, whole.certificates], [clusters, whole.clusters], [history, whole.history]]) if (found !== undefined) expect(found).toEqual(expected);
    }
  });
});
