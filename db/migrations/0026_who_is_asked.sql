-- Who is named for a meeting was asked as one of a board: with the seat there it ends.
ALTER TABLE meeting_person ADD COLUMN board TEXT NOT NULL DEFAULT '';  -- '' = one of the meeting's
UPDATE meeting_person SET board = COALESCE(
    (SELECT g.board FROM date_poll d JOIN date_poll_person g ON g.poll = d.id
     WHERE d.meeting = meeting_person.meeting AND g.person = meeting_person.person), '');
CREATE INDEX date_poll_person_person ON date_poll_person(person);
