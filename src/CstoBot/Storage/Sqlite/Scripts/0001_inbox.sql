-- Updates as Telegram sent them, stored before they are confirmed. Times are Unix milliseconds.
CREATE TABLE inbox (
    bot_id      INTEGER NOT NULL,
    update_id   INTEGER NOT NULL,
    json        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('pending', 'done', 'parked')),
    tries       INTEGER NOT NULL DEFAULT 0,
    error       TEXT,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (bot_id, update_id)
);

CREATE INDEX inbox_pending ON inbox (bot_id, update_id) WHERE state = 'pending';
CREATE INDEX inbox_by_age ON inbox (received_at);
