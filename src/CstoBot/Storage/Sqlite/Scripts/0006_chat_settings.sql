-- What was chosen for a chat: by the person in a private chat, whose chat has the person's id, and by the administrators of a group.
CREATE TABLE chat_settings (
    chat_id            INTEGER PRIMARY KEY,
    -- NULL: the language of each question.
    language           TEXT,
    answers_in_private INTEGER NOT NULL DEFAULT 0
);

-- How much a person asked lately, and what is to go when they want to be forgotten.
CREATE INDEX answers_by_user ON answers (user_id, created_at);
CREATE INDEX feedback_by_user ON feedback (user_id);
