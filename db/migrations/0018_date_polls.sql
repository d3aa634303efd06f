-- A poll for the date of a meeting, its dates, who is asked and what they answered.
CREATE TABLE date_poll (
    id          TEXT NOT NULL PRIMARY KEY,
    board       TEXT NOT NULL REFERENCES board(code),
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL,                        -- as meeting.kind
    held_in     TEXT NOT NULL,                        -- as meeting.held_in
    starts      TEXT NOT NULL,
    ends        TEXT NOT NULL,
    place       TEXT NOT NULL DEFAULT '',
    whole_board INTEGER NOT NULL CHECK (whole_board IN (0, 1)),
    closes_on   TEXT NOT NULL,                        -- '2018-12-07', the last day for answers
    state       TEXT NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
    meeting     TEXT NOT NULL DEFAULT '',             -- meeting.id that came of it, or ''
    reason      TEXT NOT NULL DEFAULT '',             -- why it was cancelled
    created_at  INTEGER NOT NULL,
    created_by  TEXT NOT NULL,                        -- person key
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX date_poll_board ON date_poll(board, created_at);

CREATE TABLE date_poll_day (
    poll TEXT NOT NULL REFERENCES date_poll(id),
    day  TEXT NOT NULL,
    PRIMARY KEY (poll, day)
) STRICT;

CREATE TABLE date_poll_person (
    poll        TEXT NOT NULL REFERENCES date_poll(id),
    person      TEXT NOT NULL REFERENCES person(key),
    board       TEXT NOT NULL REFERENCES board(code), -- through which they are asked
    letters     INTEGER NOT NULL DEFAULT 0,
    answered_at INTEGER NOT NULL DEFAULT 0,           -- 0 = not yet
    PRIMARY KEY (poll, person)
) STRICT;

CREATE TABLE date_poll_answer (
    poll   TEXT NOT NULL REFERENCES date_poll(id),
    person TEXT NOT NULL REFERENCES person(key),
    day    TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'if_need_be', 'no')),
    PRIMARY KEY (poll, person, day)
) STRICT;
