import type { Database, Statement } from 'better-sqlite3';
import type { SqlValue } from './project-database.ts';

const CAPACITY = 400;

/** Prepares each text once; the least recently used statement goes first when there are too many. */
export function createStatementCache(database: Database): (text: string) => Statement<SqlValue[]> {
  const statements = new Map<string, Statement<SqlValue[]>>();
  return (text) => {
    const known = statements.get(text);
    if (known) {
      statements.delete(text);
      statements.set(text, known);
      return known;
    }
    const statement = database.prepare<SqlValue[]>(text);
    statements.set(text, statement);
    const oldest = statements.size > CAPACITY ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    return statement;
  };
}
