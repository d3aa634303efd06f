-- Whether a poll found the date of a meeting decides who may know of it.
CREATE INDEX date_poll_meeting ON date_poll(meeting) WHERE meeting <> '';
