import { z } from 'zod';
import { calendarDateSchema } from '../kernel/calendar-date.ts';
import { credentialIdSchema, departmentIdSchema, fileTokenSchema, scanRunIdSchema, scanTargetIdSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { cryptoClassSchema, cryptoExceptionSchema, hostErrorCodeSchema, hostErrorSchema, hostKeyPolicySchema, hostKeySchema, rejectedLineSchema, runDepartmentSchema, scanDiffKindSchema, scanDiffRowSchema, scanRunSchema, scanSettingsSchema, scanStateSchema, scanSteeringSchema, scanTargetResultSchema, scanTargetSchema } from '../model/scan.ts';
import { sectionNameSchema } from '../model/host-facts.ts';
import { ACCOUNT_NAME, probePlatformSchema } from '../model/probe-platform.ts';
import { command, job, query } from './procedure.ts';
import { emptyInput, pageInput, pageOf } from './paging.ts';
import { jobStarted } from './job.ts';

/** A pasted list, CSV text, CIDR lines or an ssh config; `auto` looks at the text. */
export const targetSourceSchema = z.strictObject({
  format: z.enum(['auto', 'csv', 'list', 'ssh-config']).default('auto'),
  text: z.string().max(8_000_000).optional(),
  file: fileTokenSchema.optional(),
  defaultUser: z.string().max(64).optional(),
  defaultPort: z.number().int().min(1).max(65535).default(22),
});

/**
 * How a run proves who it is. Secrets cross this boundary inwards only: no procedure returns one, none is stored,
 * none appears in a log, a job row or the audit trail.
 */
export const credentialSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), user: z.string().max(64).optional() }),
  z.strictObject({ kind: z.literal('key-file'), user: z.string().max(64).optional(), file: fileTokenSchema, passphrase: z.string().max(1000).optional() }),
  z.strictObject({ kind: z.literal('password'), user: z.string().max(64).optional(), password: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('vault'), user: z.string().max(64).optional(), id: credentialIdSchema }),
]);

const runOptions = {
  credential: credentialSchema,
  hostKeyPolicy: hostKeyPolicySchema.default('ask'),
  concurrency: z.number().int().min(1).max(200).default(16),
  /** New connections a second; left out: two for each host scanned at once, 4 to 40, so that no device takes the scan for an attack. */
  handshakesPerSecond: z.number().int().min(1).max(500).optional(),
  /** Default jump host for targets without their own; several are parted by commas, the first is reached first. */
  jump: z.string().max(2000).optional(),
  useSudo: z.boolean().default(true),
  /** Departments whose hosts wait; once only they are left, the run pauses. */
  heldDepartments: z.array(z.string().max(200)).max(500).default([]),
  /** Scan in the project's quiet hours as well. */
  ignoreQuietHours: z.boolean().default(false),
};

export const preflightStepSchema = z.object({ step: z.enum(['resolve', 'connect', 'host-key', 'authenticate', 'shell', 'privilege', 'probe', 'clock']), state: z.enum(['ok', 'warning', 'failed', 'not-run']), detail: z.record(z.string(), z.union([z.string(), z.number()])) });

/** `commands` are exact argument words with placeholders in braces; columns name the values as the facts do. */
export const probeSheetSchema = z.object({
  platform: probePlatformSchema,
  script: z.string(),
  sha256: z.string(),
  sections: z.array(z.object({
    name: sectionNameSchema, seconds: countSchema, bytes: countSchema, commands: z.array(z.string()), reads: z.array(z.string()),
    /** `lost`: key of `missing` in the i18n namespace `facts`, where an ordinary account may not read it. */
    columns: z.array(z.object({ name: z.string(), type: z.string(), unit: z.string().nullable(), from: z.string(), lost: z.string().nullable() })),
  })),
  /** Sudoers files for the account: the script as root, or single commands; null for Windows. */
  sudoers: z.object({ script: z.string(), commands: z.string() }).nullable(),
});

