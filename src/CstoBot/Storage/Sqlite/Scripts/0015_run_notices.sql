-- Messages that tell admins how a change of the corpus goes. One that is open when the bot starts was interrupted. Times are Unix milliseconds.
CREATE TABLE run_notices (
    id         INTEGER PRIMARY KEY,
    bot_id     INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    topic      INTEGER NOT NULL,
    is_group   INTEGER NOT NULL,
    language   TEXT    NOT NULL,
    -- NULL until it has arrived.
    message_id INTEGER,
    -- What is audited when the change ends; NULL for whoever joined one that somebody else began.
    user_id    INTEGER,
    action     TEXT,
    target     TEXT,
    is_open    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
);

CREATE INDEX run_notices_open ON run_notices (bot_id) WHERE is_open = 1;
