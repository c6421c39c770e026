-- The project file, first version. Frozen once released: a change is a new numbered file.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Small documents edited as a whole: catalogue, sizing policy, strategy rules, plan settings.
CREATE TABLE document (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Hash chain: hash = SHA-256(prev_hash, canonical row), written in the transaction of the change it tells of.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are final'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are final'); END;

-- One step per edit of a person; its changes hold each touched row before and after as JSON.
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE TABLE undo_change (
  step_id INTEGER NOT NULL REFERENCES undo_step(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  input TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled', 'interrupted')),
  progress TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  error TEXT,
  result TEXT,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
CREATE TABLE job_event (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX job_event_job ON job_event(job_id);

CREATE TABLE department (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  code TEXT,
  sector TEXT,
  contact TEXT
) STRICT;

CREATE TABLE system (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  department_id TEXT NOT NULL REFERENCES department(id),
  criticality TEXT CHECK (criticality IN ('low', 'medium', 'high', 'vital')),
  environment TEXT CHECK (environment IN ('production', 'staging', 'test', 'development', 'training', 'recovery')),
  protection_level INTEGER CHECK (protection_level BETWEEN 1 AND 5),
  classified INTEGER CHECK (classified IN (0, 1)),
  owner TEXT,
  downtime_hours REAL,
  earliest_cut_over TEXT,
  latest_cut_over TEXT,
  note TEXT,
  UNIQUE (department_id, name)
) STRICT;

CREATE TABLE link_rule (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  system_id TEXT NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  hostname_glob TEXT,
  cidr TEXT,
  tag TEXT
) STRICT;

-- One row per machine: the current value of each field, derived from observations and kept in step with them.
CREATE TABLE server (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  hostname TEXT NOT NULL,
  address TEXT,
  department_id TEXT REFERENCES department(id),
  system_id TEXT REFERENCES system(id) ON DELETE SET NULL,
  -- How the link to the system came about; a link by hand beats every rule.
  link_origin TEXT CHECK (link_origin IN ('hand', 'rule', 'import')),
  kind TEXT NOT NULL DEFAULT 'unknown' CHECK (kind IN ('physical', 'virtual', 'container', 'unknown')),
  technology TEXT,
  os_id TEXT,
  os_name TEXT,
  os_version TEXT,
  kernel TEXT,
  architecture TEXT,
  cpu_model TEXT,
  vcpu_count INTEGER,
  mem_bytes INTEGER,
  disk_bytes INTEGER,
  used_storage_bytes INTEGER,
  cpu_p95_ratio REAL,
  mem_p95_ratio REAL,
  sample_count INTEGER,
  confidence_stars INTEGER,
  package_count INTEGER,
  listener_count INTEGER,
  uptime_seconds REAL,
  environment TEXT,
  note TEXT,
  tag TEXT,
  scan_state TEXT NOT NULL DEFAULT 'never' CHECK (scan_state IN ('scanned', 'partial', 'failed', 'never')),
  last_error_code TEXT,
  last_seen_at TEXT,
  -- JSON list of the fields a person has overridden.
  overridden TEXT NOT NULL DEFAULT '[]',
  machine_id TEXT,
  product_uuid TEXT
) STRICT;
CREATE INDEX server_system ON server(system_id);
CREATE INDEX server_department ON server(department_id);
CREATE INDEX server_machine ON server(machine_id);
CREATE INDEX server_by_address ON server(address);

-- Every address a server is known by; resolves the peers of flows.
CREATE TABLE server_address (
  address TEXT NOT NULL,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  PRIMARY KEY (address, server_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX server_address_server ON server_address(server_id);

CREATE TABLE scan_run (
  id TEXT PRIMARY KEY,
  job_id TEXT REFERENCES job(id),
  kind TEXT NOT NULL CHECK (kind IN ('ssh', 'local', 'sample')),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'finished', 'cancelled', 'interrupted')),
  -- JSON without secrets: policy, concurrency, jump, sudo.
  options TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

CREATE TABLE scan_target (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES scan_run(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  user TEXT,
  name TEXT,
  department_name TEXT,
  tag TEXT,
  jump TEXT,
  identity_file TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'partial', 'failed', 'skipped')),
  attempt INTEGER NOT NULL DEFAULT 0,
  server_id TEXT REFERENCES server(id) ON DELETE SET NULL,
  errors TEXT NOT NULL DEFAULT '[]',
  started_at TEXT,
  finished_at TEXT,
  duration_ms INTEGER
) STRICT;
CREATE INDEX scan_target_run ON scan_target(run_id, state, position);
CREATE INDEX scan_target_server ON scan_target(server_id);

CREATE TABLE host_key (
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  key_type TEXT NOT NULL,
  -- Public key, base64 of the SSH wire form.
  public_key TEXT NOT NULL,
  fingerprint_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('trusted', 'pending', 'changed', 'revoked')),
  origin TEXT NOT NULL CHECK (origin IN ('known-hosts', 'accept-new', 'approved', 'contact')),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (host, port, key_type, fingerprint_sha256)
) STRICT, WITHOUT ROWID;

-- Lockout guard across runs: when a password-type try was made with which account on which host.
CREATE TABLE password_try (
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  user TEXT NOT NULL,
  at TEXT NOT NULL,
  accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
  PRIMARY KEY (host, port, user, at)
) STRICT, WITHOUT ROWID;

-- Raw output of one contact, compressed; every scanned figure opens to it.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  run_id TEXT REFERENCES scan_run(id) ON DELETE SET NULL,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  collected_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  codec TEXT NOT NULL CHECK (codec IN ('gzip')),
  size_bytes INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX evidence_server ON evidence(server_id, collected_at);

-- Append-only: what was seen, by whom, when, from which raw output. value is JSON; JSON null of source `entered` withdraws an override.
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('entered', 'scanned', 'imported', 'inferred')),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  run_id TEXT,
  evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL,
  section TEXT
) STRICT;
CREATE INDEX observation_server ON observation(server_id, field, source, id);

