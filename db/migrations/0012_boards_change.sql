-- Boards that get another name, address or successor, and addresses they had before.
CREATE TABLE board_change (
    id        TEXT NOT NULL PRIMARY KEY,
    batch     TEXT NOT NULL,                  -- boards that change in one go: the same
    kind      TEXT NOT NULL CHECK (kind IN ('rename', 'succession')),
    board     TEXT NOT NULL REFERENCES board(code),
    successor TEXT NOT NULL DEFAULT '',       -- board.code, for a succession
    name      TEXT NOT NULL DEFAULT '',       -- the new one, for a rename
    slug      TEXT NOT NULL DEFAULT '',
    meetings  TEXT NOT NULL DEFAULT 'hand_over' CHECK (meetings IN ('hand_over', 'leave')),
    on_day    TEXT NOT NULL,                  -- the first day it holds
    state     TEXT NOT NULL CHECK (state IN ('proposed', 'planned', 'done', 'undone')),
    made_at   INTEGER NOT NULL,
    made_by   TEXT NOT NULL,                  -- person key; '' = an import
    done_at   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX board_change_batch ON board_change(batch);
CREATE INDEX board_change_board ON board_change(board);
CREATE INDEX board_change_planned ON board_change(on_day) WHERE state = 'planned';

CREATE TABLE board_address (
    slug  TEXT NOT NULL PRIMARY KEY,          -- one that the board had
    board TEXT NOT NULL REFERENCES board(code)
) STRICT;

-- What open things of one board are looked for by.
CREATE INDEX circulation_stop_of_board ON circulation_stop(board, state);
CREATE INDEX circulation_of_owner ON circulation(owner);
