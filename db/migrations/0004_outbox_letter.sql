-- The bytes of a message in a table of their own. A message changes its state four times and its
-- bytes never, and a row is written whole: beside its bytes each change cost 8 kB and more.
CREATE TABLE outbox_letter (
    message INTEGER NOT NULL PRIMARY KEY REFERENCES outbox(id),
    bytes   TEXT NOT NULL                             -- the whole message, 7-bit, CRLF
) STRICT;
INSERT INTO outbox_letter(message, bytes) SELECT id, bytes FROM outbox WHERE bytes <> '';
ALTER TABLE outbox DROP COLUMN bytes;
