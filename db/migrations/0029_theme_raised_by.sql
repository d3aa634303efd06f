-- Who raised a theme may go on with it before a board leads on it. That right stands in the theme:
-- the history says what happened, and gives no right.
ALTER TABLE theme ADD COLUMN raised_by TEXT NOT NULL DEFAULT '';  -- person, '' = import or nobody known
UPDATE theme SET raised_by = COALESCE((SELECT NULLIF(first.actor, 'service')
    FROM case_event AS first
    WHERE first.kind = 'theme' AND first.case_id = theme.key AND first.event = 'raise'
        AND first.number = (SELECT MIN(line.number) FROM case_event AS line
                            WHERE line.kind = 'theme' AND line.case_id = theme.key)), '');
