-- That the draft minutes of a meeting went round, and when; no row while they are still to come.
CREATE TABLE draft_minutes (
    meeting       TEXT NOT NULL PRIMARY KEY REFERENCES meeting(id),
    circulated_on TEXT NOT NULL,                      -- '2018-11-29'
    recorded_at   INTEGER NOT NULL,
    recorded_by   TEXT NOT NULL                       -- person key
) STRICT;
