-- Whom a seat speaks for and whether it votes; how many votes a board needs; who takes over a
-- rotating office. Rows of their own: most seats have none, and the post says it all.
CREATE TABLE membership_detail (
    membership   TEXT NOT NULL PRIMARY KEY REFERENCES membership(id),
    organisation TEXT NOT NULL,               -- '' = the post's
    standing     TEXT NOT NULL CHECK (standing IN ('', 'votes', 'speaks', 'observes')),
    on_behalf_of TEXT NOT NULL,               -- 'the other district councils'
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE board_quorum (
    board        TEXT NOT NULL PRIMARY KEY REFERENCES board(code),
    votes_needed INTEGER NOT NULL CHECK (votes_needed BETWEEN 0 AND 99)
) STRICT;

-- The seats themselves carry the days; this says that they belong together, and to whom to say so.
CREATE TABLE office_hand_over (
    board       TEXT NOT NULL REFERENCES board(code),
    office      TEXT NOT NULL CHECK (office IN ('chair', 'secretariat')),
    on_day      TEXT NOT NULL,                -- the first day of the new holder
    from_person TEXT NOT NULL REFERENCES person(key),
    to_person   TEXT NOT NULL REFERENCES person(key),
    last_day    TEXT NOT NULL,                -- of the old seat before this was planned, or ''
    PRIMARY KEY (board, office, on_day, from_person)
) STRICT;
CREATE INDEX office_hand_over_day ON office_hand_over(on_day);
