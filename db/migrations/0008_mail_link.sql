-- Addresses that letters carry for people without a password: each opens one form about one thing,
-- for one person, until a day. The secret itself is only in the letter.
CREATE TABLE mail_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    kind       TEXT NOT NULL,                         -- row of server/site/links.cpp
    subject    TEXT NOT NULL,                         -- id of the stop, poll, theme, …
    board      TEXT NOT NULL,                         -- code: for whom the person answers, or ''
    person     TEXT NOT NULL REFERENCES person(key),
    created_at INTEGER NOT NULL,
    not_after  INTEGER NOT NULL
) STRICT;
CREATE INDEX mail_link_subject ON mail_link(kind, subject);
CREATE INDEX mail_link_not_after ON mail_link(not_after);
