-- A return that was drafted by a board that became part of another, which has one of its own for
-- that year, is closed and keeps its words.
CREATE TABLE register_return_new (
    board        TEXT NOT NULL REFERENCES board(code),
    year         INTEGER NOT NULL,
    state        TEXT NOT NULL
        CHECK (state IN ('asked', 'drafted', 'submitted', 'sent_back', 'accepted', 'closed')),
    due          TEXT NOT NULL,                       -- ISO day
    focus        TEXT NOT NULL DEFAULT '',
    achievements TEXT NOT NULL DEFAULT '',
    aims         TEXT NOT NULL DEFAULT '',
    challenges   TEXT NOT NULL DEFAULT '',
    governance   TEXT NOT NULL DEFAULT '',
    website      TEXT NOT NULL DEFAULT '',
    completed    TEXT NOT NULL DEFAULT '',            -- ISO day, set by submitting
    last_meeting TEXT NOT NULL DEFAULT '',            -- of the calendar when it was submitted
    next_meeting TEXT NOT NULL DEFAULT '',            -- the same
    comment      TEXT NOT NULL DEFAULT '',            -- why it was sent back
    asked_at     INTEGER NOT NULL,
    asked_by     TEXT NOT NULL,                       -- person key
    submitted_by TEXT NOT NULL DEFAULT '',
    chased_at    INTEGER NOT NULL DEFAULT 0,          -- 0: never
    chases       INTEGER NOT NULL DEFAULT 0,
    version      INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (board, year)
) STRICT;
INSERT INTO register_return_new SELECT board, year, state, due, focus, achievements, aims,
    challenges, governance, website, completed, last_meeting, next_meeting, comment, asked_at,
    asked_by, submitted_by, chased_at, chases, version FROM register_return;
DROP TABLE register_return;
ALTER TABLE register_return_new RENAME TO register_return;
CREATE INDEX register_return_year ON register_return(year, state);