-- The latest facts of a server as gzip JSON (HostFacts without history): lists too long for columns.
CREATE TABLE host_facts (
  server_id TEXT PRIMARY KEY REFERENCES server(id) ON DELETE CASCADE,
  evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL,
  collected_at TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Utilisation history (gzip JSON of UtilisationHistory) and the profile made from it (JSON of ServerProfile).
CREATE TABLE server_utilisation (
  server_id TEXT PRIMARY KEY REFERENCES server(id) ON DELETE CASCADE,
  history BLOB,
  profile TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE flow (
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  direction TEXT NOT NULL CHECK (direction IN ('outbound', 'inbound')),
  transport TEXT NOT NULL CHECK (transport IN ('tcp', 'udp')),
  peer_address TEXT NOT NULL,
  port INTEGER NOT NULL,
  process_name TEXT NOT NULL DEFAULT '',
  connections INTEGER NOT NULL,
  first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  PRIMARY KEY (server_id, direction, transport, peer_address, port, process_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX flow_peer ON flow(peer_address);

CREATE TABLE strategy_override (
  system_id TEXT PRIMARY KEY REFERENCES system(id) ON DELETE CASCADE,
  strategy TEXT NOT NULL CHECK (strategy IN ('rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain')),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- problem and body are gzip JSON of PlanProblem and Plan: a plan can be recomputed and checked later.
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  plan_hash TEXT NOT NULL,
  summary TEXT NOT NULL,
  problem BLOB NOT NULL,
  body BLOB NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT;

CREATE TABLE tracking_entry (
  seq INTEGER PRIMARY KEY,
  system_id TEXT NOT NULL REFERENCES system(id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('planned', 'preparing', 'replicated', 'cut-over', 'stabilising', 'accepted', 'source-retired')),
  on_date TEXT NOT NULL,
  evidence TEXT NOT NULL,
  by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX tracking_entry_system ON tracking_entry(system_id, seq);

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  screen TEXT NOT NULL CHECK (screen IN ('inventory', 'systems')),
  query TEXT NOT NULL
) STRICT, WITHOUT ROWID;
