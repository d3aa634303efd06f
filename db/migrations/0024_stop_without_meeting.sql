-- A board that has no meeting can be on a document's way round: its chair is asked in writing.
ALTER TABLE circulation_stop ADD COLUMN at_meeting TEXT REFERENCES meeting(id);  -- NULL: none
UPDATE circulation_stop SET at_meeting = meeting;
DROP INDEX circulation_stop_meeting;
ALTER TABLE circulation_stop DROP COLUMN meeting;
ALTER TABLE circulation_stop RENAME COLUMN at_meeting TO meeting;
CREATE INDEX circulation_stop_meeting ON circulation_stop(meeting);
