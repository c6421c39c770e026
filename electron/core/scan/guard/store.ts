import type { ProjectDatabase } from '../../db/index.ts';

interface Account {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** Written before the password leaves, as not accepted: a crash in between counts as a refusal. */
export function savePasswordTry(database: ProjectDatabase, account: Account, at: string): void {
  database.note(() => {
    database.run(database.sql.insertInto('password_try').values({ ...account, at, accepted: 0 }).onConflict((conflict) => conflict.doNothing()));
  });
}

/** Also used when the login never came to a verdict that could count against the account. */
export function markPasswordAccepted(database: ProjectDatabase, account: Account): void {
  database.note(() => {
    database.run(database.sql.updateTable('password_try').set({ accepted: 1 }).where('host', '=', account.host).where('port', '=', account.port).where('user', '=', account.user));
  });
}

/** The latest try that was not accepted; undefined when there is none. */
export function lastPasswordRefusal(database: ProjectDatabase, host: string, port: number, user: string): Date | undefined {
  const row = database.first(database.sql.selectFrom('password_try').select('at').where('host', '=', host).where('port', '=', port).where('user', '=', user).where('accepted', '=', 0).orderBy('at', 'desc').limit(1));
  return row ? new Date(row.at) : undefined;
}
