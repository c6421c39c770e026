-- 1: one of the addresses of a block; where nothing answers there may be no machine.
ALTER TABLE scan_target ADD COLUMN from_block INTEGER NOT NULL DEFAULT 0 CHECK (from_block IN (0, 1));
