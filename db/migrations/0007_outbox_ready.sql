-- An index that began with the state drew the lease away from outbox_ready: each lease read and
-- sorted everything queued. This one serves the totals, for each board and for all, and no lease.
DROP INDEX outbox_state;
CREATE INDEX outbox_board_state ON outbox(board, state);
