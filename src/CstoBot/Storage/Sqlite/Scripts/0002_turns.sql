-- What people asked lately, so that a follow-up can be understood.
CREATE TABLE turns (
    id       INTEGER PRIMARY KEY,
    chat_id  INTEGER NOT NULL,
    topic    INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    question TEXT    NOT NULL,
    asked_at INTEGER NOT NULL
);

CREATE INDEX turns_by_conversation ON turns (chat_id, topic, user_id, asked_at);
CREATE INDEX turns_by_age ON turns (asked_at);
