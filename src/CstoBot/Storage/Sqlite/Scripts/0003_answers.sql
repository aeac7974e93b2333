-- Answers as they were given: buttons refer to these rows. An id is never used again.
CREATE TABLE answers (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id             INTEGER NOT NULL,
    topic               INTEGER NOT NULL,
    user_id             INTEGER NOT NULL,
    question_message_id INTEGER NOT NULL,
    message_id          INTEGER,
    question            TEXT    NOT NULL,
    language            TEXT    NOT NULL,
    status              TEXT    NOT NULL,
    reason              TEXT,
    text                TEXT    NOT NULL,
    answer              TEXT,
    composer            TEXT,
    corpus_version      TEXT,
    elapsed_ms          REAL    NOT NULL,
    created_at          INTEGER NOT NULL
);

CREATE INDEX answers_by_question ON answers (chat_id, question_message_id);
CREATE INDEX answers_by_age ON answers (created_at);

CREATE TABLE feedback (
    answer_id INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    user_id   INTEGER NOT NULL,
    vote      TEXT    NOT NULL CHECK (vote IN ('up', 'down')),
    voted_at  INTEGER NOT NULL,
    PRIMARY KEY (answer_id, user_id)
);
