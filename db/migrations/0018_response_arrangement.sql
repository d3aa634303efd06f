-- What the minutes say of a request, as it went back to the board that asked: before that the request
-- is not closed.
CREATE TABLE request_extract (
    request TEXT NOT NULL PRIMARY KEY REFERENCES agenda_request(id),
    extract TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    sent_by TEXT NOT NULL                             -- person key
) STRICT;

-- What one board owes another regularly, tied to no meeting: a quarterly monitoring report, a yearly
-- audit (working arrangements between two boards).
CREATE TABLE response_arrangement (
    id           TEXT NOT NULL PRIMARY KEY,
    asking_board TEXT NOT NULL REFERENCES board(code),
    owing_board  TEXT NOT NULL REFERENCES board(code),
    title        TEXT NOT NULL,                       -- what is owed
    required     TEXT NOT NULL,                       -- workflows::ResponseWanted
    every_months INTEGER NOT NULL CHECK (every_months IN (1, 3, 6, 12)),
    next_due     TEXT NOT NULL,                       -- ISO day of the next one to be raised
    ended_on     TEXT NOT NULL DEFAULT '',            -- ISO day, '' = goes on
    created_at   INTEGER NOT NULL,
    created_by   TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX response_arrangement_due ON response_arrangement(next_due) WHERE ended_on = '';
