-- The whole county in one file. Days are ISO text ('2018-11-22'), planned dates a day, a month
-- ('2019-02') or '' (to be confirmed); instants are seconds since 1970 UTC; flags are 0 or 1;
-- state texts are the names in workflows/. `version` rises with each edit a person makes.

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Boards and who sits on them ------------------------------------------------------------------

CREATE TABLE board (
    code              TEXT NOT NULL PRIMARY KEY,      -- 'HWB', as the county's papers print it
    slug              TEXT NOT NULL UNIQUE,           -- 'hwb', in addresses
    name              TEXT NOT NULL,
    parent            TEXT REFERENCES board(code),    -- the board it reports to
    statutory         INTEGER NOT NULL CHECK (statutory IN (0, 1)),
    statute           TEXT NOT NULL,
    meetings_per_year INTEGER NOT NULL CHECK (meetings_per_year BETWEEN 0 AND 60),
    held_in           TEXT NOT NULL CHECK (held_in IN ('public', 'private', 'mixed')),
    chairs            INTEGER NOT NULL CHECK (chairs BETWEEN 1 AND 9),
    succeeded_by      TEXT REFERENCES board(code),
    succeeded_on      TEXT NOT NULL DEFAULT '',
    zone              TEXT NOT NULL DEFAULT 'Europe/London',
    requests_close_days   INTEGER NOT NULL DEFAULT 20,  -- working days before the meeting
    papers_due_days       INTEGER NOT NULL DEFAULT 10,  -- working days before the meeting
    agenda_out_clear_days INTEGER NOT NULL DEFAULT 5,   -- clear days (LGA 1972 s.100B(3))
    minutes_due_days      INTEGER NOT NULL DEFAULT 10,  -- working days after the meeting
    clear_days_profile    TEXT NOT NULL DEFAULT 'va_working'
                          CHECK (clear_days_profile IN ('va_working', 'calendar')),
    place             TEXT NOT NULL DEFAULT '',
    contact           TEXT NOT NULL DEFAULT '',
    website           TEXT NOT NULL DEFAULT '',
    version           INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE board_group (
    name  TEXT NOT NULL,
    board TEXT NOT NULL REFERENCES board(code),
    PRIMARY KEY (name, board)
) STRICT;

-- A person is a post; who holds it and at which mailbox changes over time.
CREATE TABLE person (
    key           TEXT NOT NULL PRIMARY KEY,          -- 'oscb-chair'
    post          TEXT NOT NULL,
    organisation  TEXT NOT NULL,
    holder        TEXT NOT NULL DEFAULT '',           -- name of the present holder, may be unknown
    email         TEXT NOT NULL,
    administrator INTEGER NOT NULL DEFAULT 0 CHECK (administrator IN (0, 1)),
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX person_email ON person(email);

CREATE TABLE person_history (
    person TEXT NOT NULL REFERENCES person(key),
    at     INTEGER NOT NULL,
    holder TEXT NOT NULL,
    email  TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
CREATE INDEX person_history_person ON person_history(person, at);

CREATE TABLE membership (
    id        TEXT NOT NULL PRIMARY KEY,
    board     TEXT NOT NULL REFERENCES board(code),
    person    TEXT NOT NULL REFERENCES person(key),
    role      TEXT NOT NULL CHECK (role IN
              ('chair', 'vice-chair', 'lead-officer', 'secretariat', 'member', 'lead-member')),
    label     TEXT NOT NULL DEFAULT '',               -- shown beside the role
    from_day  TEXT NOT NULL DEFAULT '',               -- '' = since always
    to_day    TEXT NOT NULL DEFAULT '',               -- last day, '' = still
    version   INTEGER NOT NULL DEFAULT 1,
    UNIQUE (board, person, role, from_day)
) STRICT;
CREATE INDEX membership_person ON membership(person, board);

CREATE TABLE standing_invitation (
    board  TEXT NOT NULL REFERENCES board(code),
    person TEXT NOT NULL REFERENCES person(key),
    reason TEXT NOT NULL,
    PRIMARY KEY (board, person)
) STRICT;

-- Days that do not count beside the computed bank holidays of England and Wales.
CREATE TABLE extra_holiday (
    day    TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL
) STRICT;

-- Meetings, agendas, papers ----------------------------------------------------------------------

CREATE TABLE meeting (
    id            TEXT NOT NULL PRIMARY KEY,
    board         TEXT NOT NULL REFERENCES board(code),
    planned       TEXT NOT NULL,                      -- '2018-11-22', '2019-02' or ''
    starts        TEXT NOT NULL DEFAULT '14:00',
    ends          TEXT NOT NULL DEFAULT '16:00',
    time_assumed  INTEGER NOT NULL DEFAULT 0 CHECK (time_assumed IN (0, 1)),
    state         TEXT NOT NULL CHECK (state IN ('provisional', 'confirmed', 'held', 'cancelled')),
    kind          TEXT NOT NULL CHECK (kind IN
                  ('meeting', 'workshop', 'joint', 'executive', 'chairs', 'resolution')),
    held_in       TEXT NOT NULL CHECK (held_in IN ('public', 'private', 'mixed')),
    place         TEXT NOT NULL DEFAULT '',
    joining       TEXT NOT NULL DEFAULT '',           -- for invited people only
    contact       TEXT NOT NULL DEFAULT '',
    cancel_reason TEXT NOT NULL DEFAULT '',
    sequence      INTEGER NOT NULL DEFAULT 0,         -- iCalendar SEQUENCE
    import_key    TEXT NOT NULL DEFAULT '',           -- 'HWB|2018-11-22' as first imported
    published     INTEGER NOT NULL DEFAULT 0,         -- newest agenda version, 0 = none
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX meeting_board ON meeting(board, planned);
CREATE INDEX meeting_planned ON meeting(planned);
CREATE UNIQUE INDEX meeting_import ON meeting(import_key) WHERE import_key <> '';

-- Dates a meeting had before it was moved: they stay visible.
CREATE TABLE meeting_move (
    meeting  TEXT NOT NULL REFERENCES meeting(id),
    at       INTEGER NOT NULL,
    planned  TEXT NOT NULL,                           -- the old date
    starts   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (meeting, at)
) STRICT;
CREATE INDEX meeting_move_planned ON meeting_move(planned);

CREATE TABLE agenda_item (
    id           TEXT NOT NULL PRIMARY KEY,
    meeting      TEXT NOT NULL REFERENCES meeting(id),
    position     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    public_title TEXT NOT NULL DEFAULT '',            -- what the public sees of an exempt item
    purpose      TEXT NOT NULL CHECK (purpose IN
                 ('agree', 'consult', 'inform', 'discuss', 'decide', 'note')),
    summary      TEXT NOT NULL DEFAULT '',
    owner        TEXT NOT NULL DEFAULT '',            -- person key of the author, or ''
    presenter    TEXT NOT NULL DEFAULT '',
    minutes      INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 600),
    visibility   TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'exempt')),
    paper_status TEXT NOT NULL DEFAULT 'expected'
                 CHECK (paper_status IN ('none', 'expected', 'received')),  -- none = verbal item
    request      TEXT NOT NULL DEFAULT '',            -- agenda_request.id, or ''
    struck       INTEGER NOT NULL DEFAULT 0 CHECK (struck IN (0, 1)),  -- withdrawn after publication
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item(meeting, position);
CREATE INDEX agenda_item_owner ON agenda_item(owner) WHERE owner <> '';

CREATE TABLE paper (
    id          TEXT NOT NULL PRIMARY KEY,
    item        TEXT NOT NULL REFERENCES agenda_item(id),
    position    INTEGER NOT NULL,
    title       TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,                        -- papers/ab/cdef… beside this file
    size_bytes  INTEGER NOT NULL,
    pages       INTEGER NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    removed_at  INTEGER NOT NULL DEFAULT 0            -- a published version may still name it
) STRICT;
CREATE INDEX paper_item ON paper(item, position);
CREATE INDEX paper_sha256 ON paper(sha256);

-- What was published, word for word. Never changed.
CREATE TABLE agenda_version (
    meeting      TEXT NOT NULL REFERENCES meeting(id),
    number       INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,
    clear_days   INTEGER NOT NULL,                    -- counted to the meeting
    late_reason  TEXT NOT NULL,                       -- LGA 1972 s.100B(4)(b) when too few
    content      TEXT NOT NULL,                       -- JSON of items and papers
    sha256       TEXT NOT NULL,
    PRIMARY KEY (meeting, number)
) STRICT;
CREATE INDEX agenda_version_published ON agenda_version(published_at);
CREATE TRIGGER agenda_version_fixed BEFORE UPDATE ON agenda_version
BEGIN SELECT RAISE(ABORT, 'a published agenda is never changed'); END;
CREATE TRIGGER agenda_version_kept BEFORE DELETE ON agenda_version
BEGIN SELECT RAISE(ABORT, 'a published agenda is never removed'); END;

CREATE TABLE pack (
    id         TEXT NOT NULL PRIMARY KEY,
    meeting    TEXT NOT NULL REFERENCES meeting(id),
    agenda     INTEGER NOT NULL,                      -- agenda_version.number
    audience   TEXT NOT NULL CHECK (audience IN ('public', 'members', 'exempt')),
    inputs     TEXT NOT NULL,                         -- SHA-256 of all that went in
    sha256     TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    pages      INTEGER NOT NULL,
    built_at   INTEGER NOT NULL,
    UNIQUE (meeting, inputs)
) STRICT;

-- Long work with a page that shows its progress.
CREATE TABLE job (
    id          TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,                        -- id of the meeting, file, …
    variant     TEXT NOT NULL DEFAULT '',             -- which of several: a pack's audience
    board       TEXT NOT NULL DEFAULT '',
    started_by  TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    done        INTEGER NOT NULL DEFAULT 0,
    total       INTEGER NOT NULL DEFAULT 0,
    label       TEXT NOT NULL DEFAULT '',
    result_href TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_open ON job(state) WHERE state IN ('queued', 'running');

-- Between the boards -----------------------------------------------------------------------------

CREATE TABLE agenda_request (
    id            TEXT NOT NULL PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('information', 'agenda_item', 'joint_meeting')),
    asking_board  TEXT NOT NULL REFERENCES board(code),
    asked_board   TEXT NOT NULL REFERENCES board(code),
    title         TEXT NOT NULL,
    detail        TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    response      TEXT NOT NULL,                      -- response required (protocol 4.3)
    consider_by   TEXT NOT NULL,                      -- the asked chair deals with it by this day
    answer_by     TEXT NOT NULL,                      -- the response is wanted by this day
    state         TEXT NOT NULL,
    wanted_meeting TEXT NOT NULL DEFAULT '',          -- the meeting the asker has in mind
    meeting       TEXT NOT NULL DEFAULT '',           -- accepted onto, or offered
    offer         TEXT NOT NULL DEFAULT '',           -- workflows::OfferKind, '' = nothing was
    item          TEXT NOT NULL DEFAULT '',           -- agenda_item.id once accepted
    late_reason   TEXT NOT NULL DEFAULT '',
    answer        TEXT NOT NULL DEFAULT '',
    created_at    INTEGER NOT NULL,
    created_by    TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agenda_request_asking ON agenda_request(asking_board, state);
CREATE INDEX agenda_request_asked ON agenda_request(asked_board, state);
CREATE INDEX agenda_request_state ON agenda_request(state, consider_by);

CREATE TABLE agenda_request_event (
    request    TEXT NOT NULL REFERENCES agenda_request(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,                         -- person key
    on_behalf  TEXT NOT NULL,                         -- post spoken for, '' when the chair acts
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (request, number)
) STRICT;

CREATE TABLE circulation (
    id         TEXT NOT NULL PRIMARY KEY,
    document   TEXT NOT NULL,
    version_label TEXT NOT NULL,                      -- newest: 'draft 6'
    owner      TEXT NOT NULL REFERENCES board(code),
    purpose    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    import_key TEXT NOT NULL DEFAULT '',
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE circulation_stop (
    id          TEXT NOT NULL PRIMARY KEY,
    circulation TEXT NOT NULL REFERENCES circulation(id),
    board       TEXT NOT NULL REFERENCES board(code),
    meeting     TEXT NOT NULL REFERENCES meeting(id),
    state       TEXT NOT NULL,
    version_issued TEXT NOT NULL DEFAULT '',
    issued_at   INTEGER NOT NULL DEFAULT 0,
    comments    TEXT NOT NULL DEFAULT '',
    version     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (circulation, board)
) STRICT;
CREATE INDEX circulation_stop_meeting ON circulation_stop(meeting);

CREATE TABLE circulation_event (
    stop       TEXT NOT NULL REFERENCES circulation_stop(id),
    number     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL,
    PRIMARY KEY (stop, number)
) STRICT;

CREATE TABLE timetable_cell (
    report         TEXT NOT NULL,
    board_or_group TEXT NOT NULL,
    purpose        TEXT NOT NULL CHECK (purpose IN ('agree', 'consult', 'inform')),
    season         TEXT NOT NULL CHECK (season IN ('spring', 'summer', 'autumn', 'winter')),
    PRIMARY KEY (report, board_or_group, purpose)
) STRICT;

CREATE TABLE register_record (
    board              TEXT NOT NULL PRIMARY KEY REFERENCES board(code),
    date_of_completion TEXT NOT NULL,
    last_meeting       TEXT NOT NULL,
    next_meeting       TEXT NOT NULL,
    lead_member        TEXT NOT NULL,
    lead_officer       TEXT NOT NULL,
    website            TEXT NOT NULL
) STRICT;

CREATE TABLE theme (
    name         TEXT NOT NULL PRIMARY KEY,
    lead_boards  TEXT NOT NULL,                       -- codes separated by ';'
    contributors TEXT NOT NULL
) STRICT;

-- Mail -------------------------------------------------------------------------------------------

-- How many working days before which deadline a reminder goes, per board; '' = county default.
CREATE TABLE reminder_rule (
    kind        TEXT NOT NULL,
    board       TEXT NOT NULL,
    days_before INTEGER NOT NULL,                     -- working days; negative = after
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (kind, board, days_before)
) STRICT;

-- One row for each reminder that was decided, so that none is decided twice.
CREATE TABLE reminder_fired (
    key TEXT NOT NULL PRIMARY KEY,                    -- 'paper_due|item|person|2018-11-01|5'
    at  INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
    id          INTEGER NOT NULL PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,                 -- class:subject:revision:person
    batch       TEXT NOT NULL,                        -- rows of one mail-out
    class       TEXT NOT NULL CHECK (class IN
                ('statutory', 'invite', 'account', 'reminder', 'notice')),
    template    TEXT NOT NULL,
    board       TEXT NOT NULL,
    subject_id  TEXT NOT NULL,                        -- meeting, request, … it is about
    person      TEXT NOT NULL,
    sender      TEXT NOT NULL,                        -- envelope
    recipient   TEXT NOT NULL,                        -- envelope
    subject     TEXT NOT NULL,
    message_id  TEXT NOT NULL,
    bytes       TEXT NOT NULL,                        -- the whole message, 7-bit, CRLF
    state       TEXT NOT NULL CHECK (state IN ('held', 'queued', 'leased', 'deferred', 'accepted',
                'in_doubt', 'failed', 'expired', 'cancelled')),
    next_at     INTEGER NOT NULL,                     -- due then; never: 253402300799
    not_after   INTEGER NOT NULL,                     -- of no use later
    attempts    INTEGER NOT NULL DEFAULT 0,
    doubts      INTEGER NOT NULL DEFAULT 0,           -- final dot sent, no reply seen
    lease_owner TEXT NOT NULL DEFAULT '',
    lease_until INTEGER NOT NULL DEFAULT 0,
    fence       INTEGER NOT NULL DEFAULT 0,
    eod_marked  INTEGER NOT NULL DEFAULT 0 CHECK (eod_marked IN (0, 1)),
    reply_code  INTEGER NOT NULL DEFAULT 0,
    reply       TEXT NOT NULL DEFAULT '',             -- the relay's words, or ours about it
    remote_id   TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    created_by  TEXT NOT NULL DEFAULT '',
    finished_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_ready ON outbox(next_at, id) WHERE state IN ('queued', 'deferred', 'in_doubt');
CREATE INDEX outbox_leased ON outbox(lease_until) WHERE state = 'leased';
CREATE INDEX outbox_state ON outbox(state, id);
CREATE INDEX outbox_board ON outbox(board, id);
CREATE INDEX outbox_batch ON outbox(batch, id);
CREATE INDEX outbox_subject ON outbox(subject_id, id);
CREATE INDEX outbox_person ON outbox(person, id);

CREATE TABLE outbox_event (
    outbox INTEGER NOT NULL REFERENCES outbox(id),
    at     INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_event_outbox ON outbox_event(outbox);

-- Identity, idempotency, evidence ------------------------------------------------------------------

CREATE TABLE sign_in_code (
    id         TEXT NOT NULL PRIMARY KEY,             -- in the browser's pre-session cookie, hashed
    email      TEXT NOT NULL,
    client     TEXT NOT NULL,                         -- network address of who asked, IPv6 as /64
    code_hash  TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    not_after  INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    used_at    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sign_in_code_email ON sign_in_code(email, created_at);
CREATE INDEX sign_in_code_client ON sign_in_code(client, created_at);
CREATE INDEX sign_in_code_created ON sign_in_code(created_at);

CREATE TABLE sign_in_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES person(key),
    not_after  INTEGER NOT NULL,
    used_at    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sign_in_link_not_after ON sign_in_link(not_after);

CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES person(key),
    created_at INTEGER NOT NULL,
    not_after  INTEGER NOT NULL,                      -- absolute
    idle_seconds_max INTEGER NOT NULL,
    csrf       TEXT NOT NULL
) STRICT;
CREATE INDEX session_person ON session(person);
CREATE INDEX session_not_after ON session(not_after);

-- What each form token was answered with; the same token again gets the same answer.
CREATE TABLE submission (
    token     TEXT NOT NULL PRIMARY KEY,
    person    TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    location  TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX submission_at ON submission(at);

-- Append-only, each row's hash over the row before.
CREATE TABLE audit (
    seq       INTEGER NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    on_behalf TEXT NOT NULL,
    action    TEXT NOT NULL,
    resource  TEXT NOT NULL,
    board     TEXT NOT NULL,
    detail    TEXT NOT NULL,
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_resource ON audit(resource, seq);
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- Who read what that is not public, and when a session was last used.
CREATE TABLE access_log (
    at       INTEGER NOT NULL,
    person   TEXT NOT NULL,
    session  TEXT NOT NULL,                           -- session.token_hash
    resource TEXT NOT NULL
) STRICT;
CREATE INDEX access_log_session ON access_log(session, at);
