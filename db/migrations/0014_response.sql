-- What boards owe each other after a paper was delivered: the response required of each receiving
-- board, what was answered, and where the answer went (joint working protocol 4.3, 4.7).
CREATE TABLE response (
    id             TEXT NOT NULL PRIMARY KEY,
    source_kind    TEXT NOT NULL CHECK (source_kind IN
                   ('item', 'obligation', 'circulation', 'request', 'arrangement')),
    source         TEXT NOT NULL,                     -- id of that kind of thing
    source_title   TEXT NOT NULL,                     -- as both boards may read it
    visibility     TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'exempt')),
    asking_board   TEXT NOT NULL REFERENCES board(code),
    owing_board    TEXT NOT NULL REFERENCES board(code),
    number         INTEGER NOT NULL,                  -- of the recommendation in its source, from 1
    recommendation TEXT NOT NULL,
    required       TEXT NOT NULL,                     -- workflows::ResponseWanted
    due            TEXT NOT NULL,                     -- ISO day, or ''
    first_due      TEXT NOT NULL,                     -- as it was named
    owner          TEXT NOT NULL DEFAULT '',          -- person key of the post that answers, or ''
    state          TEXT NOT NULL,                     -- workflows::ResponseState
    answer         TEXT NOT NULL DEFAULT '',
    evidence       TEXT NOT NULL DEFAULT '',          -- a paper, or its address
    meeting        TEXT NOT NULL DEFAULT '',          -- where the answer was placed
    item           TEXT NOT NULL DEFAULT '',          -- agenda_item.id there
    delivered_on   TEXT NOT NULL DEFAULT '',          -- ISO days in the county
    answered_on    TEXT NOT NULL DEFAULT '',
    settled_on     TEXT NOT NULL DEFAULT '',
    created_at     INTEGER NOT NULL,
    created_by     TEXT NOT NULL,
    version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX response_asking ON response(asking_board, state);
CREATE INDEX response_owing ON response(owing_board, state);
CREATE INDEX response_source ON response(source_kind, source);
CREATE INDEX response_due ON response(state, due);
CREATE INDEX response_owner ON response(owner) WHERE owner <> '';
CREATE INDEX response_item ON response(item) WHERE item <> '';

CREATE TABLE response_event (
    response   TEXT NOT NULL REFERENCES response(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,                         -- person key; '' = the program
    on_behalf  TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (response, number)
) STRICT;
