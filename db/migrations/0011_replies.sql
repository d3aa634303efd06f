-- What people who are invited said of a meeting, and of which date: after a move they are asked
-- again.
CREATE TABLE invitation_reply (
    meeting    TEXT NOT NULL REFERENCES meeting(id),
    person     TEXT NOT NULL REFERENCES person(key),
    attendance TEXT NOT NULL CHECK (attendance IN ('in_person', 'online', 'apologies')),
    deputy     TEXT NOT NULL,
    note       TEXT NOT NULL,
    planned    TEXT NOT NULL,                         -- the date that was answered
    at         INTEGER NOT NULL,
    by         TEXT NOT NULL,                         -- person key: themselves or the secretariat
    PRIMARY KEY (meeting, person)
) STRICT;
