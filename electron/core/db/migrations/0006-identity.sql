-- One row per set of identity evidence seen at one place: what a server is recognised by, and why two contacts are one machine.
-- place is host, port and jump hosts of a target, or the bundle's collector. macs and addresses are JSON lists of text.
-- facts and history (gzip JSON, as in host_facts and server_utilisation) are kept here while another sighting's are in force.
CREATE TABLE server_sighting (
  id TEXT PRIMARY KEY,
  server_id TEXT NOT NULL REFERENCES server(id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  hostname TEXT NOT NULL,
  machine_id TEXT,
  product_uuid TEXT,
  host_key TEXT,
  macs TEXT NOT NULL,
  addresses TEXT NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  run_id TEXT,
  by TEXT NOT NULL,
  -- How its latest contact ended.
  state TEXT CHECK (state IN ('scanned', 'partial')),
  error_code TEXT,
  evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL,
  facts BLOB,
  history BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX server_sighting_server ON server_sighting(server_id);
CREATE INDEX server_sighting_machine ON server_sighting(machine_id);
CREATE INDEX server_sighting_product ON server_sighting(product_uuid);
CREATE INDEX server_sighting_name ON server_sighting(hostname COLLATE NOCASE);
CREATE INDEX server_sighting_key ON server_sighting(host_key);

-- Two places a person has said are two machines, in order of text: no evidence joins them again.
CREATE TABLE identity_split (
  place TEXT NOT NULL,
  other_place TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (place, other_place)
) STRICT, WITHOUT ROWID;

ALTER TABLE evidence ADD COLUMN sighting_id TEXT;
ALTER TABLE host_facts ADD COLUMN sighting_id TEXT;

INSERT INTO server_sighting (id, server_id, place, hostname, machine_id, product_uuid, macs, addresses, first_at, last_at, by)
  SELECT 'sgt-' || v.id, v.id,
    coalesce((SELECT t.host || ':' || t.port || ' ' || coalesce(t.jump, '') FROM scan_target t WHERE t.server_id = v.id AND t.state IN ('done', 'partial') ORDER BY t.finished_at DESC LIMIT 1), v.id),
    v.hostname, v.machine_id, v.product_uuid, '[]', (SELECT json_group_array(a.address) FROM server_address a WHERE a.server_id = v.id), v.created_at, v.last_seen_at, ''
  FROM server v WHERE v.last_seen_at IS NOT NULL;
UPDATE evidence SET sighting_id = 'sgt-' || server_id WHERE server_id IN (SELECT server_id FROM server_sighting);
UPDATE host_facts SET sighting_id = 'sgt-' || server_id WHERE server_id IN (SELECT server_id FROM server_sighting);

-- Bundles that came: imported, kept out with the reasons (JSON list), or refused by a person. The bundle itself stays a file.
CREATE TABLE bundle (
  id TEXT PRIMARY KEY,
  collector TEXT NOT NULL,
  signer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  hosts INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('imported', 'quarantined', 'refused')),
  reasons TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  body_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose bundles are taken: SHA-256 fingerprint of an Ed25519 key, bound to one collector's name when it is given.
CREATE TABLE bundle_signer (
  fingerprint TEXT PRIMARY KEY,
  collector TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
