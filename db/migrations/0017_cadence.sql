-- How often a board should meet in a year, where somebody chose it; else it follows from the board.
CREATE TABLE board_cadence (
    board      TEXT NOT NULL PRIMARY KEY REFERENCES board(code),
    meetings   INTEGER NOT NULL CHECK (meetings BETWEEN 0 AND 60),
    in_public  INTEGER NOT NULL CHECK (in_public BETWEEN 0 AND 60),
    joint      INTEGER NOT NULL CHECK (joint BETWEEN 0 AND 60),
    joint_with TEXT NOT NULL DEFAULT ''               -- board.code, or ''
) STRICT;

-- By when a provisional date is to be confirmed, where somebody chose the day; it holds for the date
-- that the meeting had then.
CREATE TABLE meeting_confirm_by (
    meeting    TEXT NOT NULL PRIMARY KEY REFERENCES meeting(id),
    planned    TEXT NOT NULL,                         -- as meeting.planned
    confirm_by TEXT NOT NULL,                         -- '2019-01-08'
    set_at     INTEGER NOT NULL,
    set_by     TEXT NOT NULL                          -- person key
) STRICT;
CREATE INDEX meeting_confirm_by_day ON meeting_confirm_by(confirm_by);
