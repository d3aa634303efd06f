-- When an item came onto the agenda, so that nobody is told that its paper was overdue before that.
ALTER TABLE agenda_item ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;  -- 0: not recorded
