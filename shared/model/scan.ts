import { z } from 'zod';
import { departmentIdSchema, scanRunIdSchema, scanTargetIdSchema, serverIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema, instantSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';
import { evidenceRefSchema } from './provenance.ts';

/**
 * Why a host gave no facts or not all of them. Each has title, cause, who can fix it and the next step in
 * shared/i18n/<language>/hostErrors.json. `note` and `partial` rows still carry facts.
 */
export const HOST_ERROR_CODES = {
  DNS_FAIL: { severity: 'failed', fixer: 'network' },
  UNREACHABLE: { severity: 'failed', fixer: 'network' },
  REFUSED: { severity: 'failed', fixer: 'network' },
  RESET_BEFORE_BANNER: { severity: 'failed', fixer: 'network' },
  NO_BANNER: { severity: 'failed', fixer: 'department' },
  TARPIT: { severity: 'failed', fixer: 'network' },
  NOT_SSH: { severity: 'failed', fixer: 'scanner' },
  SSH1_ONLY: { severity: 'failed', fixer: 'department' },
  PROTOCOL_GARBAGE: { severity: 'failed', fixer: 'department' },
  CRYPTO_LEGACY: { severity: 'failed', fixer: 'department' },
  CRYPTO_NONE_COMMON: { severity: 'failed', fixer: 'department' },
  HOST_REPLACED: { severity: 'failed', fixer: 'scanner' },
  HOSTKEY_UNKNOWN: { severity: 'failed', fixer: 'scanner' },
  HOSTKEY_CHANGED: { severity: 'failed', fixer: 'department' },
  AUTH_REJECTED: { severity: 'failed', fixer: 'department' },
  AUTH_METHOD_NOT_OFFERED: { severity: 'failed', fixer: 'department' },
  AUTH_PASSWORD_EXPIRED: { severity: 'failed', fixer: 'department' },
  AUTH_INTERACTIVE_2FA: { severity: 'failed', fixer: 'department' },
  AUTH_PAUSED_BY_GUARD: { severity: 'failed', fixer: 'scanner' },
  CREDENTIAL_OUT_OF_SCOPE: { severity: 'failed', fixer: 'scanner' },
  SOURCE_PENALISED: { severity: 'failed', fixer: 'scanner' },
  BASTION_LIMIT: { severity: 'failed', fixer: 'network' },
  BASTION_FAILED: { severity: 'failed', fixer: 'network' },
  SHELL_RESTRICTED: { severity: 'failed', fixer: 'department' },
  CONNECTION_LOST: { severity: 'failed', fixer: 'network' },
  PLATFORM_UNSUPPORTED: { severity: 'failed', fixer: 'scanner' },
  CMD_TIMEOUT: { severity: 'partial', fixer: 'department' },
  OUTPUT_TRUNCATED: { severity: 'partial', fixer: 'scanner' },
  SUDO_MISSING: { severity: 'partial', fixer: 'department' },
  CRYPTO_EXCEPTION: { severity: 'note', fixer: 'department' },
  CLOCK_SKEW: { severity: 'note', fixer: 'department' },
  DUPLICATE_HOST: { severity: 'note', fixer: 'scanner' },
  DISK_FULL_LOCAL: { severity: 'failed', fixer: 'scanner' },
  CANCELLED: { severity: 'failed', fixer: 'scanner' },
} as const satisfies Record<string, { severity: 'failed' | 'partial' | 'note'; fixer: 'network' | 'department' | 'scanner' }>;
export type HostErrorCode = keyof typeof HOST_ERROR_CODES;
export const hostErrorCodeSchema = z.enum(Object.keys(HOST_ERROR_CODES) as [HostErrorCode, ...HostErrorCode[]]);

export const hostErrorSchema = z.object({
  code: hostErrorCodeSchema,
  /** Values for the sentence, never secrets: fingerprints, ports, method names, seconds. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type HostError = z.infer<typeof hostErrorSchema>;

export const HOST_KEY_POLICIES = ['strict', 'accept-new', 'ask'] as const;
export const hostKeyPolicySchema = z.enum(HOST_KEY_POLICIES);
export type HostKeyPolicy = z.infer<typeof hostKeyPolicySchema>;

const portSchema = z.number().int().min(1).max(65535);
const userSchema = z.string().min(1).max(64).regex(/^[^\s\0/:]+$/);
const hostSchema = z.string().min(1).max(253).regex(/^[A-Za-z0-9._:%\-\u0080-\uffff]+$/);

/** One place to scan, as listed by the user. */
export const scanTargetSchema = z.object({
  host: hostSchema,
  port: portSchema,
  user: userSchema.nullable(),
  name: z.string().max(253).nullable(),
  departmentName: z.string().max(200).nullable(),
  tag: z.string().max(200).nullable(),
  /** `user@host:port` of the jump host, when one is needed; several are parted by commas, the first is reached first. */
  jump: z.string().max(2000).nullable(),
  /** Key file from ~/.ssh/config for this host, a path on this machine; null: the run's own credential. */
  identityFile: z.string().max(4096).nullable(),
  /** True for an address of a block: where nothing answers there may be no machine. */
  fromBlock: z.boolean().optional(),
});
export type ScanTarget = z.infer<typeof scanTargetSchema>;

/** A line that could not be used, so that the user can mend it. */
export const rejectedLineSchema = z.object({ line: countSchema, text: z.string().max(500), reason: z.enum(['host', 'port', 'user', 'cidrTooLarge', 'duplicate', 'columns', 'jump', 'wildcard']) });

export const scanStateSchema = z.enum(['queued', 'running', 'done', 'partial', 'failed', 'skipped']);

export const scanTargetResultSchema = scanTargetSchema.extend({
  id: scanTargetIdSchema,
  state: scanStateSchema,
  attempt: countSchema,
  serverId: serverIdSchema.nullable(),
  hostname: z.string().nullable(),
  osName: z.string().nullable(),
  errors: z.array(hostErrorSchema),
  departmentId: departmentIdSchema.nullable(),
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  durationMs: countSchema.nullable(),
});
export type ScanTargetResult = z.infer<typeof scanTargetResultSchema>;

export const scanCountsSchema = z.object({
  total: countSchema, queued: countSchema, running: countSchema, done: countSchema, partial: countSchema, failed: countSchema, skipped: countSchema,
});
/** `answers-stopped`: many in a row fell silent after others had answered. `nothing-answers`: none answers that did in an earlier run. */
export const PAUSE_REASONS = ['answers-stopped', 'nothing-answers', 'departments-held'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export const scanRunSchema = z.object({
  id: scanRunIdSchema,
  kind: z.enum(['ssh', 'local', 'sample']),
  state: z.enum(['running', 'paused', 'finished', 'cancelled', 'interrupted']),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  hostKeyPolicy: hostKeyPolicySchema,
  concurrency: countSchema,
  counts: scanCountsSchema,
  /** Why a paused run stopped itself, so that somebody decides: an estate fell silent, or only hosts of held departments are left. */
  pausedBecause: z.enum(PAUSE_REASONS).nullable(),
  /** Failed and partial hosts by code, largest first. */
  errorGroups: z.array(z.object({ code: hostErrorCodeSchema, count: countSchema })),
});
export type ScanRun = z.infer<typeof scanRunSchema>;

/** What one department's part of a run has come to; `departmentName` as the list of targets gave it, null: none. */
export const runDepartmentSchema = z.object({
  departmentName: z.string().nullable(),
  counts: scanCountsSchema,
  /** Failed, partial and left-out hosts by code, largest first. */
  errorGroups: z.array(z.object({ code: hostErrorCodeSchema, count: countSchema })),
});
export type RunDepartment = z.infer<typeof runDepartmentSchema>;

/**
 * What a run found otherwise than was known before. `gone`: it was asked for and did not answer. `unread`: something answered, but it was not
 * read. A server that was not asked for is none of these.
 */
export const SCAN_DIFF_KINDS = ['new', 'gone', 'changed', 'unread'] as const;
export const scanDiffKindSchema = z.enum(SCAN_DIFF_KINDS);
export type ScanDiffKind = z.infer<typeof scanDiffKindSchema>;

const scannedValueSchema = z.union([z.string(), z.number(), z.null()]);

/** One server of a difference between two runs; `changes` only of a changed one, each with the raw text behind both values. */
export const scanDiffRowSchema = z.object({
  kind: scanDiffKindSchema,
  serverId: serverIdSchema,
  hostname: z.string(),
  departmentName: z.string().nullable(),
  /** Why it was not read. */
  code: hostErrorCodeSchema.nullable(),
  /** Of the contact. */
  at: instantSchema,
  changes: z.array(z.object({ field: z.string(), from: scannedValueSchema, to: scannedValueSchema, fromEvidence: evidenceRefSchema.nullable(), toEvidence: evidenceRefSchema.nullable() })),
});
export type ScanDiffRow = z.infer<typeof scanDiffRowSchema>;

export const hostKeySchema = z.object({
  host: z.string(),
  port: portSchema,
  /** The jump hosts it was reached through, `10.0.0.1:22,10.1.0.1:22`; empty: directly; `*`: counts on every way (imported lines). */
  path: z.string(),
  keyType: z.string(),
  fingerprintSha256: z.string(),
  state: z.enum(['trusted', 'pending', 'changed', 'revoked']),
  /** The trusted one, when this key differs from it. */
  previousFingerprintSha256: z.string().nullable(),
  origin: z.enum(['known-hosts', 'accept-new', 'approved', 'contact']),
  by: z.string(),
  at: instantSchema,
});
export type HostKey = z.infer<typeof hostKeySchema>;

/**
 * Outdated SSH algorithms that can be allowed for one host. `sha1`: group 14 and RSA signatures with SHA-1, hmac-sha1. `cbc`: block ciphers
 * in CBC mode. `obsolete`: group 1, DSA keys, hmac-md5. `group-exchange`: computed apart from the core, as its prime takes seconds to check.
 */
export const CRYPTO_CLASSES = ['sha1', 'cbc', 'obsolete', 'group-exchange'] as const;
export const cryptoClassSchema = z.enum(CRYPTO_CLASSES);
export type CryptoClass = z.infer<typeof cryptoClassSchema>;

/** What one host may use beside the safe algorithms, until a day (inclusive, by the clock of the machine that scans). */
export const cryptoExceptionSchema = z.object({
  host: z.string(),
  port: portSchema,
  allow: z.array(cryptoClassSchema).min(1),
  until: calendarDateSchema,
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
  /** True once the day has passed: it is kept for the record and no longer applied. */
  expired: z.boolean(),
});
export type CryptoException = z.infer<typeof cryptoExceptionSchema>;

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Hours in which no contact begins, by the wall clock of the machine that scans; `to` before or at `from` is on the next day. */
export const quietWindowSchema = z.strictObject({
  /** Days on which it begins: 1 Monday … 7 Sunday. */
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: timeOfDaySchema,
  to: timeOfDaySchema,
});
export type QuietWindow = z.infer<typeof quietWindowSchema>;

/** Of the project: how its scans behave. */
export const scanSettingsSchema = z.strictObject({ quietHours: z.array(quietWindowSchema).max(50) });
export type ScanSettings = z.infer<typeof scanSettingsSchema>;

/** How a run that is under way is held and paced right now. */
export const scanSteeringSchema = z.object({
  concurrency: countSchema,
  handshakesPerSecond: countSchema,
  heldDepartments: z.array(z.string()),
  /** When the quiet hours end in which the run waits; null outside of them. */
  quietUntil: instantSchema.nullable(),
});
export type ScanSteering = z.infer<typeof scanSteeringSchema>;
