import { describe, expect, test } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

describe('maskSecrets', () => {
  test.each([
    ['/usr/bin/mysqld --user=mysql --password=hunter2 --port=3306', '/usr/bin/mysqld --user=mysql --password=*** --port=3306'],
    ['mysqldump -uroot -phunter2 db', 'mysqldump -uroot -p*** db'],
    ['java -Djavax.net.ssl.keyStorePassword=hunter2 -Dfile.encoding=UTF-8 -jar app.jar', 'java -Djavax.net.ssl.keyStorePassword=*** -Dfile.encoding=UTF-8 -jar app.jar'],
    ['sshpass -p hunter2 ssh web01', 'sshpass -p *** ssh web01'],
    ['redis-cli -a hunter2 ping', 'redis-cli -a *** ping'],
    ['curl -u admin:hunter2 https://example.org/a', 'curl -u *** https://example.org/a'],
    ['app --token hunter2 --verbose', 'app --token *** --verbose'],
    ['psql postgres://app:hunter2@10.0.0.3:5432/db', 'psql postgres://app:***@10.0.0.3:5432/db'],
    ['app jdbc:mysql://10.0.0.3/db?user=a&password=hunter2&ssl=1', 'app jdbc:mysql://10.0.0.3/db?user=a&password=***&ssl=1'],
    ['env AWS=AKIAIOSFODNN7EXAMPLE run', 'env AWS=*** run'],
    ['s3 AKIAIOSFODNN7EXAMPLE', 's3 ***'],
    ['curl -H Authorization: Bearer hunter2', 'curl -H Authorization: Bearer ***'],
    ['MYSQL_PWD=hunter2 mysql', 'MYSQL_PWD=*** mysql'],
  ])('%s', (line, masked) => {
    expect(maskSecrets(line)).toBe(masked);
  });

  test.each(['nginx: worker process', 'sshd -D -p 2222', '/usr/sbin/keepalived -P -C', 'postgres -D /var/lib/postgresql -p 5432', 'java -jar app.jar --server.port=8080'])('leaves %s alone', (line) => {
    expect(maskSecrets(line)).toBe(line);
  });

  test('H09 is linear: a line of half a megabyte without blanks takes no time', () => {
    const line = `x${'password-'.repeat(60_000)}`;
    const started = performance.now();
    expect(maskSecrets(line)).toBe(line);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
