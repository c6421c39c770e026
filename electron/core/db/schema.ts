import type { DwellState } from '../../../shared/model/campaign.ts';
import type { JobKind, JobState } from '../../../shared/model/job.ts';
import type { Source } from '../../../shared/model/provenance.ts';
import type { Server } from '../../../shared/model/server.ts';
import type { CRITICALITIES, ENVIRONMENTS } from '../../../shared/model/service-system.ts';
import type { Strategy } from '../../../shared/model/strategy.ts';
import type { TrackingState } from '../../../shared/model/tracking.ts';
import { blob, blobOrNull, integer, integerOrNull, oneOf, oneOfOrNull, realOrNull, sequence, text, textOrNull, withDefault } from './column.ts';
import type { RowOf } from './column.ts';

/** The tables of the project file after all migrations; schema.test.ts proves it equals the migrated database. */
export const TABLES = {
  meta: { key: text, value: text },
  document: { key: text, body: text },
  audit: { seq: sequence, at: text, by: text, action: text, summary: text, prev_hash: text, hash: text },
  undo_step: { id: sequence, action: text, at: text, state: oneOf<'done' | 'undone'>() },
  undo_change: { step_id: integer, seq: integer, table_name: text, row_key: text, before: textOrNull, after: textOrNull },
  job: {
    id: text, kind: oneOf<JobKind>(), input: text, state: oneOf<JobState>(), progress: text, attempt: integer, error: textOrNull, result: textOrNull,
    created_at: text, started_at: textOrNull, finished_at: textOrNull,
  },
  job_event: { seq: sequence, job_id: text, at: text, state: oneOf<JobState>(), detail: text },
  department: { id: text, name: text, code: textOrNull, sector: textOrNull, contact: textOrNull },
  system: {
    id: text, name: text, code: textOrNull, department_id: text, criticality: oneOfOrNull<(typeof CRITICALITIES)[number]>(), environment: oneOfOrNull<(typeof ENVIRONMENTS)[number]>(),
    protection_level: integerOrNull, classified: integerOrNull, owner: textOrNull, downtime_hours: realOrNull, earliest_cut_over: textOrNull, latest_cut_over: textOrNull, note: textOrNull,
  },
  link_rule: { id: text, rank: integer, system_id: text, hostname_glob: textOrNull, cidr: textOrNull, tag: textOrNull },
  server: {
    id: text, created_at: text, hostname: text, address: textOrNull, department_id: textOrNull, system_id: textOrNull, link_origin: oneOfOrNull<'hand' | 'rule' | 'import'>(),
    kind: withDefault(oneOf<Server['kind']>()), technology: textOrNull, os_id: textOrNull, os_name: textOrNull, os_version: textOrNull, kernel: textOrNull, architecture: textOrNull,
    cpu_model: textOrNull, vcpu_count: integerOrNull, mem_bytes: integerOrNull, disk_bytes: integerOrNull, used_storage_bytes: integerOrNull, cpu_p95_ratio: realOrNull, mem_p95_ratio: realOrNull,
    sample_count: integerOrNull, confidence_stars: integerOrNull, package_count: integerOrNull, listener_count: integerOrNull, uptime_seconds: realOrNull, environment: textOrNull, note: textOrNull,
    tag: textOrNull, scan_state: withDefault(oneOf<Server['scanState']>()), last_error_code: textOrNull, last_seen_at: textOrNull, overridden: withDefault(text), machine_id: textOrNull, product_uuid: textOrNull,
  },
  server_address: { address: text, server_id: text },
  scan_run: {
    id: text, job_id: textOrNull, kind: oneOf<'ssh' | 'local' | 'sample'>(), state: oneOf<'running' | 'paused' | 'finished' | 'cancelled' | 'interrupted'>(), options: text,
    started_at: text, finished_at: textOrNull,
  },
  scan_target: {
    id: text, run_id: text, position: integer, host: text, port: integer, user: textOrNull, name: textOrNull, department_name: textOrNull, tag: textOrNull, jump: textOrNull, identity_file: textOrNull,
    state: oneOf<'queued' | 'running' | 'done' | 'partial' | 'failed' | 'skipped'>(), attempt: withDefault(integer), server_id: textOrNull, errors: withDefault(text),
    started_at: textOrNull, finished_at: textOrNull, duration_ms: integerOrNull, from_block: withDefault(integer),
  },
  host_key: {
    host: text, port: integer, path: text, key_type: text, public_key: text, fingerprint_sha256: text, state: oneOf<'trusted' | 'pending' | 'changed' | 'revoked'>(),
    origin: oneOf<'known-hosts' | 'accept-new' | 'approved' | 'contact'>(), by: text, at: text,
  },
  crypto_exception: { host: text, port: integer, allow: text, until: text, reason: text, by: text, at: text },
  password_try: { host: text, port: integer, user: text, at: text, accepted: integer },
  evidence: { id: text, run_id: textOrNull, server_id: text, collected_at: text, sha256: text, codec: oneOf<'gzip'>(), size_bytes: integer, body: blob, sighting_id: textOrNull },
  observation: {
    id: sequence, server_id: text, field: text, value: text, source: oneOf<Source>(), by: text, at: text, run_id: textOrNull, evidence_id: textOrNull, section: textOrNull,
  },
  host_facts: { server_id: text, evidence_id: textOrNull, collected_at: text, body: blob, sighting_id: textOrNull },
  server_sighting: {
    id: text, server_id: text, place: text, hostname: text, machine_id: textOrNull, product_uuid: textOrNull, host_key: textOrNull, macs: text, addresses: text, first_at: text, last_at: text,
    run_id: textOrNull, by: text, state: oneOfOrNull<'scanned' | 'partial'>(), error_code: textOrNull, evidence_id: textOrNull, facts: blobOrNull, history: blobOrNull,
  },
  bundle: {
    id: text, collector: text, signer: text, created_at: text, hosts: integer, state: oneOf<'imported' | 'quarantined' | 'refused'>(), reasons: text, at: text, by: text, body_sha256: text,
  },
  bundle_signer: { fingerprint: text, collector: textOrNull, by: text, at: text },
  identity_split: { place: text, other_place: text, by: text, at: text },
  server_utilisation: { server_id: text, history: blobOrNull, profile: text, dwell_history: blobOrNull },
  campaign: { id: text, plan: text, cancelled: withDefault(integer), created_at: text, created_by: text },
  campaign_dwell: {
    campaign_id: text, starts_at: text, server_id: text, ends_at: text, state: withDefault(oneOf<DwellState>()), attempt: withDefault(integer), sample_count: withDefault(integer),
    new_flow_count: withDefault(integer), rejected_count: withDefault(integer), error: textOrNull, started_at: textOrNull, finished_at: textOrNull,
  },
  dwell_distribution: { server_id: text, day: text, campaign_id: text, body: blob },
  dwell_hour: { campaign_id: text, server_id: text, hour: integer, samples: integer },
  dwell_evidence: { evidence_id: text, campaign_id: text, server_id: text, starts_at: text, at: text },
  flow: {
    server_id: text, direction: oneOf<'outbound' | 'inbound'>(), transport: oneOf<'tcp' | 'udp'>(), peer_address: text, port: integer, process_name: withDefault(text), connections: integer,
    first_seen_at: text, last_seen_at: text,
  },
  strategy_override: { system_id: text, strategy: oneOf<Strategy>(), reason: text, by: text, at: text },
  plan: { id: text, revision: integer, name: text, created_at: text, created_by: text, plan_hash: text, summary: text, problem: blob, body: blob, current: integer },
  tracking_entry: { seq: sequence, system_id: text, state: oneOf<TrackingState>(), on_date: text, evidence: text, by: text, recorded_at: text },
  saved_view: { id: text, name: text, screen: oneOf<'inventory' | 'systems'>(), query: text },
} as const;

export type TableName = keyof typeof TABLES;

/** What Kysely is given: the row types of all tables. */
export type ProjectSchema = { [Name in TableName]: RowOf<(typeof TABLES)[Name]> };
