-- An answer keeps the board that gave it, though its stop passes to another board.
ALTER TABLE circulation_answer ADD COLUMN board TEXT NOT NULL DEFAULT '';

-- A stop that passed on before was answered by its former board or by this one: nobody knows.
UPDATE circulation_answer SET board =
    COALESCE((SELECT board FROM circulation_stop WHERE id = circulation_answer.stop), '');

-- Questions for written assent that are open, which follow the chair from person to person.
CREATE INDEX circulation_stop_assent ON circulation_stop(assent_by) WHERE assent_by <> '';
