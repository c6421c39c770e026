-- Equal private addresses behind two jump hosts are two machines: keys are kept by the way they were reached. '' is the
-- direct way, '10.0.0.1:22,10.1.0.1:22' the jump hosts in order, '*' any way (imported lines, and keys kept before ways were).
CREATE TABLE host_key_by_path (
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  path TEXT NOT NULL,
  key_type TEXT NOT NULL,
  -- Public key, base64 of the SSH wire form.
  public_key TEXT NOT NULL,
  fingerprint_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('trusted', 'pending', 'changed', 'revoked')),
  origin TEXT NOT NULL CHECK (origin IN ('known-hosts', 'accept-new', 'approved', 'contact')),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (host, port, path, key_type, fingerprint_sha256)
) STRICT, WITHOUT ROWID;
INSERT INTO host_key_by_path SELECT host, port, '*', key_type, public_key, fingerprint_sha256, state, origin, by, at FROM host_key;
DROP TABLE host_key;
ALTER TABLE host_key_by_path RENAME TO host_key;

-- Outdated algorithms allowed for one host until a day, by whom and why. allow is JSON: names of classes.
CREATE TABLE crypto_exception (
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  allow TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (host, port)
) STRICT, WITHOUT ROWID;
