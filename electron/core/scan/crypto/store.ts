import { z } from 'zod';
import { calendarDateSchema } from '../../../../shared/kernel/calendar-date.ts';
import { cryptoClassSchema, type CryptoException } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';

export type StoredException = Omit<CryptoException, 'expired'>;
const storedClasses = z.array(cryptoClassSchema);

export function loadExceptions(database: ProjectDatabase): StoredException[] {
  const rows = database.all(database.sql.selectFrom('crypto_exception').selectAll().orderBy('host').orderBy('port'));
  return rows.map((row) => ({ ...row, allow: storedClasses.parse(JSON.parse(row.allow)), until: calendarDateSchema.parse(row.until) }));
}

/** Only inside a transaction. */
export function putException(database: ProjectDatabase, { host, port, allow, until, reason, by, at }: StoredException): void {
  const row = { allow: JSON.stringify(allow), until, reason, by, at };
  database.run(database.sql.insertInto('crypto_exception').values({ host, port, ...row }).onConflict((conflict) => conflict.columns(['host', 'port']).doUpdateSet(row)));
}

/** Only inside a transaction. Returns the number of exceptions removed. */
export function dropException(database: ProjectDatabase, host: string, port: number): number {
  return database.run(database.sql.deleteFrom('crypto_exception').where('host', '=', host).where('port', '=', port));
}
