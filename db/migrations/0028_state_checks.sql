-- What has a few values names them, as the older tables do: the lists are those of workflows/. A
-- table cannot be given a CHECK, so each is made anew with its rows and takes the old one's name;
-- meanwhile nothing watches the references to it (db/migrate.cpp).

CREATE TABLE agenda_request_new (
    id            TEXT NOT NULL PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('information', 'agenda_item', 'joint_meeting')),
    asking_board  TEXT NOT NULL REFERENCES board(code),
    asked_board   TEXT NOT NULL REFERENCES board(code),
    title         TEXT NOT NULL,
    detail        TEXT NOT NULL,
    purpose       TEXT NOT NULL
                  CHECK (purpose IN ('', 'agree', 'consult', 'inform', 'discuss', 'decide',
                      'note')),
    response      TEXT NOT NULL                       -- response required (protocol 4.3)
                  CHECK (response IN ('', 'none', 'note', 'comment', 'decide', 'act',
                      'report_back')),
    consider_by   TEXT NOT NULL,                      -- the asked chair deals with it by this day
    answer_by     TEXT NOT NULL,                      -- the response is wanted by this day
    state         TEXT NOT NULL
                  CHECK (state IN ('sent', 'considering', 'offered', 'returned', 'accepted',
                      'declined', 'escalated', 'answered', 'closed', 'withdrawn')),
    wanted_meeting TEXT NOT NULL DEFAULT '',          -- the meeting the asker has in mind
    meeting       TEXT NOT NULL DEFAULT '',           -- accepted onto, or offered
    offer         TEXT NOT NULL DEFAULT ''            -- workflows::OfferKind, '' = nothing was
                  CHECK (offer IN ('', 'meeting', 'correspondence', 'chairs_meeting')),
    item          TEXT NOT NULL DEFAULT '',           -- agenda_item.id once accepted
    late_reason   TEXT NOT NULL DEFAULT '',
    answer        TEXT NOT NULL DEFAULT '',
    created_at    INTEGER NOT NULL,
    created_by    TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO agenda_request_new SELECT id, kind, asking_board, asked_board, title, detail, purpose,
    response, consider_by, answer_by, state, wanted_meeting, meeting, offer, item, late_reason,
    answer, created_at, created_by, version FROM agenda_request;
DROP TABLE agenda_request;
ALTER TABLE agenda_request_new RENAME TO agenda_request;
CREATE INDEX agenda_request_asking ON agenda_request(asking_board, state);
CREATE INDEX agenda_request_asked ON agenda_request(asked_board, state);
CREATE INDEX agenda_request_state ON agenda_request(state, consider_by);

CREATE TABLE circulation_stop_new (
    id          TEXT NOT NULL PRIMARY KEY,
    circulation TEXT NOT NULL REFERENCES circulation(id),
    board       TEXT NOT NULL REFERENCES board(code),
    state       TEXT NOT NULL
                CHECK (state IN ('planned', 'issued', 'agreed', 'agreed_in_principle',
                    'agreed_with_comments', 'not_agreed', 'consulted', 'noted', 'stale',
                    'assent_asked', 'assented', 'not_assented', 'informed', 'views_stale',
                    'views_informed', 'withdrawn')),
    version_issued TEXT NOT NULL DEFAULT '',
    issued_at   INTEGER NOT NULL DEFAULT 0,
    comments    TEXT NOT NULL DEFAULT '',
    version     INTEGER NOT NULL DEFAULT 1,
    stage       INTEGER NOT NULL DEFAULT 1,
    assent_by   TEXT NOT NULL DEFAULT '',             -- last day for the answer, or ''
    meeting     TEXT REFERENCES meeting(id),          -- NULL: none
    UNIQUE (circulation, board)
) STRICT;
INSERT INTO circulation_stop_new SELECT id, circulation, board, state, version_issued, issued_at,
    comments, version, stage, assent_by, meeting FROM circulation_stop;
DROP TABLE circulation_stop;
ALTER TABLE circulation_stop_new RENAME TO circulation_stop;
CREATE INDEX circulation_stop_of_board ON circulation_stop(board, state);
CREATE INDEX circulation_stop_assent ON circulation_stop(assent_by) WHERE assent_by <> '';
CREATE INDEX circulation_stop_meeting ON circulation_stop(meeting);

