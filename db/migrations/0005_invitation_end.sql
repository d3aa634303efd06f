-- A standing invitation ends on a day, so that an import that still lists it does not renew it.
ALTER TABLE standing_invitation ADD COLUMN to_day TEXT NOT NULL DEFAULT '';  -- last day, '' = still
ALTER TABLE standing_invitation ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
