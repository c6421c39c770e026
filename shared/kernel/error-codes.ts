/** What the CLI's exit code tells a script; see docs/cli.md. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  partial: 3,
  invalidInput: 4,
  locked: 5,
  auth: 6,
  integrity: 7,
  infeasible: 8,
  guard: 9,
  io: 74,
  interrupted: 130,
} as const;

interface ErrorKind {
  readonly httpStatus: number;
  readonly exitCode: number;
  readonly retryable: boolean;
}

const invalid: ErrorKind = { httpStatus: 400, exitCode: EXIT.invalidInput, retryable: false };
const missing: ErrorKind = { httpStatus: 404, exitCode: EXIT.invalidInput, retryable: false };
const conflict: ErrorKind = { httpStatus: 409, exitCode: EXIT.invalidInput, retryable: false };
const locked: ErrorKind = { httpStatus: 423, exitCode: EXIT.locked, retryable: true };
const io: ErrorKind = { httpStatus: 507, exitCode: EXIT.io, retryable: true };
const integrity: ErrorKind = { httpStatus: 422, exitCode: EXIT.integrity, retryable: false };
const unexpected: ErrorKind = { httpStatus: 500, exitCode: EXIT.unexpected, retryable: false };

/**
 * Every error that crosses a boundary. Sentences for them (what, why, what to do) live in
 * shared/i18n/<language>/errors.json under the same key; a test keeps the two sets equal.
 */
export const ERROR_CODES = {
  internal: unexpected,
  'request.unknown_method': { ...missing, exitCode: EXIT.usage },
  'request.invalid_input': invalid,
  'request.cancelled': { httpStatus: 499, exitCode: EXIT.interrupted, retryable: true },
  'request.too_large': { httpStatus: 413, exitCode: EXIT.invalidInput, retryable: false },
  'request.disconnected': { httpStatus: 503, exitCode: EXIT.unexpected, retryable: true },
  'project.not_open': { ...conflict, exitCode: EXIT.usage },
  'project.not_found': missing,
  'project.exists': conflict,
  'project.not_a_project': integrity,
  'project.newer_version': integrity,
  'project.foreign_objects': integrity,
  'project.damaged': integrity,
  'project.audit_broken': integrity,
  'project.locked': locked,
  'project.read_only': locked,
  'project.moved': io,
  'project.network_file_system': io,
  'project.nothing_to_undo': conflict,
  'storage.disk_full': io,
  'storage.io_failed': io,
  'storage.permission_denied': io,
  'storage.sqlite_too_old': unexpected,
  'file.not_found': missing,
  'file.unknown_token': missing,
  'import.unknown_format': invalid,
  'import.unreadable_encoding': invalid,
  'import.too_large': invalid,
  'import.no_rows': invalid,
  'import.missing_column': invalid,
  'import.nothing_valid': invalid,
  'import.archive_unsafe': invalid,
  'record.not_found': missing,
  'record.duplicate_name': conflict,
  'record.in_use': conflict,
  'record.stale': conflict,
  'identity.only_place': conflict,
  'filter.invalid': invalid,
  'scan.no_targets': invalid,
  'scan.target_invalid': invalid,
  'scan.nothing_to_resume': conflict,
  'scan.identity_unreadable': { httpStatus: 400, exitCode: EXIT.auth, retryable: false },
  'scan.identity_passphrase_needed': { httpStatus: 400, exitCode: EXIT.auth, retryable: false },
  'scan.agent_unavailable': { httpStatus: 400, exitCode: EXIT.auth, retryable: false },
  'scan.guard_stopped': { httpStatus: 409, exitCode: EXIT.guard, retryable: false },
  'scan.all_failed': { httpStatus: 422, exitCode: EXIT.partial, retryable: true },
  'campaign.no_servers': invalid,
  'campaign.no_slots': invalid,
  'campaign.too_large': invalid,
  'campaign.over': conflict,
  'campaign.running': conflict,
  'vault.none': { ...missing, exitCode: EXIT.auth },
  'vault.exists': conflict,
  'vault.locked': { ...conflict, exitCode: EXIT.auth },
  'vault.unlock_failed': { httpStatus: 400, exitCode: EXIT.auth, retryable: false },
  'vault.wait': { httpStatus: 429, exitCode: EXIT.auth, retryable: true },
  'vault.damaged': integrity,
  'bundle.unreadable': invalid,
  'bundle.too_large': invalid,
  'bundle.passphrase_needed': { ...invalid, exitCode: EXIT.auth },
  'bundle.passphrase_wrong': { ...invalid, exitCode: EXIT.auth },
  'bundle.quarantined': { ...conflict, exitCode: EXIT.guard },
  'catalogue.invalid': invalid,
  'catalogue.none': conflict,
  'plan.no_systems': conflict,
  'plan.invalid_target': invalid,
  'plan.invalid_settings': invalid,
  'plan.precedence_cycle': invalid,
  'plan.not_found': missing,
  'plan.infeasible': { httpStatus: 422, exitCode: EXIT.infeasible, retryable: false },
  'plan.check_failed': integrity,
  'tracking.invalid_transition': conflict,
  'tracking.evidence_required': invalid,
  'export.target_exists': conflict,
  'export.nothing_to_export': conflict,
  'job.not_found': missing,
  'job.not_resumable': conflict,
  'worker.crashed': { ...unexpected, retryable: true },
  'host.unsupported': { httpStatus: 501, exitCode: EXIT.usage, retryable: false },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_CODES;