/** Targets, canary, run, results, host keys. */
export const scanContract = {
  'scan.previewTargets': query({ input: targetSourceSchema, output: z.object({ targets: z.array(scanTargetSchema), rejected: z.array(rejectedLineSchema), duplicates: countSchema, format: z.enum(['csv', 'list', 'ssh-config']), encoding: z.string() }), access: 'open', raises: ['import.unreadable_encoding', 'import.too_large', 'file.unknown_token'] }),
  /** Proves key, sudo, shell and time on one host before any fan-out. */
  'scan.runPreflight': command({ input: z.strictObject({ target: scanTargetSchema, ...runOptions }), output: z.object({ steps: z.array(preflightStepSchema), error: hostErrorSchema.nullable(), hostKey: hostKeySchema.nullable() }), topics: ['scan'], raises: ['scan.target_invalid', 'scan.identity_unreadable', 'scan.identity_passphrase_needed', 'scan.agent_unavailable', 'vault.none', 'vault.locked', 'vault.damaged'] }),
  'scan.start': job({ input: z.strictObject({ targets: z.array(scanTargetSchema).min(1).max(20_000), ...runOptions }), output: jobStarted.extend({ runId: scanRunIdSchema }), topics: ['scan', 'job'], raises: ['scan.no_targets', 'scan.target_invalid', 'scan.identity_unreadable', 'scan.identity_passphrase_needed', 'scan.agent_unavailable', 'vault.none', 'vault.locked', 'vault.damaged'] }),
  /** Goes on with a run that was paused, cancelled or cut off, or tries its failed hosts again (all, one code, or some). Finished hosts are not touched. */
  'scan.resume': job({
    input: z.strictObject({ runId: scanRunIdSchema.optional(), retry: z.strictObject({ codes: z.array(hostErrorCodeSchema).optional(), targetIds: z.array(scanTargetIdSchema).max(20_000).optional() }).optional(), ...runOptions }),
    output: jobStarted.extend({ runId: scanRunIdSchema }), topics: ['scan', 'job'], raises: ['scan.nothing_to_resume', 'scan.target_invalid', 'record.not_found', 'scan.identity_unreadable', 'scan.identity_passphrase_needed', 'scan.agent_unavailable', 'vault.none', 'vault.locked', 'vault.damaged'],
  }),
  'scan.startLocal': job({ input: emptyInput, output: jobStarted.extend({ runId: scanRunIdSchema }), topics: ['scan', 'job'] }),
  /** Starts the embedded sample estate on loopback, registers its city and scans it over real SSH. */
  'scan.startSample': job({ input: z.strictObject({ servers: z.number().int().min(20).max(4717).default(60), seed: countSchema.default(1), concurrency: z.number().int().min(1).max(200).default(32) }), output: jobStarted.extend({ runId: scanRunIdSchema }), topics: ['scan', 'job', 'organisation'] }),
  'scan.listRuns': query({ input: emptyInput, output: z.object({ runs: z.array(scanRunSchema) }), topics: ['scan'] }),
  'scan.getRun': query({ input: z.strictObject({ runId: scanRunIdSchema }), output: z.object({ run: scanRunSchema }), topics: ['scan'], raises: ['record.not_found'] }),
  /** `departmentName`: as the list of targets gave it, null for hosts listed without one; `departmentId`: of the register. */
  'scan.listResults': query({ input: z.strictObject({ runId: scanRunIdSchema, states: z.array(scanStateSchema).optional(), codes: z.array(hostErrorCodeSchema).optional(), departmentId: departmentIdSchema.optional(), departmentName: z.string().max(200).nullable().optional(), text: z.string().max(200).optional(), ...pageInput }), output: pageOf(scanTargetResultSchema), topics: ['scan'], raises: ['record.not_found'] }),
  /** How far each department's part is and what stands in its way. */
  'scan.listRunDepartments': query({ input: z.strictObject({ runId: scanRunIdSchema }), output: z.object({ departments: z.array(runDepartmentSchema) }), topics: ['scan'], raises: ['record.not_found'] }),
  /**
   * What `runId` found otherwise than was known at the end of `fromRunId` (left out: of the run before it; null in the answer: there is none).
   * Load is not compared. `notAsked`: servers known before that the run was not asked for.
   */
  'scan.listDiff': query({
    input: z.strictObject({ runId: scanRunIdSchema, fromRunId: scanRunIdSchema.optional(), kinds: z.array(scanDiffKindSchema).min(1).optional(), ...pageInput }),
    output: pageOf(scanDiffRowSchema).extend({ fromRunId: scanRunIdSchema.nullable(), counts: z.object({ new: countSchema, gone: countSchema, changed: countSchema, unread: countSchema, notAsked: countSchema }) }),
    topics: ['scan', 'inventory'], raises: ['record.not_found', 'request.invalid_input'],
  }),
  'scan.listHostKeys': query({ input: z.strictObject({ states: z.array(hostKeySchema.shape.state).optional(), ...pageInput }), output: pageOf(hostKeySchema), topics: ['scan'] }),
  /** Trusts pending keys exactly as shown; without a `path`, on every way the same key was shown. A changed key must be approved alone, naming its new fingerprint. */
  'scan.approveHostKeys': command({ input: z.strictObject({ keys: z.array(z.strictObject({ host: z.string().max(253), port: z.number().int().min(1).max(65535), fingerprintSha256: z.string().max(100), path: z.string().max(2000).optional() })).min(1).max(20_000), replaceChanged: z.boolean().default(false) }), output: z.object({ approved: countSchema, refused: countSchema }), topics: ['scan'] }),
  'scan.importKnownHosts': command({ input: z.strictObject({ file: fileTokenSchema.optional(), text: z.string().max(8_000_000).optional() }), output: z.object({ imported: countSchema, skipped: countSchema }), topics: ['scan'], raises: ['file.unknown_token'] }),
  /** Changes the pace of a run under way, and which departments wait. Contacts under way are left to end. */
  'scan.steer': command({ input: z.strictObject({ runId: scanRunIdSchema, concurrency: runOptions.concurrency.unwrap().optional(), handshakesPerSecond: runOptions.handshakesPerSecond, heldDepartments: z.array(z.string().max(200)).max(500).optional() }), output: z.object({ steering: scanSteeringSchema }), topics: ['scan'], raises: ['record.not_found'] }),
  /** Null once the run is over. */
  'scan.getSteering': query({ input: z.strictObject({ runId: scanRunIdSchema }), output: z.object({ steering: scanSteeringSchema.nullable() }), topics: ['scan'] }),
  /** The kill switch: every scan of the project ends now, all its connections are cut within a second. */
  'scan.stopAll': command({ input: emptyInput, output: z.object({ stopped: countSchema }), topics: ['scan', 'job'] }),
  'scan.getSettings': query({ input: emptyInput, output: z.object({ settings: scanSettingsSchema }), topics: ['scan', 'project'] }),
  'scan.saveSettings': command({ input: z.strictObject({ settings: scanSettingsSchema }), output: z.object({ settings: scanSettingsSchema }), topics: ['scan', 'project'] }),
  'scan.listCryptoExceptions': query({ input: emptyInput, output: z.object({ exceptions: z.array(cryptoExceptionSchema) }), topics: ['scan', 'project'] }),
  /** Allows outdated algorithms for one host until a day, at most 366 days away; an older exception of the host is replaced. */
  'scan.allowCrypto': command({ input: z.strictObject({ host: z.string().min(1).max(253), port: z.number().int().min(1).max(65535).default(22), allow: z.array(cryptoClassSchema).min(1).max(4), until: calendarDateSchema, reason: z.string().trim().min(3).max(500) }), output: z.object({ exception: cryptoExceptionSchema }), topics: ['scan', 'project'], raises: ['request.invalid_input'] }),
  'scan.removeCryptoException': command({ input: z.strictObject({ host: z.string().min(1).max(253), port: z.number().int().min(1).max(65535).default(22) }), output: z.object({ removed: countSchema }), topics: ['scan', 'project'], raises: ['record.not_found'] }),
  /** The exact script of one kind of system and its SHA-256, what it starts, reads, costs and brings: what a security officer signs. */
  'scan.getScript': query({ input: z.strictObject({ platform: probePlatformSchema.default('linux'), account: z.string().regex(ACCOUNT_NAME).default('landfall') }), output: probeSheetSchema, access: 'open' }),
} as const;
