-- Documents that go round the boards: their versions, stages of stops, written assent, what each
-- board said to which version, and the day by which a document is to be reviewed.
ALTER TABLE circulation_stop ADD COLUMN stage INTEGER NOT NULL DEFAULT 1;
ALTER TABLE circulation_stop ADD COLUMN assent_by TEXT NOT NULL DEFAULT '';  -- last day, or ''
CREATE INDEX circulation_owner ON circulation(owner);

-- A circulation without rows here has the one version that circulation.version_label names.
CREATE TABLE circulation_version (
    circulation TEXT NOT NULL REFERENCES circulation(id),
    number      INTEGER NOT NULL,
    label       TEXT NOT NULL,
    day         TEXT NOT NULL,
    person      TEXT NOT NULL,                        -- key, or '' for what came with the county
    changed     TEXT NOT NULL,
    material    INTEGER NOT NULL CHECK (material IN (0, 1)),
    PRIMARY KEY (circulation, number),
    UNIQUE (circulation, label)
) STRICT;

-- One row for each outcome, in a meeting or in writing; nothing is overwritten.
CREATE TABLE circulation_answer (
    stop          TEXT NOT NULL REFERENCES circulation_stop(id),
    number        INTEGER NOT NULL,                   -- of its circulation_event
    day           TEXT NOT NULL,
    version_label TEXT NOT NULL,
    outcome       TEXT NOT NULL,
    comments      TEXT NOT NULL,
    person        TEXT NOT NULL,
    standing      INTEGER NOT NULL DEFAULT 1 CHECK (standing IN (0, 1)),  -- 0: taken back
    reply         TEXT NOT NULL DEFAULT '',           -- what the author did with the comments
    version       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (stop, number)
) STRICT;

INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person)
SELECT s.id, e.number, m.planned, s.version_issued, s.state, s.comments, e.actor
FROM circulation_stop s
JOIN meeting m ON m.id = s.meeting
JOIN circulation_event e ON e.stop = s.id
WHERE s.state NOT IN ('planned', 'issued')
  AND e.number = (SELECT MAX(x.number) FROM circulation_event x
                  WHERE x.stop = s.id AND x.to_state = s.state);

CREATE TABLE circulation_review (
    circulation TEXT NOT NULL PRIMARY KEY REFERENCES circulation(id),
    review_by   TEXT NOT NULL,                        -- '' = is not reviewed
    raised      TEXT NOT NULL DEFAULT '',             -- the circulation that reviews it
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX circulation_review_due ON circulation_review(review_by);
CREATE INDEX circulation_review_raised ON circulation_review(raised);
