-- Themes as appendix C of the protocol has them, each with an address of its own; what the boards
-- answer when they are asked about one.
CREATE TABLE theme_of_boards (
    key            TEXT NOT NULL PRIMARY KEY,         -- 'domestic-abuse', in addresses
    name           TEXT NOT NULL UNIQUE,
    lead_boards    TEXT NOT NULL,                     -- codes of boards or groups, ';' between
    contributors   TEXT NOT NULL,
    approach       TEXT NOT NULL DEFAULT '',
    responsibility TEXT NOT NULL DEFAULT '',
    reporting      TEXT NOT NULL DEFAULT '',
    state          TEXT NOT NULL CHECK (state IN ('raised', 'polled', 'agreed', 'closed')),
    version        INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO theme_of_boards(key, name, lead_boards, contributors, state)
    SELECT 'theme-' || (SELECT COUNT(*) FROM theme AS other WHERE other.name <= theme.name), name,
        lead_boards, contributors, 'agreed' FROM theme;
DROP TABLE theme;
ALTER TABLE theme_of_boards RENAME TO theme;

CREATE TABLE theme_event (
    theme      TEXT NOT NULL REFERENCES theme(key),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (theme, number)
) STRICT;

-- One row for each time the boards are asked.
CREATE TABLE theme_poll (
    theme     TEXT NOT NULL REFERENCES theme(key),
    round     INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    closes_on TEXT NOT NULL,                          -- the last day for answers
    PRIMARY KEY (theme, round)
) STRICT;
CREATE INDEX theme_poll_closes ON theme_poll(closes_on);

CREATE TABLE theme_ask (
    theme       TEXT NOT NULL REFERENCES theme(key),
    round       INTEGER NOT NULL,
    board       TEXT NOT NULL REFERENCES board(code),
    asked_on    TEXT NOT NULL,
    chased_on   TEXT NOT NULL DEFAULT '',
    answer      TEXT NOT NULL DEFAULT ''
                CHECK (answer IN ('', 'relevant', 'not_relevant', 'would_lead')),
    comment     TEXT NOT NULL DEFAULT '',
    answered_at INTEGER NOT NULL DEFAULT 0,
    answered_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (theme, round, board)
) STRICT;
CREATE INDEX theme_ask_board ON theme_ask(board, answer);
