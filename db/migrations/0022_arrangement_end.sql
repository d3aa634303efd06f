-- Why the board that owed it ended it; empty when the board that received it did.
ALTER TABLE response_arrangement ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
