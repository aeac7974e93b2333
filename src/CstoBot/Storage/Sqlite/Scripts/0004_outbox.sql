-- Messages to be sent, written with what caused them and removed when Telegram has taken them.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    bot_id     INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    message    TEXT    NOT NULL,
    -- 'under way': a call was begun, and its end is not known.
    state      TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'under way', 'given up')),
    -- The newest message of the chat that was known when the call was begun: this one has a higher id.
    after_id   INTEGER,
    error      TEXT,
    created_at INTEGER NOT NULL
);

CREATE INDEX outbox_open ON outbox (bot_id, id) WHERE state <> 'given up';
CREATE INDEX outbox_by_age ON outbox (created_at);

-- The newest message of the bot in each chat.
CREATE TABLE chats (
    bot_id          INTEGER NOT NULL,
    chat_id         INTEGER NOT NULL,
    last_message_id INTEGER NOT NULL,
    PRIMARY KEY (bot_id, chat_id)
) WITHOUT ROWID;

-- What answers say; many questions get the same answer.
CREATE TABLE answer_contents (
    id   INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL
);

INSERT INTO answer_contents (hash, json) SELECT 'until 0004: ' || min(id), answer FROM answers WHERE answer IS NOT NULL GROUP BY answer;

ALTER TABLE answers ADD COLUMN content_id INTEGER REFERENCES answer_contents (id);
ALTER TABLE answers ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
-- The question was edited, and a later answer stands in this one's place.
ALTER TABLE answers ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
UPDATE answers SET content_id = (SELECT id FROM answer_contents WHERE json = answers.answer) WHERE answer IS NOT NULL;
ALTER TABLE answers DROP COLUMN answer;

CREATE INDEX answers_by_content ON answers (content_id);
CREATE INDEX answers_by_conversation ON answers (chat_id, topic, user_id, created_at);

-- The messages that carry an answer, part by part.
CREATE TABLE answer_messages (
    answer_id  INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    part       INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (answer_id, part)
) WITHOUT ROWID;

INSERT INTO answer_messages (answer_id, part, message_id) SELECT id, 0, message_id FROM answers WHERE message_id IS NOT NULL;
ALTER TABLE answers DROP COLUMN message_id;

-- The questions of a conversation are those of its answers.
DROP TABLE turns;
