-- The yearly return of each board, and the Annual Partnerships Update made of them as it was
-- published.
CREATE TABLE register_return (
    board        TEXT NOT NULL REFERENCES board(code),
    year         INTEGER NOT NULL,
    state        TEXT NOT NULL
        CHECK (state IN ('asked', 'drafted', 'submitted', 'sent_back', 'accepted')),
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
CREATE INDEX register_return_year ON register_return(year, state);

CREATE TABLE annual_update (
    year         INTEGER NOT NULL,
    number       INTEGER NOT NULL,                    -- from 1
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,                       -- person key
    content      TEXT NOT NULL,                       -- JSON, server/partnership_register/annual_update_queries.hpp
    PRIMARY KEY (year, number)
) STRICT;
