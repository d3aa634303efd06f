-- What boards cannot settle between their chairs, and where it has got to (protocol 4.6, 6.3).
CREATE TABLE issue (
    id            TEXT NOT NULL PRIMARY KEY,
    reference     TEXT NOT NULL UNIQUE,               -- 'I-2018-003'
    kind          TEXT NOT NULL CHECK (kind IN ('boards', 'protocol')),
    raising_board TEXT NOT NULL REFERENCES board(code),
    asked_board   TEXT NOT NULL,                      -- code; '' until a protocol concern names it
    agency        TEXT NOT NULL DEFAULT '',           -- that has the concern about the protocol
    request       TEXT NOT NULL DEFAULT '',           -- agenda_request.id that it came from
    title         TEXT NOT NULL,
    detail        TEXT NOT NULL,
    state         TEXT NOT NULL,
    holder        TEXT NOT NULL,                      -- person key; '' once it is closed
    since         TEXT NOT NULL,                      -- at this step since that day
    next_date     TEXT NOT NULL,                      -- '' once it is closed
    way_forward   TEXT NOT NULL DEFAULT '',
    created_at    INTEGER NOT NULL,
    created_by    TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX issue_raising ON issue(raising_board, state);
CREATE INDEX issue_asked ON issue(asked_board, state);
CREATE INDEX issue_holder ON issue(holder) WHERE holder <> '';
CREATE INDEX issue_next ON issue(next_date) WHERE next_date <> '';
CREATE UNIQUE INDEX issue_request ON issue(request) WHERE request <> '';

CREATE TABLE issue_event (
    issue      TEXT NOT NULL REFERENCES issue(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,                         -- person key
    on_behalf  TEXT NOT NULL,                         -- post spoken for, '' when the chair acts
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    holder     TEXT NOT NULL,
    next_date  TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (issue, number)
) STRICT;

-- Senior officers and the lead member: they read the issue and may record the way forward.
CREATE TABLE issue_person (
    issue  TEXT NOT NULL REFERENCES issue(id),
    person TEXT NOT NULL REFERENCES person(key),
    PRIMARY KEY (issue, person)
) STRICT;
CREATE INDEX issue_person_person ON issue_person(person);

-- The chairs' or resolution meetings that were planned for it.
CREATE TABLE issue_meeting (
    issue   TEXT NOT NULL REFERENCES issue(id),
    meeting TEXT NOT NULL REFERENCES meeting(id),
    state   TEXT NOT NULL,                            -- the step that the meeting is held for
    PRIMARY KEY (issue, meeting)
) STRICT;
CREATE INDEX issue_meeting_meeting ON issue_meeting(meeting);

-- Safeguarding concerns: reference numbers and neutral words only (protocol 4.12 to 4.14, 2.15).
CREATE TABLE concern (
    id                 TEXT NOT NULL PRIMARY KEY,
    reference          TEXT NOT NULL UNIQUE,          -- 'SC-2018-003'
    raising_board      TEXT NOT NULL REFERENCES board(code),
    safeguarding_board TEXT NOT NULL REFERENCES board(code),
    matter             TEXT NOT NULL,
    raised_on          TEXT NOT NULL,                 -- the day of the meeting
    state              TEXT NOT NULL CHECK (state IN ('raised', 'partner_agreed', 'escalated',
                       'acknowledged', 'feedback_given', 'closed', 'withdrawn')),
    partner            TEXT NOT NULL DEFAULT '',      -- person key
    acknowledge_by     TEXT NOT NULL DEFAULT '',      -- '' unless it waits for that
    since              TEXT NOT NULL,
    created_at         INTEGER NOT NULL,
    created_by         TEXT NOT NULL,
    version            INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX concern_raising ON concern(raising_board, state);
CREATE INDEX concern_safeguarding ON concern(safeguarding_board, state);
CREATE INDEX concern_acknowledge ON concern(acknowledge_by) WHERE acknowledge_by <> '';

CREATE TABLE concern_event (
    concern    TEXT NOT NULL REFERENCES concern(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    on_behalf  TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (concern, number)
) STRICT;
