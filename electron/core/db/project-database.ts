import type { Compilable } from 'kysely';
import type { ProjectSchema } from './schema.ts';
import type { Kysely } from 'kysely';

/** What is told to the audit trail and to the undo list about one change. */
export interface ChangeNote {
  /** Stable key, `feature.verb`, e.g. `inventory.editServers`; its sentence is i18n `audit:<action>`. */
  readonly action: string;
  readonly by: string;
  /** Small, free of secrets: counts, ids, names. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** The open project file. All calls are synchronous; a transaction never spans an await. */
export interface ProjectDatabase {
  readonly path: string;
  readonly mode: 'writable' | 'read-only';
  /** Typed builder, used only to compile; run what it builds with `all`, `first` and `run`. */
  readonly sql: Kysely<ProjectSchema>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** Returns the number of changed rows. Only inside `edit`, `record` or `note`. */
  run(query: Compilable): number;
  /** For hot and analytic statements, prepared once per text. `parameters` are positional. */
  allRaw<Row>(text: string, ...parameters: readonly SqlValue[]): Row[];
  runRaw(text: string, ...parameters: readonly SqlValue[]): number;
  /** An edit by a person: one transaction with its audit row and one undo step. */
  edit<Result>(note: ChangeNote, work: () => Result): Result;
  /** A change that is no edit (facts of a scan, a job's result): one transaction with its audit row, no undo. */
  record<Result>(note: ChangeNote, work: () => Result): Result;
  /** Bookkeeping (job rows, scan progress): one transaction, no audit row. */
  note<Result>(work: () => Result): Result;
  /** One consistent view over several reads. */
  read<Result>(work: () => Result): Result;
}

export type SqlValue = string | number | bigint | Uint8Array | null;
