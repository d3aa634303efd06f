-- The county's reminders until a board or the county says otherwise. Working days before the
-- deadline; 0 is the day itself, a negative number so many working days after it.
INSERT INTO reminder_rule(kind, board, days_before, active) VALUES
    ('requests_close',       '',  5, 1),
    ('paper_due',            '',  5, 1),
    ('paper_due',            '',  2, 1),
    ('paper_due',            '',  0, 1),
    ('paper_due',            '', -1, 1),
    ('agenda_due',           '',  2, 1),
    ('agenda_due',           '',  0, 1),
    ('minutes_due',          '',  2, 1),
    ('request_overdue',      '', -1, 1),
    ('circulation_stop_due', '',  5, 1),
    ('circulation_stop_due', '',  1, 1);
