-- What happened to each case, of every kind, in one table: kind and id name the case, '' stands
-- where a column is not used. No foreign key and no CHECK: a case's id belongs to one of seven
-- tables, its states to one of eight lists. `check` reads every row instead (db/case_log.hpp).
CREATE TABLE case_event (
    kind       TEXT NOT NULL,                         -- text of db::CaseKind
    case_id    TEXT NOT NULL,                         -- of a theme its key
    number     INTEGER NOT NULL,                      -- within its case, from 1
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,                         -- person key; 'service' = the program
    on_behalf  TEXT NOT NULL DEFAULT '',              -- words of the office spoken for
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL DEFAULT '',              -- '' for the first
    to_state   TEXT NOT NULL,
    comment    TEXT NOT NULL DEFAULT '',
    holder     TEXT NOT NULL DEFAULT '',              -- person key: who held it then
    due        TEXT NOT NULL DEFAULT '',              -- ISO day: the next date that was set
    meeting    TEXT NOT NULL DEFAULT '',              -- meeting.id after the step
    PRIMARY KEY (kind, case_id, number)
) STRICT;

INSERT INTO case_event(kind, case_id, number, at, actor, on_behalf, event, from_state, to_state,
    comment)
SELECT 'request', request, number, at, actor, on_behalf, event, from_state, to_state, comment
FROM agenda_request_event;
INSERT INTO case_event(kind, case_id, number, at, actor, on_behalf, event, from_state, to_state,
    comment)
SELECT 'response', response, number, at, actor, on_behalf, event, from_state, to_state, comment
FROM response_event;
INSERT INTO case_event(kind, case_id, number, at, actor, on_behalf, event, from_state, to_state,
    comment, holder, due)
SELECT 'issue', issue, number, at, actor, on_behalf, event, from_state, to_state, comment, holder,
    next_date
FROM issue_event;
INSERT INTO case_event(kind, case_id, number, at, actor, on_behalf, event, from_state, to_state,
    comment)
SELECT 'concern', concern, number, at, actor, on_behalf, event, from_state, to_state, comment
FROM concern_event;
INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state, comment,
    meeting)
SELECT 'obligation', obligation, number, at, actor, event, from_state, to_state, comment, meeting
FROM obligation_event;
INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state, comment)
SELECT 'theme', theme, number, at, actor, event, from_state, to_state, comment FROM theme_event;
INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state, comment)
SELECT 'stop', stop, number, at, actor, event, from_state, to_state, comment
FROM circulation_event;
UPDATE case_event SET actor = 'service' WHERE actor = '';

DROP TABLE agenda_request_event;
DROP TABLE response_event;
DROP TABLE issue_event;
DROP TABLE concern_event;
DROP TABLE obligation_event;
DROP TABLE theme_event;
DROP TABLE circulation_event;
