-- The yearly timetable come to life: one row for each report to one board in a year, from its first
-- step on; before that it follows from timetable_cell. What is not said here is the program's
-- default (workflows/timetable/seasons.hpp, workflows/timetable/timetable_sources.hpp).
CREATE TABLE obligation (
    id            TEXT NOT NULL PRIMARY KEY,
    year          INTEGER NOT NULL,
    report        TEXT NOT NULL,
    board         TEXT NOT NULL REFERENCES board(code),
    purpose       TEXT NOT NULL CHECK (purpose IN ('agree', 'consult', 'inform')),
    season        TEXT NOT NULL CHECK (season IN ('spring', 'summer', 'autumn', 'winter')),
    state         TEXT NOT NULL CHECK (state IN
                  ('expected', 'slotted', 'prepared', 'delivered', 'agreed', 'consulted', 'informed',
                   'response_due', 'responded', 'waived', 'missed')),
    meeting       TEXT NOT NULL DEFAULT '',           -- meeting.id, or ''
    item          TEXT NOT NULL DEFAULT '',           -- agenda_item.id, or ''
    version_label TEXT NOT NULL DEFAULT '',           -- that the board got
    respond_by    TEXT NOT NULL DEFAULT '',           -- ISO day, or ''
    created_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1,
    UNIQUE (year, report, board, purpose)
) STRICT;
CREATE INDEX obligation_board ON obligation(board, state);
CREATE INDEX obligation_meeting ON obligation(meeting) WHERE meeting <> '';
CREATE INDEX obligation_item ON obligation(item) WHERE item <> '';

CREATE TABLE obligation_event (
    obligation TEXT NOT NULL REFERENCES obligation(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,                         -- person key, '' = the program
    event      TEXT NOT NULL,                         -- workflows/timetable/obligation.hpp, or 'hand_over'
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    meeting    TEXT NOT NULL,                         -- meeting.id after the step, or ''
    comment    TEXT NOT NULL,
    PRIMARY KEY (obligation, number)
) STRICT;

-- Whose report it is; '' = as the timetable's cells say, and the lead officer of that board.
CREATE TABLE timetable_report (
    report  TEXT NOT NULL PRIMARY KEY,
    owner   TEXT NOT NULL DEFAULT '',                 -- board.code
    author  TEXT NOT NULL DEFAULT '',                 -- person.key
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE timetable_season (
    season      TEXT NOT NULL PRIMARY KEY CHECK (season IN ('spring', 'summer', 'autumn', 'winter')),
    first_month INTEGER NOT NULL CHECK (first_month BETWEEN 1 AND 12),
    last_month  INTEGER NOT NULL CHECK (last_month BETWEEN 1 AND 12)
) STRICT;

CREATE TABLE report_order (
    report      TEXT NOT NULL,
    first_board TEXT NOT NULL,
    then_board  TEXT NOT NULL,
    source      TEXT NOT NULL,
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),  -- 0: a default that does not hold here
    PRIMARY KEY (report, first_board, then_board)
) STRICT;

-- Where sources contradict each other; a settled one stays, with the reason.
CREATE TABLE timetable_contradiction (
    key        TEXT NOT NULL PRIMARY KEY,
    report     TEXT NOT NULL,
    words      TEXT NOT NULL,
    settled_at INTEGER NOT NULL DEFAULT 0,            -- 0: open
    settled_by TEXT NOT NULL DEFAULT '',              -- person.key
    reason     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE timetable_contradiction_source (
    contradiction TEXT NOT NULL REFERENCES timetable_contradiction(key),
    position      INTEGER NOT NULL,
    clause        TEXT NOT NULL,
    says          TEXT NOT NULL,
    PRIMARY KEY (contradiction, position)
) STRICT;