CREATE TABLE response_new (
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
    required       TEXT NOT NULL                      -- workflows::ResponseWanted
                   CHECK (required IN ('none', 'note', 'comment', 'decide', 'act', 'report_back')),
    due            TEXT NOT NULL,                     -- ISO day, or ''
    first_due      TEXT NOT NULL,                     -- as it was named
    owner          TEXT NOT NULL DEFAULT '',          -- person key of the post that answers, or ''
    state          TEXT NOT NULL                      -- workflows::ResponseState
                   CHECK (state IN ('named', 'informed', 'due', 'accepted', 'carried_forward',
                       'answered', 'returned', 'sent_back', 'confirmed', 'dropped')),
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
INSERT INTO response_new SELECT id, source_kind, source, source_title, visibility, asking_board,
    owing_board, number, recommendation, required, due, first_due, owner, state, answer, evidence,
    meeting, item, delivered_on, answered_on, settled_on, created_at, created_by, version
    FROM response;
DROP TABLE response;
ALTER TABLE response_new RENAME TO response;
CREATE INDEX response_asking ON response(asking_board, state);
CREATE INDEX response_owing ON response(owing_board, state);
CREATE INDEX response_source ON response(source_kind, source);
CREATE INDEX response_due ON response(state, due);
CREATE INDEX response_owner ON response(owner) WHERE owner <> '';
CREATE INDEX response_item ON response(item) WHERE item <> '';

CREATE TABLE response_arrangement_new (
    id           TEXT NOT NULL PRIMARY KEY,
    asking_board TEXT NOT NULL REFERENCES board(code),
    owing_board  TEXT NOT NULL REFERENCES board(code),
    title        TEXT NOT NULL,                       -- what is owed
    required     TEXT NOT NULL                        -- workflows::ResponseWanted
                 CHECK (required IN ('none', 'note', 'comment', 'decide', 'act', 'report_back')),
    every_months INTEGER NOT NULL CHECK (every_months IN (1, 3, 6, 12)),
    next_due     TEXT NOT NULL,                       -- ISO day of the next one to be raised
    ended_on     TEXT NOT NULL DEFAULT '',            -- ISO day, '' = goes on
    created_at   INTEGER NOT NULL,
    created_by   TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    end_reason   TEXT NOT NULL DEFAULT ''             -- why it ended
) STRICT;
INSERT INTO response_arrangement_new SELECT id, asking_board, owing_board, title, required,
    every_months, next_due, ended_on, created_at, created_by, version, end_reason
    FROM response_arrangement;
DROP TABLE response_arrangement;
ALTER TABLE response_arrangement_new RENAME TO response_arrangement;
CREATE INDEX response_arrangement_due ON response_arrangement(next_due) WHERE ended_on = '';

CREATE TABLE issue_new (
    id            TEXT NOT NULL PRIMARY KEY,
    reference     TEXT NOT NULL UNIQUE,               -- 'I-2018-003'
    kind          TEXT NOT NULL CHECK (kind IN ('boards', 'protocol')),
    raising_board TEXT NOT NULL REFERENCES board(code),
    asked_board   TEXT NOT NULL,                      -- code; '' until a protocol concern names it
    agency        TEXT NOT NULL DEFAULT '',           -- that has the concern about the protocol
    request       TEXT NOT NULL DEFAULT '',           -- agenda_request.id that it came from
    title         TEXT NOT NULL,
    detail        TEXT NOT NULL,
    state         TEXT NOT NULL
                  CHECK (state IN ('with_chair', 'chairs_together', 'resolution_meeting',
                      'senior_officers', 'reopened', 'resolved', 'withdrawn', 'own_chair',
                      'other_chairs', 'board_concern')),
    holder        TEXT NOT NULL,                      -- person key; '' once it is closed
    since         TEXT NOT NULL,                      -- at this step since that day
    next_date     TEXT NOT NULL,                      -- '' once it is closed
    way_forward   TEXT NOT NULL DEFAULT '',
    created_at    INTEGER NOT NULL,
    created_by    TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO issue_new SELECT id, reference, kind, raising_board, asked_board, agency, request,
    title, detail, state, holder, since, next_date, way_forward, created_at, created_by, version
    FROM issue;
DROP TABLE issue;
ALTER TABLE issue_new RENAME TO issue;
CREATE INDEX issue_raising ON issue(raising_board, state);
CREATE INDEX issue_asked ON issue(asked_board, state);
CREATE INDEX issue_holder ON issue(holder) WHERE holder <> '';
CREATE INDEX issue_next ON issue(next_date) WHERE next_date <> '';
CREATE UNIQUE INDEX issue_request ON issue(request) WHERE request <> '';

CREATE TABLE issue_meeting_new (
    issue   TEXT NOT NULL REFERENCES issue(id),
    meeting TEXT NOT NULL REFERENCES meeting(id),
    state   TEXT NOT NULL                             -- the step that the meeting is held for
            CHECK (state IN ('with_chair', 'chairs_together', 'resolution_meeting',
                'senior_officers', 'reopened', 'resolved', 'withdrawn', 'own_chair',
                'other_chairs', 'board_concern')),
    PRIMARY KEY (issue, meeting)
) STRICT;
INSERT INTO issue_meeting_new SELECT issue, meeting, state FROM issue_meeting;
DROP TABLE issue_meeting;
ALTER TABLE issue_meeting_new RENAME TO issue_meeting;
CREATE INDEX issue_meeting_meeting ON issue_meeting(meeting);

CREATE TABLE date_poll_new (
    id          TEXT NOT NULL PRIMARY KEY,
    board       TEXT NOT NULL REFERENCES board(code),
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL                         -- as meeting.kind
                CHECK (kind IN ('meeting', 'workshop', 'joint', 'executive', 'chairs',
                    'resolution')),
    held_in     TEXT NOT NULL                         -- as meeting.held_in
                CHECK (held_in IN ('public', 'private', 'mixed')),
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
INSERT INTO date_poll_new SELECT id, board, title, kind, held_in, starts, ends, place, whole_board,
    closes_on, state, meeting, reason, created_at, created_by, version FROM date_poll;
DROP TABLE date_poll;
ALTER TABLE date_poll_new RENAME TO date_poll;
CREATE INDEX date_poll_board ON date_poll(board, created_at);
CREATE INDEX date_poll_meeting ON date_poll(meeting) WHERE meeting <> '';
