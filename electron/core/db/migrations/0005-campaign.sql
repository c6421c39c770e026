-- plan is JSON of CampaignPlan; it is fixed when the campaign is made, with the servers its filter named then.
CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One server, one span of time. A row left `running` by a process that died is taken up again while its time lasts.
CREATE TABLE campaign_dwell (
  campaign_id TEXT NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  starts_at TEXT NOT NULL,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  ends_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'partial', 'failed', 'missed', 'cancelled')),
  attempt INTEGER NOT NULL DEFAULT 0,
  sample_count INTEGER NOT NULL DEFAULT 0,
  new_flow_count INTEGER NOT NULL DEFAULT 0,
  rejected_count INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  started_at TEXT,
  finished_at TEXT,
  PRIMARY KEY (campaign_id, starts_at, server_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_dwell_state ON campaign_dwell(campaign_id, state, starts_at);
CREATE INDEX campaign_dwell_server ON campaign_dwell(server_id);

-- What one campaign saw of one server on one UTC day: gzip JSON of DayDistribution, all metrics; parts of a day are added into the row.
CREATE TABLE dwell_distribution (
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  campaign_id TEXT NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  body BLOB NOT NULL,
  PRIMARY KEY (server_id, day, campaign_id)
) STRICT, WITHOUT ROWID;

-- Samples by hour of the week (UTC, 0 = Monday 00:00): at most 168 rows for a server and a campaign.
CREATE TABLE dwell_hour (
  campaign_id TEXT NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 167),
  samples INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, server_id, hour)
) STRICT, WITHOUT ROWID;

-- The raw text of a part of a dwell; of each server the newest ones are kept.
CREATE TABLE dwell_evidence (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence(id) ON DELETE CASCADE,
  campaign_id TEXT NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  starts_at TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dwell_evidence_server ON dwell_evidence(server_id, at);

-- gzip JSON of UtilisationHistory, made from all dwell_distribution rows of the server; `history` stays what the host itself kept.
ALTER TABLE server_utilisation ADD COLUMN dwell_history BLOB;
