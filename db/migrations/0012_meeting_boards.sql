-- Boards that hold a meeting together with the one it belongs to: the members of all are invited.
CREATE TABLE joint_board (
    meeting TEXT NOT NULL REFERENCES meeting(id),
    board   TEXT NOT NULL REFERENCES board(code),
    PRIMARY KEY (meeting, board)
) STRICT;
CREATE INDEX joint_board_board ON joint_board(board, meeting);

-- Meetings of chosen people (chairs', resolution: protocol 4.5 c and 4.6): they are asked, and no
-- board as a whole.
CREATE TABLE meeting_person (
    meeting TEXT NOT NULL REFERENCES meeting(id),
    person  TEXT NOT NULL REFERENCES person(key),
    PRIMARY KEY (meeting, person)
) STRICT;
CREATE INDEX meeting_person_person ON meeting_person(person);
