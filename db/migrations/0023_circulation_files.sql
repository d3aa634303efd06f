-- The PDF of each version of a document that goes round the boards, in the document store.
ALTER TABLE circulation_version ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE circulation_version ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';  -- '' = it is not here
ALTER TABLE circulation_version ADD COLUMN size_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE circulation_version ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
